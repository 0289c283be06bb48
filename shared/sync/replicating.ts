import { PouchDB } from '../store/replicating-pouch.ts';
import type { Attempt } from './attempt.ts';
import { asPouch, type Side } from './sides.ts';

/** More than any page has: what a page brings is one batch, and its size is the {@link Pace}'s. */
const WHOLE_PAGE = 100_000;

/**
 * PouchDB's replication from one side to the other, once, with checkpoints on both. `fromStart` compares every revision,
 * whatever was agreed before; `pagesAhead`: pages of changes that are read before the one that is written.
 * Resolves with the source's sequence up to which everything has arrived.
 */
export async function replicateOnce(source: Side, target: Side, attempt: Attempt, fromStart: boolean, pagesAhead = 1): Promise<string | number> {
  const replication = PouchDB.replicate(asPouch(source), asPouch(target), {
    batch_size: WHOLE_PAGE,
    batches_limit: pagesAhead,
    ...(fromStart ? { since: 0 } : {}),
  });
  try {
    const result = await Promise.race([replication, attempt.ended]);
    if (!result.ok) throw attempt.cause ?? new Error('The replication did not end well.');
    return result.last_seq;
  } catch (problem) {
    throw attempt.cause ?? problem;
  } finally {
    // Whoever waits has been let go; what is left over may end when it likes.
    replication.cancel();
  }
}
