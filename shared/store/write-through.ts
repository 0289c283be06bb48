import type { BulkWriteRow, RxDocumentData, RxStorageWriteError } from 'rxdb';
import { StoreProblem } from './chapter-types.ts';
import type { Known, RecordMemory } from './record-memory.ts';
import { writeAll, type RecordPouch, type WriteAnswer } from './pouch.ts';
import { readAgain } from './reading-again.ts';

/**
 * RxDB's bulk write: PouchDB first, then memory. Resolves with a conflict for each row that was written without knowing
 * the newest state. Rejects with a {@link StoreProblem} when PouchDB refused anything for another reason; what it did
 * take is in memory by then. Only inside the collection's turn.
 */
export async function writeThrough<R, B>(
  pouch: RecordPouch,
  memory: RecordMemory<R, B>,
  rows: readonly BulkWriteRow<R>[],
  context: string,
): Promise<RxStorageWriteError<R>[]> {
  const documents = memory.documents();
  const errors: RxStorageWriteError<R>[] = [];
  const wanted: BulkWriteRow<R>[] = [];
  for (const row of rows) {
    const documentInDb = documents.get(memory.idOf(row.document));
    if (documentInDb && documentInDb._rev !== row.previous?._rev) errors.push(conflict(memory, row, documentInDb, context));
    else wanted.push(row);
  }
  if (wanted.length === 0) return errors;
  const prepared = wanted.map((row) => toStored(memory, row));
  let answers: readonly WriteAnswer[];
  try {
    answers = await writeAll(pouch, prepared.map(({ stored }) => stored));
  } catch (problem) {
    // Some rows may be written although the whole was refused; what cannot be read now is read when the feed tells of it.
    await readAgain(pouch, memory, [...new Set(prepared.map(({ id }) => id))]).catch(() => undefined);
    throw problem;
  }
  const stale: BulkWriteRow<R>[] = [];
  const written: BulkWriteRow<R>[] = [];
  let failed: WriteAnswer | undefined;
  prepared.forEach(({ id, backing, row }, index) => {
    const answer = answers[index];
    if (answer?.ok && answer.rev) {
      memory.note(id, answer.rev, backing);
      written.push(row);
    } else if (answer?.status === 409) stale.push(row);
    else failed ??= answer ?? {};
  });
  if (written.length > 0) errors.push(...(await memory.write(written, context)));
  if (stale.length > 0) errors.push(...(await conflictsOf(pouch, memory, stale, context)));
  if (failed) throw new StoreProblem('damaged', { cause: failed });
  return errors;
}

interface Prepared<R, B> {
  readonly id: string;
  readonly row: BulkWriteRow<R>;
  readonly stored: object;
  readonly backing: B;
}

function toStored<R, B>(memory: RecordMemory<R, B>, row: BulkWriteRow<R>): Prepared<R, B> {
  const { keeping } = memory;
  const id = memory.idOf(row.document);
  const known: Known<B> | undefined = memory.known(id);
  const before = known ? { fields: row.previous ? memory.fieldsOf(row.previous) : {}, backing: known.backing } : null;
  const { body, backing } = keeping.write({ id, fields: memory.fieldsOf(row.document), rx: row.document, before });
  const head = known ? { _id: keeping.storedId(id), _rev: known.rev } : { _id: keeping.storedId(id) };
  return { id, row, backing, stored: { ...head, ...body } };
}

/** Brings the states that won into memory and answers with them. */
async function conflictsOf<R, B>(
  pouch: RecordPouch,
  memory: RecordMemory<R, B>,
  rows: readonly BulkWriteRow<R>[],
  context: string,
): Promise<RxStorageWriteError<R>[]> {
  await readAgain(pouch, memory, [...new Set(rows.map((row) => memory.idOf(row.document)))]);
  return rows.map((row) => {
    const documentInDb = memory.documents().get(memory.idOf(row.document));
    // A state that cannot be opened here would be written against for ever: RxDB tries again upon the state it is given.
    if (!documentInDb || documentInDb._rev === row.previous?._rev) throw new StoreProblem(documentInDb ? 'key-missing' : 'gone');
    return conflict(memory, row, documentInDb, context);
  });
}

function conflict<R, B>(
  memory: RecordMemory<R, B>,
  writeRow: BulkWriteRow<R>,
  documentInDb: RxDocumentData<R>,
  context: string,
): RxStorageWriteError<R> {
  return { status: 409, isError: true, documentId: memory.idOf(writeRow.document), writeRow, documentInDb, context };
}
