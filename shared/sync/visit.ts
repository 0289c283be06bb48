import { isoNow } from './clock.ts';
import { greet } from './greeting.ts';
import { receive } from './receive.ts';
import { tryRefusedAgain } from './refused-again.ts';
import { send } from './send.ts';
import { sequenceOf, type VisitWork } from './visit-work.ts';

/** Merges of what was received make new revisions; they settle in one or two rounds. */
const MOST_ROUNDS = 5;

/**
 * One exchange with one peer: sends, receives, and sends again what merging made, until nothing here is newer than what
 * the peer has confirmed. `tryRefused`: every refused record is tried again, however lately it was.
 * Rejects with a {@link SyncTrouble} or a {@link GuardStopped}; what was confirmed until then is kept.
 */
export async function visit(work: VisitWork, tryRefused: boolean): Promise<void> {
  const { chapter, clock, book, attempt } = work;
  const { hasNewRules } = await greet(work);
  await tryRefusedAgain(work, tryRefused || hasNewRules);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const at = isoNow(clock);
    const before = await attempt.here(() => sequenceOf(chapter.pouch));
    await send(work, before, at);
    await receive(work);
    await attempt.here(() => chapter.settled());
    if ((await attempt.here(() => sequenceOf(chapter.pouch))) === before) break;
  }
  await attempt.here(() => book.recount(isoNow(clock)));
}
