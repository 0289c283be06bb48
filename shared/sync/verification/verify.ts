import type { RecordPouch } from '../../store/pouch.ts';
import type { IdRev } from '../answers.ts';
import { realClock } from '../clock.ts';
import type { Refusal } from '../denied.ts';
import { compare, type CompareOptions } from './compare.ts';
import { isSameStanding, standingNow, type Standing } from './comparing.ts';
import { insist } from './insist.ts';
import type { RemotePages } from './remote-pages.ts';
import { repair, stillMissing, type RepairOptions } from './repair.ts';

export { compare } from './compare.ts';
export { repair } from './repair.ts';

export interface VerifyOptions extends CompareOptions, RepairOptions {
  /** What the last verification that found or made everything equal answered as `standing`; null compares in any case. */
  readonly before?: Standing | null;
}

/** What a verification found and did. */
export interface Verified {
  /**
   * `unchanged`: neither side has changed since they were found equal, and nothing was read. `equal`: nothing was missing.
   * `repaired`: everything that was is there now. `not-repaired`: the lists below say what is not.
   */
  readonly outcome: 'unchanged' | 'equal' | 'repaired' | 'not-repaired';
  /** Revisions that the peer lacked and has now, and that lacked here and are here now. */
  readonly sent: number;
  readonly received: number;
  /** Refused by the peer, for the list of denied records; `lostHere`: the database here names them and cannot give them. */
  readonly refused: readonly Refusal[];
  readonly lostHere: readonly IdRev[];
  /** Not taken here, or named by the peer and not given. */
  readonly notReceived: readonly IdRev[];
  /** Records that were the same on both sides before. */
  readonly equal: number;
  /** Records that changed meanwhile: the next exchange carries them. */
  readonly underWay: number;
  /** Where both sides stand, to be given as `before` next time; null unless everything is equal. */
  readonly standing: Standing | null;
}

const NOTHING = { sent: 0, received: 0, refused: [], lostHere: [], notReceived: [], equal: 0, underWay: 0 };

/**
 * Compares two databases and brings to each what it lacks (anchors A3: checkpoints are only a hint). Counts and update
 * sequences come first: where neither has changed since `before`, nothing else is read. Rejects with a `SyncTrouble`
 * when the line does not come back; called again with the same `progress` it goes on.
 */
export async function verify(pouch: RecordPouch, remote: RemotePages, options: VerifyOptions = {}): Promise<Verified> {
  const { clock = realClock, before = null } = options;
  if (before) {
    const now = await insist(clock, () => standingNow(pouch, remote));
    if (isSameStanding(before, now)) return { ...NOTHING, outcome: 'unchanged', standing: now };
  }
  const comparison = await compare(pouch, remote, options);
  const { equal, underWay, missingHere, missingThere } = comparison;
  const isEqual = missingHere.length + missingThere.length === 0;
  if (isEqual) return { ...NOTHING, outcome: 'equal', equal, underWay, standing: underWay === 0 ? comparison.started : null };
  const { sent, received, refused, lostHere } = await repair(pouch, remote, comparison, options);
  const left = await stillMissing(pouch, remote, comparison, clock);
  const isRefused = new Set(refused.map(({ id, rev }) => `${id} ${rev}`));
  const outcome = left.here.length + left.there.length === 0 ? 'repaired' : 'not-repaired';
  // Names that a side holds on to without a body stay missing; what was replaced meanwhile does not.
  const stillLost = lostHere.filter(({ id, rev }) => left.there.some((one) => one.id === id && one.rev === rev) && !isRefused.has(`${id} ${rev}`));
  return { outcome, sent, received, refused, lostHere: stillLost, notReceived: left.here, equal, underWay, standing: null };
}
