import type { PeerKind } from '../host.ts';
import { severityOf, type SyncProblem } from './problems.ts';

/** How an exchange with one peer ended. `problem` and `guard` are null when everything went through. */
export interface Outcome {
  readonly kind: PeerKind;
  readonly problem: SyncProblem | null;
  readonly isGuarded: boolean;
}

/**
 * Whether an exchange goes on after a pause: while the server is hindered by what passes by itself. Other PCs are often
 * simply switched off; they are waited for only where there is no server and none of them was there.
 */
export function mustGoOn(outcomes: readonly Outcome[]): boolean {
  const server = outcomes.find(({ kind }) => kind === 'server');
  if (server) return mayPass(server);
  const others = outcomes.filter(({ kind }) => kind === 'neighbour');
  return others.length > 0 && others.every(({ problem, isGuarded }) => problem !== null || isGuarded) && others.some(mayPass);
}

/** Whether this outcome may be another one after a pause without anybody doing anything. */
export function mayPass({ problem, isGuarded }: Outcome): boolean {
  return !isGuarded && problem !== null && severityOf(problem) === 'passes';
}
