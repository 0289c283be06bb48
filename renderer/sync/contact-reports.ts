import { useEffect } from 'react';
import { survivorOf } from '../../shared/domain/merged-people.ts';
import type { Device } from '../../shared/domain/office.ts';
import type { Host } from '../../shared/host.ts';
import { COLLECTION_NAMES, SCHEMA_NUMBER } from '../../shared/store/families.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { realClock } from '../../shared/sync/clock.ts';
import type { OfficeFigures } from '../../shared/sync/contact.ts';
import { forgetContact, isWorthTelling, tellHeadquarters, type Telling, type Told } from '../../shared/sync/contact-sending.ts';
import type { PeerStatus } from '../../shared/sync/status.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useSettings } from '../office/use-settings.ts';
import { useSyncSession } from './session-here.ts';
import { wireHere } from './wire-here.ts';

/** Tells headquarters' list of this PC whenever an exchange with the server has ended. Nothing of it is waited for. */
export function useContactReports(): void {
  const chapter = useChapter();
  const host = useHost();
  const session = useSyncSession();
  const isReal = useSettings()?.practice !== true;
  useEffect(() => {
    if (!isReal) return undefined;
    let told: Told | null = null;
    let lastContact: string | null = null;
    let isTelling = false;
    const forgotten = new Set<string>();
    let lastLogged: Telling | null = null;
    const tell = async (server: PeerStatus): Promise<void> => {
      const { figures, removed } = await officeFigures(chapter, host, server);
      const now = realClock.now();
      if (!isWorthTelling(figures, told, now)) return;
      const telling = await tellHeadquarters(wireHere(), realClock, figures);
      // Where nobody keeps a list it is not asked for at every exchange.
      if (telling !== 'not-reached') told = { figures, at: now };
      if (telling !== lastLogged && (telling === 'none' || telling === 'refused')) session.noteBeside(server.peer.id, telling === 'none' ? 'no-list' : 'list-refused');
      lastLogged = telling;
      if (telling !== 'told') return;
      for (const device of removed) {
        if (forgotten.has(device)) continue;
        if ((await forgetContact(wireHere(), realClock, chapter.id, device)) !== 'not-reached') forgotten.add(device);
      }
    };
    const following = session.status.subscribe(({ activity, peers }) => {
      const server = peers.find(({ peer }) => peer.kind === 'server');
      const isOver = activity === 'resting' || activity === 'pausing';
      if (!isOver || isTelling || server === undefined || server.contactAt === null || server.contactAt === lastContact) return;
      // The first is what was kept of an earlier day; only a contact of this day says that the server can be reached.
      const isEarlier = lastContact === null && told === null && Math.abs(realClock.now() - Date.parse(server.contactAt)) > RECENT;
      lastContact = server.contactAt;
      if (isEarlier) return;
      isTelling = true;
      tell(server)
        .catch(() => undefined)
        .finally(() => (isTelling = false));
    });
    return () => following.unsubscribe();
  }, [chapter, host, session, isReal]);
}

/** How many people the chapter has: those in the bin are none, and records that were found to be one person are one (ADR 20). */
async function peopleInAll(chapter: OpenedChapter): Promise<number> {
  const { people } = chapter.collections;
  const [ids, merged, binned] = await Promise.all([
    chapter.heldIds('people'),
    people.find({ selector: { mergedInto: { $exists: true } } }).exec(),
    people.find({ selector: { deletedAt: { $exists: true } } }).exec(),
  ]);
  const into = new Map(merged.map(({ id, mergedInto }) => [id, mergedInto]));
  const here = new Set(ids);
  for (const { id } of binned) here.delete(id);
  return [...here].filter((id) => survivorOf(id, (one) => into.get(one), (one) => here.has(one)) === id).length;
}

/** Ms within which a contact was made just now. */
const RECENT = 60_000;

/** What this PC tells, and the PCs that were taken out of the chapter. */
export async function officeFigures(
  chapter: OpenedChapter,
  host: Pick<Host, 'app'>,
  { peer, waiting, waitingSince, denied, safeAt, verifiedAt, clockMinutes, problem, guard }: PeerStatus,
): Promise<{ readonly figures: OfficeFigures; readonly removed: readonly string[] }> {
  const [{ version }, found, reviews] = await Promise.all([
    host.app.info(),
    chapter.collections.office.find({ selector: { kind: 'device' } }).exec(),
    chapter.collections.office.find({ selector: { kind: 'review', settledAt: { $exists: false }, deletedAt: { $exists: false } } }).exec(),
  ]);
  const devices = found.map((document) => document.toJSON() as Device);
  const totals: Record<string, number> = {};
  for (const name of COLLECTION_NAMES) totals[name] = (await chapter.heldIds(name)).length;
  totals['people'] = await peopleInAll(chapter);
  return {
    figures: {
      chapter: chapter.id,
      device: chapter.device,
      letter: devices.find(({ id }) => id === chapter.device)?.letter ?? '',
      account: peer.account,
      version,
      schema: SCHEMA_NUMBER,
      waiting,
      waitingSince,
      denied: denied.length,
      safeAt,
      verifiedAt,
      clockMinutes,
      problem,
      guard: guard?.kind ?? null,
      reviews: reviews.length,
      totals,
    },
    removed: devices.filter(({ id, removed }) => removed === true && id !== chapter.device).map(({ id }) => id),
  };
}
