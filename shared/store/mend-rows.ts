import { answerOf, bodyKeys, eachOf, inRows, type DocumentRow, type RowTransaction } from './idb-rows.ts';
import { leavesOf, treeOf, winnerOf, withoutLeaves, type RevisionRoot } from './revision-tree.ts';

/** What was done to a torn database. */
export interface Mended {
  /** Bodies without a document: their records are here again. */
  readonly found: number;
  /** Documents without a body: they are forgotten, so that a peer or a backup can bring them again. */
  readonly forgotten: number;
}

/**
 * Puts a truncated database in order. PouchDB keeps each record in two rows, its revisions and its body, and takes one
 * for a proof of the other: a record whose body is gone would never be fetched again, and a body without its document
 * is never seen. Every body that is left becomes readable; every revision without a body is forgotten. One
 * transaction: it is done whole or not at all. PouchDB must be closed.
 */
export async function mendRows(name: string): Promise<Mended> {
  if (typeof indexedDB === 'undefined') return { found: 0, forgotten: 0 };
  return (await inRows(name, 'readwrite', mend)) ?? { found: 0, forgotten: 0 };
}

/** How many documents lack a body, without changing anything. Reads every document's revisions: only for a suspicion. */
export async function countTorn(name: string): Promise<number> {
  return (await inRows(name, 'readonly', async ({ documents, bodies }) => (await findTorn(documents, await bodyKeys(bodies))).torn.length)) ?? 0;
}

/** The documents without a body of one of their leaves, and the ids of all documents. */
async function findTorn(documents: IDBObjectStore, sequences: ReadonlyMap<string, number>): Promise<{ readonly torn: readonly DocumentRow[]; readonly known: ReadonlySet<string> }> {
  const known = new Set<string>();
  const torn: DocumentRow[] = [];
  await eachOf(documents.openCursor(), ({ value }: { value: DocumentRow }) => {
    known.add(value.id);
    if (leavesOf(treeIn(value)).some(({ rev }) => !sequences.has(`${value.id}::${rev}`))) torn.push(value);
  });
  return { torn, known };
}

async function mend({ documents, bodies, about }: RowTransaction): Promise<Mended> {
  const sequences = await bodyKeys(bodies);
  const { torn, known } = await findTorn(documents, sequences);
  let forgotten = 0;
  for (const row of torn) {
    const leaves = leavesOf(treeIn(row));
    const gone = new Set(leaves.map(({ rev }) => rev).filter((rev) => !sequences.has(`${row.id}::${rev}`)));
    const tree = withoutLeaves(treeIn(row), gone);
    forgotten += gone.size;
    if (tree.length === 0) await answerOf(documents.delete(row.id));
    else await answerOf(documents.put(rowOf(row.id, tree, sequences)));
  }
  await rename(about);
  return { found: await adopt({ documents, bodies }, sequences, known), forgotten };
}

/**
 * Takes away the database's name for itself; PouchDB gives it another. What was agreed with peers about the old one
 * (how far they are), and what was made of it for a quicker start, holds no more.
 */
async function rename(about: IDBObjectStore): Promise<void> {
  const rows = await answerOf(about.getAll() as IDBRequest<Record<string, unknown>[]>);
  for (const row of rows) {
    await answerOf(about.put(Object.fromEntries(Object.entries(row).filter(([field]) => !field.endsWith('_id')))));
  }
}

/** Makes a document of every body that has none. */
async function adopt({ documents, bodies }: Pick<RowTransaction, 'documents' | 'bodies'>, sequences: ReadonlyMap<string, number>, known: ReadonlySet<string>): Promise<number> {
  const orphans = new Map<string, { rev: string; deleted: boolean }[]>();
  for (const [key, sequence] of sequences) {
    const border = key.lastIndexOf('::');
    const [id, rev] = [key.slice(0, border), key.slice(border + 2)];
    if (known.has(id)) continue;
    const body = await answerOf(bodies.get(sequence) as IDBRequest<{ _deleted?: boolean } | undefined>);
    orphans.set(id, [...(orphans.get(id) ?? []), { rev, deleted: body?._deleted === true }]);
  }
  for (const [id, leaves] of orphans) await answerOf(documents.put(rowOf(id, treeOf(leaves), sequences)));
  return orphans.size;
}

function treeIn(row: DocumentRow): RevisionRoot[] {
  return (JSON.parse(row.data) as { rev_tree: RevisionRoot[] }).rev_tree;
}

/** A document's row as PouchDB writes it; its sequence is that of its newest body. */
function rowOf(id: string, tree: RevisionRoot[], sequences: ReadonlyMap<string, number>): DocumentRow {
  const leaves = leavesOf(tree);
  const winner = winnerOf(leaves);
  const seq = Math.max(...leaves.map(({ rev }) => sequences.get(`${id}::${rev}`) ?? 0));
  return {
    id,
    winningRev: winner?.rev ?? '',
    deletedOrLocal: winner?.deleted === true ? '1' : '0',
    seq,
    data: JSON.stringify({ id, rev: winner?.rev, rev_tree: tree, seq, deleted: winner?.deleted === true }),
  };
}
