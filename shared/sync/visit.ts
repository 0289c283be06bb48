import { isoNow } from './clock.ts';
import { greet } from './greeting.ts';
import { receive } from './receive.ts';
import { tryRefusedAgain } from './refused-again.ts';
import { send } from './send.ts';
import { mustVerify } from './verification/schedule.ts';
import { verifyPeer } from './verifying.ts';
import { sequenceOf, type VisitWork } from './visit-work.ts';

/** Merges of what was received make new revisions; they settle in one or two rounds. */
const MOST_ROUNDS = 5;

export interface VisitOptions {
  /** Every refused record is tried again, however lately it was. */
  readonly tryRefused: boolean;
  /** Everything is compared afterwards, whenever it was last. */
  readonly verify: boolean;
}

/**
 * One exchange with one peer: sends, receives, and sends again what merging made, until nothing here is newer than what
 * the peer has confirmed; then everything is compared where that is due. Rejects with a {@link SyncTrouble} or a
 * {@link GuardStopped}; what was confirmed until then is kept.
 */
export async function visit(work: VisitWork, { tryRefused, verify }: VisitOptions): Promise<void> {
  const { clock, book, attempt } = work;
  const { hasNewRules } = await greet(work);
  await tryRefusedAgain(work, tryRefused || verify || hasNewRules);
  await exchangeBothWays(work);
  await attempt.here(() => book.update({ exchanges: book.kept.exchanges + 1 }));
  const reason = mustVerify(book.kept, clock.now(), verify);
  if (reason !== null && (await verifyPeer(work, reason === 'asked'))) await exchangeBothWays(work);
  await attempt.here(() => book.recount(isoNow(clock)));
}

async function exchangeBothWays(work: VisitWork): Promise<void> {
  const { chapter, clock, attempt } = work;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const at = isoNow(clock);
    const before = await attempt.here(() => sequenceOf(chapter.pouch));
    await send(work, before, at);
    await receive(work);
    await attempt.here(() => chapter.settled());
    if ((await attempt.here(() => sequenceOf(chapter.pouch))) === before) return;
  }
}
