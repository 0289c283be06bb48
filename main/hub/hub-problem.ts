/** Why the hub could not start or an account could not be made; the command line has a sentence for each. */
export type HubProblemCode =
  | 'port-taken'
  | 'address-unknown'
  | 'data-in-use'
  | 'data-unwritable'
  | 'accounts-damaged'
  | 'slot-exists'
  | 'slot-name'
  | 'account-name'
  | 'wrong-option';

/** An error with a code that the command line (and the app) has a sentence for. */
export class HubProblem extends Error {
  readonly code: HubProblemCode;
  constructor(code: HubProblemCode, options?: ErrorOptions) {
    super(`hub: ${code}`, options);
    this.name = 'HubProblem';
    this.code = code;
  }
}

/** Throws Node's errors of network and files as a {@link HubProblem}; others as they are. */
export function asHubProblem(problem: unknown): never {
  if (problem instanceof HubProblem) throw problem;
  const code = problem instanceof Error && 'code' in problem ? problem.code : '';
  const listening = problem instanceof Error && 'syscall' in problem && problem.syscall === 'listen';
  if (code === 'EADDRINUSE' || (code === 'EACCES' && listening)) throw new HubProblem('port-taken', { cause: problem });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') throw new HubProblem('address-unknown', { cause: problem });
  if (typeof code === 'string' && code.startsWith('E')) throw new HubProblem('data-unwritable', { cause: problem });
  throw problem;
}
