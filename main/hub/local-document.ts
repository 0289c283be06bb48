import { badRequest, CouchError, tooLarge } from './couch-error.ts';
import type { LocalDocument } from './hub-database.ts';
import type { Json } from './validation.ts';

/** Checkpoints are small; nothing else belongs here. */
const MOST_BYTES = 64 * 1024;
const LOCAL_REVISION = /^0-[0-9]{1,12}$/;

/** A checkpoint that may be written under this id (`_local/…`). Throws 400, 409 or 413 when it may not. */
export function localDocument(body: Json, id: string): LocalDocument {
  const { _id, _rev, _deleted, _revisions: _history, ...rest } = body;
  if (_id !== undefined && _id !== id) throw badRequest('Document ID must match the address.');
  if (id.length > 600 || /\p{Cs}/u.test(id)) throw new CouchError(400, 'illegal_docid', 'Document id is too long');
  if (_rev !== undefined && typeof _rev !== 'string') throw badRequest('Invalid rev format');
  if (_rev !== undefined && !LOCAL_REVISION.test(_rev)) throw new CouchError(409, 'conflict', 'Document update conflict.');
  if (_deleted !== undefined && typeof _deleted !== 'boolean') throw badRequest('Bad special document member: _deleted');
  const odd = Object.keys(rest).find((key) => key.startsWith('_'));
  if (odd !== undefined) throw new CouchError(400, 'doc_validation', `Bad special document member: ${odd.slice(0, 80)}`);
  if (Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES) throw tooLarge();
  return { ...rest, _id: id, ...(_rev === undefined ? {} : { _rev }), ...(_deleted === undefined ? {} : { _deleted }) };
}
