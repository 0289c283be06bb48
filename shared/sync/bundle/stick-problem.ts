/** Why a stick's file was not read or not written to its end; each has a sentence in namespace `stick` under `problem.<code>`. */
export const STICK_PROBLEMS = ['not-a-stick', 'newer-stick', 'other-chapter', 'damaged', 'cut-off', 'key-missing'] as const;
export type StickProblemCode = (typeof STICK_PROBLEMS)[number];

/**
 * A file that cannot be read, or not further. What stood before the place in question is in the database and stays
 * there. Its message names no content.
 */
export class StickProblem extends Error {
  readonly code: StickProblemCode;
  constructor(code: StickProblemCode, options?: ErrorOptions) {
    super(`stick: ${code}`, options);
    this.name = 'StickProblem';
    this.code = code;
  }
}
