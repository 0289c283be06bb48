import { ask, type DirectAccess } from '../support/holdings.ts';
import type { HeldAt, Said } from './page/office.ts';

/** What is known of one office, to judge by whether what it says is true. */
export interface KnownOffice {
  readonly name: string;
  readonly aheadMs: number;
  readonly held: readonly HeldAt[];
}

/** The peer, asked past all lines; `lostAt`: the true moment of the last time that it lost something. */
export interface KnownPeer {
  readonly direct: DirectAccess;
  readonly database: string;
  readonly lostAt: number | null;
}

/**
 * What of a status is not true, in sentences: a revision that was durable at the office before the moment as of which it
 * calls everything safe, and that the peer does not have. A peer that lost records is excepted until the office has
 * spoken with it since. `rests`: also that fewer wait than are missing there.
 */
export async function untruths(office: KnownOffice, said: Said, peer: KnownPeer): Promise<readonly string[]> {
  if (hasLostUnknown(office, said, peer)) return [];
  const wrong: string[] = [];
  if (said.safeAt !== null) {
    const moment = Date.parse(said.safeAt) - office.aheadMs;
    const missing = await missingAt(peer, office.held.filter(([, , at]) => at < moment));
    if (missing.length > 0) wrong.push(`${office.name} says safe as of ${said.safeAt}, and ${String(missing.length)} revisions are not there: ${missing[0] ?? ''}`);
  }
  return wrong;
}

/** Where an office rests: how many of its records are missing at the peer, and how many it says are waiting. */
export async function wrongWaiting(office: KnownOffice, said: Said, leaves: readonly (readonly [string, string])[], peer: KnownPeer): Promise<readonly string[]> {
  if (hasLostUnknown(office, said, peer)) return [];
  const missing = new Set((await missingAt(peer, leaves)).map((one) => one.split(' ')[0]));
  return said.waiting < missing.size ? [`${office.name} says that ${String(said.waiting)} wait, and ${String(missing.size)} are missing there`] : [];
}

function hasLostUnknown({ aheadMs }: KnownOffice, { safeAt, contactAt }: Said, { lostAt }: KnownPeer): boolean {
  if (lostAt === null) return false;
  const moments = [safeAt, contactAt].flatMap((iso) => (iso === null ? [] : [Date.parse(iso) - aheadMs]));
  return moments.every((moment) => moment <= lostAt);
}

/** Those of these revisions that the peer does not know, not even as one that others follow. */
async function missingAt({ direct, database }: KnownPeer, revisions: readonly (readonly [id: string, rev: string, ...rest: unknown[]])[]): Promise<readonly string[]> {
  const asked: Record<string, string[]> = {};
  for (const [id, rev] of revisions) (asked[id] ??= []).push(rev);
  if (Object.keys(asked).length === 0) return [];
  const answer = (await ask(direct, 'POST', `/${database}/_revs_diff`, asked)) as Record<string, { missing?: readonly string[] } | string>;
  if ('error' in answer) return Object.entries(asked).flatMap(([id, revs]) => revs.map((rev) => `${id} ${rev}`));
  return Object.entries(answer).flatMap(([id, found]) => (typeof found === 'string' ? [] : (found.missing ?? []).map((rev) => `${id} ${rev}`)));
}
