import type { Host } from '../../../shared/host.ts';
import { OpeningProblem, type ChapterJoin } from '../../../shared/store/chapter-types.ts';
import { NothingOffered } from './nothing-offered.ts';

/**
 * Tries the six words on every invitation that is offered on this network; the one that they open is taken. Rejects with
 * {@link NothingOffered}, with `wrong-words` when the words open none, and as `join` does.
 */
export async function joinByNetwork(host: Host, answers: Omit<ChapterJoin, 'invitation'>, join: (join: ChapterJoin) => Promise<void>): Promise<void> {
  const offered = await host.sharing.offered();
  let problem: unknown = new NothingOffered('Nothing is offered.');
  for (const invitation of offered) {
    try {
      return await join({ ...answers, invitation });
    } catch (found) {
      if (!(found instanceof OpeningProblem) || (found.code !== 'wrong-words' && found.code !== 'not-an-invitation')) throw found;
      problem = found;
    }
  }
  throw problem;
}
