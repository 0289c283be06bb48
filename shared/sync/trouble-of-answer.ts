import { PROBLEM_OF_STATUS } from '../host.ts';
import { isSyncProblem, SyncTrouble, type SyncProblem } from './problems.ts';
import { readRetryAfter } from './retry.ts';
import type { ReadAnswer } from './read-answer.ts';

/** Statuses that replication itself deals with: a checkpoint that is not there, one that somebody wrote first, a database that is there. */
const PASSES = new Set([404, 409, 412]);

/** What is wrong with an answer, or null when it is one that replication may go on with. `now`: ms since 1970. */
export function troubleOfAnswer(answer: Pick<ReadAnswer, 'status' | 'type' | 'retryAfter' | 'redirected' | 'json'>, now: number): SyncTrouble | null {
  const problem = problemOfAnswer(answer);
  return problem === null ? null : new SyncTrouble(problem, readRetryAfter(answer.retryAfter, now));
}

function problemOfAnswer({ status, type, redirected, json }: Pick<ReadAnswer, 'status' | 'type' | 'redirected' | 'json'>): SyncProblem | null {
  const said = json as { error?: unknown; problem?: unknown } | null | undefined;
  // The proxy in main knows more of what happened than a status tells.
  if (said?.error === 'convoca') return isSyncProblem(said.problem) ? said.problem : 'damaged-answer';
  if (redirected || (status >= 300 && status < 400)) return 'captive-portal';
  const known = status === 403 ? 'not-allowed' : PROBLEM_OF_STATUS.get(status);
  if (known) return known;
  const isPage = type === 'text/html' || type === 'application/xhtml+xml';
  if (status >= 500) return 'server-trouble';
  // A web page where CouchDB speaks JSON comes from something in between: a hotel's or library's sign-in page.
  if (isPage) return 'captive-portal';
  if (json === undefined || json === null || typeof json !== 'object') return 'damaged-answer';
  return status < 400 || PASSES.has(status) ? null : 'server-trouble';
}
