import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';

export type Json = Readonly<Record<string, unknown>>;

/** Who asks the stand-in, as CouchDB's `userCtx`. */
export interface UserContext {
  readonly name: string | null;
  readonly roles: readonly string[];
}

/** An answer in CouchDB's words. */
export interface StandInAnswer {
  readonly status: number;
  readonly body: unknown;
}
export const said = (status: number, body: unknown): StandInAnswer => ({ status, body });
export const notFound = (reason = 'missing'): StandInAnswer => said(404, { error: 'not_found', reason });
const conflict = said(409, { error: 'conflict', reason: 'Document update conflict.' });

/** What a write must not do, by the validation functions of a database. */
type Validate = (newDoc: string, oldDoc: string, user: string, security: string) => string;

/** One database of the stand-in: documents by id, without branches, which provisioning never makes. */
export class StandInDatabase {
  readonly documents = new Map<string, Json>();
  security: unknown = { admins: { roles: ['_admin'] }, members: { roles: ['_admin'] } };
  revisionsLimit: unknown = 1000;

  /** Writes a document as `PUT` does; `rev` of the address counts as the document's. */
  write(id: string, given: Json, user: UserContext): StandInAnswer {
    const before = this.documents.get(id);
    const isThere = before !== undefined && before._deleted !== true;
    if (isThere ? given._rev !== before._rev : given._rev !== undefined && given._rev !== before?._rev) return conflict;
    const refused = this.#refusal({ ...given, _id: id }, isThere ? before : null, user);
    if (refused !== null) return refused;
    const generation = 1 + Number.parseInt(typeof before?._rev === 'string' ? before._rev : '0', 10);
    const _rev = `${generation}-${createHash('md5').update(JSON.stringify(given)).digest('hex')}`;
    this.documents.set(id, { ...given, _id: id, _rev });
    return said(201, { ok: true, id, rev: _rev });
  }

  #refusal(document: Json, before: Json | null, user: UserContext): StandInAnswer | null {
    if (String(document._id).startsWith('_design/')) return user.roles.includes('_admin') ? null : said(401, { error: 'unauthorized', reason: 'You are not a db or server admin.' });
    for (const [id, design] of this.documents) {
      if (!id.startsWith('_design/') || typeof design.validate_doc_update !== 'string') continue;
      const thrown = inEngine(design.validate_doc_update)(JSON.stringify(document), JSON.stringify(before), JSON.stringify(user), JSON.stringify(this.security));
      if (thrown !== '') return said(403, { error: 'forbidden', reason: thrown });
    }
    return null;
  }
}

/** A validation function's text in an engine of its own, as CouchDB runs it; answers the reason it forbids with. */
function inEngine(text: string): Validate {
  return runInContext(
    `(function () { var rule = (${text}); return function (newDoc, oldDoc, user, security) {
      try { rule(JSON.parse(newDoc), JSON.parse(oldDoc), JSON.parse(user), JSON.parse(security)); return ''; }
      catch (thrown) { if (thrown.name && thrown.stack) throw thrown; return thrown.forbidden; }
    }; })()`,
    createContext({}),
  ) as Validate;
}
