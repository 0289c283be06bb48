import { writeAll, type RecordPouch, type StoredDocument } from '../../store/pouch.ts';
import type { IdRev } from '../answers.ts';
import { realClock, type SyncClock } from '../clock.ts';
import type { Refusal } from '../denied.ts';
import { sendDocuments } from '../sending.ts';
import type { Comparison } from './compare.ts';
import { insist, mayPass } from './insist.ts';
import { unknownHere } from './leaves-here.ts';
import type { RemotePages } from './remote-pages.ts';

/** Records of a request at first and at most; half as many after a failure. */
const FIRST = 100;
const MOST = 200;

export interface RepairOptions {
  readonly clock?: SyncClock;
  /**
   * Takes what arrives and resolves with the ids that were not taken; the session's own, with its guards. Without it
   * everything is written as it is, where the disk has room.
   */
  readonly arrive?: (documents: readonly StoredDocument[]) => Promise<readonly string[]>;
  /** Told of what was sent and received, for a stall watch and for the screen. */
  readonly onSent?: (documents: readonly StoredDocument[]) => void;
  readonly onReceived?: (documents: readonly StoredDocument[]) => void;
}

/** What a repair could do. */
export interface Repaired {
  /** Revisions that the peer has now, and those that are here now. */
  readonly sent: number;
  readonly received: number;
  /** Revisions that the peer refuses: for the list of denied records. */
  readonly refused: readonly Refusal[];
  /** Revisions that were not taken here. */
  readonly notTaken: readonly IdRev[];
  /** Revisions that the one side names and cannot give: the other cannot get them. */
  readonly lostHere: readonly IdRev[];
  readonly lostThere: readonly IdRev[];
}

/**
 * Brings just those revisions to the side that lacks them, with their histories, behind the back of all checkpoints.
 * Deletes nothing; a leaf that comes becomes a leaf beside the others and is merged as any other.
 */
export async function repair(pouch: RecordPouch, remote: RemotePages, comparison: Pick<Comparison, 'missingHere' | 'missingThere'>, options: RepairOptions = {}): Promise<Repaired> {
  const received = await receive(pouch, remote, comparison.missingHere, options);
  const sent = await send(pouch, remote, comparison.missingThere, options);
  return { ...received, ...sent };
}

async function receive(pouch: RecordPouch, remote: RemotePages, missing: readonly IdRev[], { clock = realClock, arrive, onReceived }: RepairOptions): Promise<Pick<Repaired, 'received' | 'notTaken' | 'lostThere'>> {
  const take = arrive ?? ((documents) => takeAll(pouch, documents));
  const notTaken: IdRev[] = [];
  const lostThere: IdRev[] = [];
  let received = 0;
  await inBatches(clock, missing, async (asked) => {
    const { documents, missing: lost } = await remote.bulkGet(asked);
    const left = new Set(documents.length > 0 ? await take(documents) : []);
    lostThere.push(...lost);
    notTaken.push(...documents.filter(({ _id }) => left.has(_id)).map(({ _id, _rev }) => ({ id: _id, rev: _rev })));
    const taken = documents.filter(({ _id }) => !left.has(_id));
    received += taken.length;
    onReceived?.(taken);
  });
  return { received, notTaken, lostThere };
}

async function takeAll(pouch: RecordPouch, documents: readonly StoredDocument[]): Promise<readonly string[]> {
  const answers = await writeAll(pouch, documents, { new_edits: false });
  return answers.flatMap(({ id, error }) => (error === undefined || error === false || id === undefined ? [] : [id]));
}

async function send(pouch: RecordPouch, remote: RemotePages, missing: readonly IdRev[], { clock = realClock, onSent }: RepairOptions): Promise<Pick<Repaired, 'sent' | 'refused' | 'lostHere'>> {
  const refused: Refusal[] = [];
  const lostHere: IdRev[] = [];
  let sent = 0;
  await inBatches(clock, missing, async (asked) => {
    const documents = await bodiesHere(pouch, asked);
    const found = new Set(documents.map(({ _id, _rev }) => `${_id} ${_rev}`));
    // A leaf that was replaced since is no leaf any more; what replaced it is the next exchange's.
    const gone = asked.filter(({ id, rev }) => !found.has(`${id} ${rev}`));
    const rows = documents.length > 0 ? await sendDocuments(documents, (some) => remote.bulkDocs(some)) : [];
    refused.push(...rows);
    lostHere.push(...gone);
    const ids = new Set(rows.map(({ id, rev }) => `${id} ${rev}`));
    const taken = documents.filter(({ _id, _rev }) => !ids.has(`${_id} ${_rev}`));
    sent += taken.length;
    onSent?.(taken);
  });
  return { sent, refused, lostHere };
}

interface BulkGetAnswer {
  readonly results: readonly { readonly docs: readonly { readonly ok?: StoredDocument }[] }[];
}

async function bodiesHere(pouch: RecordPouch, asked: readonly IdRev[]): Promise<readonly StoredDocument[]> {
  const { results } = (await pouch.bulkGet({ docs: [...asked], revs: true })) as unknown as BulkGetAnswer;
  return results.flatMap(({ docs }) => docs.flatMap(({ ok }) => ok ?? []));
}

/** Works through a list, fewer at a time after each failure that may pass; each piece is asked for up to six times. */
async function inBatches(clock: SyncClock, all: readonly IdRev[], work: (some: readonly IdRev[]) => Promise<void>): Promise<void> {
  let size = FIRST;
  for (let at = 0; at < all.length; ) {
    const count = await insist(clock, async () => {
      const some = all.slice(at, at + size);
      try {
        await work(some);
      } catch (problem) {
        if (mayPass(problem)) size = Math.max(1, Math.floor(size / 2));
        throw problem;
      }
      return some.length;
    });
    at += count;
    size = Math.min(MOST, size * 2);
  }
}

/** Which of these revisions are still not where they were to be brought. */
export async function stillMissing(pouch: RecordPouch, remote: RemotePages, { missingHere, missingThere }: Pick<Comparison, 'missingHere' | 'missingThere'>, clock: SyncClock = realClock): Promise<{ readonly here: readonly IdRev[]; readonly there: readonly IdRev[] }> {
  const here = await unknownHere(pouch, byId(missingHere));
  const there: IdRev[] = [];
  const asked = [...byId(missingThere)];
  for (let at = 0; at < asked.length; at += MOST) {
    const missing = await insist(clock, () => remote.revsDiff(Object.fromEntries(asked.slice(at, at + MOST))));
    for (const [id, { missing: revs }] of Object.entries(missing)) there.push(...revs.map((rev) => ({ id, rev })));
  }
  return { here, there };
}

function byId(revisions: readonly IdRev[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, rev } of revisions) found.set(id, [...(found.get(id) ?? []), rev]);
  return found;
}
