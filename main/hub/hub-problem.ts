/** Why the hub could not start or an account could not be made; the command line has a sentence for each. */
export type HubProblemCode =
  | 'port-taken'
  | 'address-unknown'
  | 'data-in-use'
  | 'data-unwritable'
  | 'accounts-damaged'
  | 'slot-exists'
  | 'slot-name'
  | 'wrong-option';

/** An error with a code that the command line (and later the app) has a sentence for. */
export class HubProblem extends Error {
  readonly code: HubProblemCode;
  constructor(code: HubProblemCode, options?: ErrorOptions) {
    super(`hub: ${code}`, options);
    this.name = 'HubProblem';
    this.code = code;
  }
}
