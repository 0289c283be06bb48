import { createHash, randomUUID } from 'node:crypto';
import type { HubDatabase, Inside } from './hub-database.ts';
import { CouchError } from './couch-error.ts';
import { localDocument } from './local-document.ts';
import { generation, leavesOf } from './revision-tree.ts';
import { refusal, wellFormed, type Json, type Writing } from './validation.ts';

/** One row of a `_bulk_docs` answer, as CouchDB writes it. */
export type WriteAnswer =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | { readonly id: string; readonly rev?: string; readonly error: string; readonly reason: string };

const CONFLICT = { error: 'conflict', reason: 'Document update conflict.' } as const;

/** Where documents go and who writes them. */
export interface Place {
  readonly database: HubDatabase;
  readonly writing: Writing;
}

/**
 * Writes what replication brings (new_edits=false): each document under its own revision, as a branch where need be.
 * Answers only the refused ones, as CouchDB does; all others are on the disk when it resolves. Rejects with 400 or 413
 * when one of them is no document at all.
 */
export async function writeReplicated({ database, writing }: Place, given: readonly Json[]): Promise<readonly WriteAnswer[]> {
  const documents = given.filter((document) => !isLocal(document)).map((document) => wellFormed(document, true));
  const refused: WriteAnswer[] = [];
  const accepted: Json[] = [];
  for (const document of documents) {
    const reason = refusal(writing, document);
    if (reason === null) accepted.push(document);
    else refused.push({ id: idOf(document), ...revOf(document), error: 'forbidden', reason });
  }
  for (const local of given.filter(isLocal)) refused.push(...[await writeLocal(database, local)].filter((row) => 'error' in row));
  if (accepted.length > 0) await database.inTurn((inside) => inside.store(accepted));
  return refused;
}

/** Writes edits made at the hub itself (new_edits=true): each must name the leaf it replaces. Answers every document, in order. */
export async function writeEdits({ database, writing }: Place, given: readonly Json[]): Promise<readonly WriteAnswer[]> {
  const documents = given.map((one) => (isLocal(one) ? one : wellFormed({ ...one, _id: one._id ?? newId() }, false)));
  const locals = new Map<Json, WriteAnswer>();
  for (const local of documents.filter(isLocal)) locals.set(local, await writeLocal(database, local));
  return database.inTurn(async (inside) => {
    const answers: WriteAnswer[] = [];
    const accepted: Json[] = [];
    const seen = new Set<string>();
    for (const document of documents) {
      const local = locals.get(document);
      if (local !== undefined) {
        answers.push(local);
        continue;
      }
      const id = idOf(document);
      const reason = refusal(writing, document);
      const edit = reason === null && !seen.has(id) ? await nextRevision(inside, id, document) : null;
      if (reason !== null) answers.push({ id, error: 'forbidden', reason });
      else if (edit === null) answers.push({ id, ...CONFLICT });
      else {
        accepted.push(edit.document);
        answers.push({ ok: true, id, rev: edit.rev });
      }
      seen.add(id);
    }
    if (accepted.length > 0) await inside.store(accepted);
    return answers;
  });
}

/** An id as CouchDB makes them for documents that come without. */
export function newId(): string {
  return randomUUID().replaceAll('-', '');
}

/** The document with the revision that follows the leaf it names; null when it names none that can be followed. */
async function nextRevision(inside: Inside, id: string, document: Json): Promise<{ document: Json; rev: string } | null> {
  const tree = await inside.tree(id);
  const leaves = tree === null ? [] : leavesOf(tree);
  const winner = leaves[0];
  const named = document._rev === undefined ? winner : leaves.find((leaf) => leaf.rev === document._rev);
  // Without a revision, only what is deleted can be written over; with one, it must be a leaf.
  if (document._rev === undefined ? winner !== undefined && !winner.deleted : named === undefined) return null;
  const body: Json = { ...document, ...(named === undefined ? {} : { _rev: named.rev }) };
  delete body._revisions;
  const hash = createHash('md5').update(JSON.stringify(body)).digest('hex');
  const start = named === undefined ? 1 : generation(named.rev) + 1;
  const ids = named === undefined ? [hash] : [hash, named.rev.slice(named.rev.indexOf('-') + 1)];
  const rev = `${start}-${hash}`;
  return { document: { ...body, _rev: rev, _revisions: { start, ids } }, rev };
}

function isLocal({ _id }: Json): boolean {
  return typeof _id === 'string' && _id.startsWith('_local/');
}

async function writeLocal(database: HubDatabase, document: Json): Promise<WriteAnswer> {
  const id = idOf(document);
  try {
    return { ok: true, id, rev: await database.putLocal(localDocument(document, id)) };
  } catch (problem) {
    if (!(problem instanceof CouchError)) throw problem;
    return { id, ...problem.body() };
  }
}

/** The id as it was given; one that is no text has been refused, and there is nothing to name it by. */
function idOf({ _id }: Json): string {
  return typeof _id === 'string' ? _id : '';
}

function revOf({ _rev }: Json): { rev?: string } {
  return typeof _rev === 'string' ? { rev: _rev } : {};
}
