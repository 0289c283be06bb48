/** Why a server could not be set up; the command line has a sentence for each. */
export type CouchProblemCode =
  | 'wrong-option'
  | 'no-address'
  | 'no-password'
  | 'not-reached'
  | 'certificate'
  | 'not-couchdb'
  | 'too-old'
  | 'wrong-password'
  | 'not-admin'
  | 'nodes-missing'
  | 'other-network'
  | 'newer-rules'
  | 'chapter-name'
  | 'chapter-unknown'
  | 'chapter-has-records'
  | 'id-taken'
  | 'account-taken'
  | 'account-unknown'
  | 'server-trouble';

/** An error with a code that the command line has a sentence for; `detail` names what it is about, never a secret. */
export class CouchProblem extends Error {
  readonly code: CouchProblemCode;
  readonly detail: string;
  constructor(code: CouchProblemCode, detail = '', options?: ErrorOptions) {
    super(`couchdb: ${code}`, options);
    this.name = 'CouchProblem';
    this.code = code;
    this.detail = detail;
  }
}
