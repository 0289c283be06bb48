import type { RecordMemory } from './record-memory.ts';
import { withBodies, writeAll, type RecordPouch, type StoredDocument } from './pouch.ts';

/**
 * Reads these documents from PouchDB and brings them into memory, merging leaves where there are several. `again`: also
 * what is in memory in that revision already. `suspects`: ids that may have a deleted leaf beside the living one. Only
 * inside the collection's turn.
 */
export async function readAgain<R, B>(
  pouch: RecordPouch,
  memory: RecordMemory<R, B>,
  ids: readonly string[],
  again = false,
  suspects: ReadonlySet<string> = new Set(),
): Promise<void> {
  const { keeping } = memory;
  const storedIds = ids.map((id) => keeping.storedId(id));
  let found = await read(pouch, storedIds);
  const documents = memory.documents();
  /** PouchDB tells of living leaves only; a deletion beside one shows in that the news did not change what wins. */
  const hidesDeletion = (stored: StoredDocument): boolean => {
    if (stored._deleted || again || stored._rev.startsWith('1-')) return false;
    const id = keeping.idOf(stored._id);
    return suspects.has(id) || memory.known(id)?.rev === stored._rev || documents.get(id)?._deleted === true;
  };
  const torn = found.filter((stored) => (stored._conflicts?.length ?? 0) > 0 || hidesDeletion(stored));
  for (const stored of torn) await keeping.settle(pouch, stored._id);
  if (torn.length > 0) found = await read(pouch, storedIds);
  const disobeyed = await memory.takeIn(found, again);
  if (disobeyed.length > 0) await writeBack(pouch, memory, disobeyed);
}

/** Winners with their bodies, tombstones included; what PouchDB never had, or lost, is left out. */
async function read(pouch: RecordPouch, storedIds: readonly string[]): Promise<readonly StoredDocument[]> {
  const answer = await pouch.allDocs({ keys: [...storedIds], include_docs: true, conflicts: true });
  const found: StoredDocument[] = [];
  for (const row of answer.rows) {
    if ('error' in row) continue;
    if (row.doc) found.push(row.doc);
    else found.push(...(await pouch.get(row.id, { rev: row.value.rev }).then((one) => [one], () => [])));
  }
  return withBodies(found);
}

/**
 * Writes records upon tombstones that nobody of the chapter made (design §5); without it they would be missing at the
 * next opening. Nothing of this PC enters, so every PC writes the same revision.
 */
async function writeBack<R, B>(pouch: RecordPouch, memory: RecordMemory<R, B>, ids: readonly string[]): Promise<void> {
  const documents = memory.documents();
  const again = ids.flatMap((id) => {
    const document = documents.get(id);
    const known = memory.known(id);
    if (!document || !known) return [];
    const fields = memory.fieldsOf(document);
    const { body, backing } = memory.keeping.write({ id, fields, rx: document, before: { fields, backing: known.backing } });
    return [{ id, backing, stored: { ...body, _id: memory.keeping.storedId(id), _rev: known.rev } }];
  });
  const answers = await writeAll(pouch, again.map(({ stored }) => stored));
  again.forEach(({ id, backing }, index) => {
    const rev = answers[index]?.rev;
    if (rev !== undefined) memory.note(id, rev, backing);
  });
}
