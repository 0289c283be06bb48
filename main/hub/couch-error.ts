/** An answer that says no, in the words of CouchDB 3: HTTP status, `error` and `reason` of the JSON body. */
export class CouchError extends Error {
  readonly status: number;
  readonly error: string;
  readonly reason: string;
  constructor(status: number, error: string, reason: string) {
    super(`${status} ${error}`);
    this.name = 'CouchError';
    this.status = status;
    this.error = error;
    this.reason = reason;
  }
  /** The body as CouchDB writes it. */
  body(): { error: string; reason: string } {
    return { error: this.error, reason: this.reason };
  }
}

export const badRequest = (reason: string): CouchError => new CouchError(400, 'bad_request', reason);
export const badQuery = (reason: string): CouchError => new CouchError(400, 'query_parse_error', reason);
export const missing = (reason = 'missing'): CouchError => new CouchError(404, 'not_found', reason);
export const noDatabase = (): CouchError => missing('Database does not exist.');
export const conflict = (): CouchError => new CouchError(409, 'conflict', 'Document update conflict.');
export const forbidden = (reason: string): CouchError => new CouchError(403, 'forbidden', reason);
export const notAllowed = (): CouchError => forbidden('You are not allowed to access this db.');
export const notSignedIn = (): CouchError => new CouchError(401, 'unauthorized', 'You are not authorized to access this db.');
export const wrongPassword = (): CouchError => new CouchError(401, 'unauthorized', 'Name or password is incorrect.');
export const fileExists = (): CouchError =>
  new CouchError(412, 'file_exists', 'The database could not be created, the file already exists.');
export const tooLarge = (): CouchError => new CouchError(413, 'too_large', 'the request entity is too large');
/** CouchDB names the document, for the sender has many in one request. */
export const documentTooLarge = (id: string): CouchError => new CouchError(413, 'document_too_large', id);
export const tooMany = (): CouchError => new CouchError(429, 'too_many_requests', 'Too many requests. Please try again in a moment.');
const diskFull = (): CouchError => new CouchError(507, 'insufficient_storage', 'The disk is full.');

/** Turns a failure of LevelDB into an answer: a full disk is 507, anything else stays what it is. */
export function storageProblem(problem: unknown): unknown {
  const texts = [problem, problem instanceof Error ? problem.cause : undefined].map((one) => (one instanceof Error ? one.message : ''));
  return texts.some((text) => /no space left|ENOSPC|disk full/i.test(text)) ? diskFull() : problem;
}
