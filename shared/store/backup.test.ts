import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { BackupWriter, readBackup } from './backup-file.ts';
import { makeBackup, restoreInto } from './backup.ts';
import { newChapterKeys } from './keys.ts';
import { openPouch, type RecordPouch, type StoredDocument } from './pouch.ts';
import { createSealer } from './sealing.ts';
import { newTestPc } from './test-chapter.ts';
import { newTestHost } from './test-host.ts';

const open: RecordPouch[] = [];
afterEach(async () => {
  for (const pouch of open.splice(0)) await pouch.close();
});

function pouchOf(chapter: string): RecordPouch {
  const pouch = openPouch(`chapter-${chapter}`, 'memory', newTestPc().prefix);
  open.push(pouch);
  return pouch;
}

/** A chapter's database with as many sealed people, of whom the second was changed. */
async function written(people: number) {
  const pouch = pouchOf('durham');
  const sealer = await createSealer('durham', await newChapterKeys());
  const body = (id: string, fields: object): object => ({ chapter: 'durham', schema: 1, parts: { chapter: sealer.seal({ id, schema: 1 }, 'chapter', fields) } });
  const ids = Array.from({ length: people }, (_, at) => `person:persona${String(at).padStart(13, '0')}`);
  await pouch.bulkDocs(ids.map((_id) => ({ _id, ...body(_id, { nameAsWritten: `Persona de ${_id}` }) })));
  const change = async (id: string, fields: object): Promise<void> => {
    await pouch.put({ ...body(id, fields), _id: id, _rev: (await pouch.get(id))._rev });
  };
  const second = ids[1] ?? '';
  await change(second, { nameAsWritten: 'Persona cambiada' });
  const host = newTestHost();
  await host.keep.write('vault-durham', '{"a":"vault"}');
  return { host, here: { id: 'durham', pouch }, ids, second, change, sealer };
}

async function leavesIn(pouch: RecordPouch): Promise<readonly (readonly [string, readonly string[]])[]> {
  const { results } = await pouch.changes({ style: 'all_docs' });
  return results.map(({ id, changes }) => [id, changes.map(({ rev }) => rev).sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

test('a backup brings every leaf and every revision back, sealed, and twice is as good as once', async () => {
  const { host, here, ids, second, sealer } = await written(600);
  // A leaf that nobody has settled, and a deletion.
  const stored = await here.pouch.get<StoredDocument>(ids[5] ?? '');
  await here.pouch.bulkDocs([{ ...stored, _rev: '1-0123456789abcdef0123456789abcdef' }], { new_edits: false });
  const { _id, _rev } = await here.pouch.get(ids[7] ?? '');
  const tombstone = { chapter: 'durham', schema: 1, mac: sealer.tombstoneMac(_id, 1) };
  await here.pouch.bulkDocs([{ _id, _rev, _deleted: true, ...tombstone }]);
  const file = await makeBackup(host.keep, here);
  expect(new TextDecoder('latin1').decode(file)).not.toContain('Persona');
  const restored = pouchOf('durham');
  const read = await readBackup(file);
  expect(read.about?.vault).toBe('{"a":"vault"}');
  expect(await restoreInto(restored, 'durham', read)).toEqual({ records: 599, missing: 0 });
  expect(await restoreInto(restored, 'durham', read)).toEqual({ records: 599, missing: 0 });
  expect((await restored.get(second, { revs: true }))._revisions?.ids).toHaveLength(2);
  expect(await restored.get(second)).toEqual(await here.pouch.get(second));
  expect(await leavesIn(restored)).toEqual(await leavesIn(here.pouch));
  expect((await leavesIn(restored)).filter(([, revs]) => revs.length === 2)).toHaveLength(1);
});

test('restoring over newer records keeps the newer ones', async () => {
  const { host, here, second, change } = await written(20);
  const file = await makeBackup(host.keep, here);
  await change(second, { nameAsWritten: 'Más nueva' });
  const newest = await here.pouch.get(second);
  await restoreInto(here.pouch, 'durham', await readBackup(file));
  expect(await here.pouch.get(second, { conflicts: true })).toEqual(newest);
});

test('of a damaged or truncated backup every undamaged block is taken, and what is missing is counted', async () => {
  const { host, here } = await written(900);
  const file = await makeBackup(host.keep, here);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 17, max: file.length - 1 }), fc.boolean(), async (at, isCut) => {
      const hurt = isCut ? file.slice(0, at) : file.slice();
      if (!isCut) hurt.fill(0x41, at, at + 5);
      const read = await readBackup(hurt);
      const ids = [...read.documents()].flatMap(({ documents }) => documents.map((stored) => String(stored['_id'])));
      const missing = 900 - new Set(ids).size;
      // A file whose beginning is cut off knows nothing of itself.
      if (read.about) expect(read.missing).toBe(missing);
      else expect(missing).toBe(isCut ? 900 : 0);
      if (!isCut) expect(missing).toBeLessThanOrEqual(250);
    }),
    { numRuns: 60 },
  );
  const hurt = file.slice();
  hurt.fill(0, Math.floor(file.length / 2), Math.floor(file.length / 2) + 3);
  const restored = pouchOf('durham');
  const { records, missing } = await restoreInto(restored, 'durham', await readBackup(hurt));
  expect(records + missing).toBe(900);
  expect(missing).toBe(250);
  expect((await restored.info()).doc_count).toBe(records);
});

test('another chapter’s backup, a newer Convoca’s and any other file are refused, and nothing is written', async () => {
  const { host, here } = await written(3);
  const file = await makeBackup(host.keep, here);
  const other = pouchOf('raleigh');
  await expect(restoreInto(other, 'raleigh', await readBackup(file))).rejects.toMatchObject({ code: 'other-chapter' });
  expect((await other.info()).doc_count).toBe(0);
  const newer = file.slice();
  newer['CONVOCA-BACKUP-'.length] = '2'.charCodeAt(0);
  await expect(readBackup(newer)).rejects.toMatchObject({ code: 'newer-backup' });
  await expect(readBackup(new TextEncoder().encode('Nombre,Teléfono\n'))).rejects.toMatchObject({ code: 'not-a-backup' });
  await expect(readBackup(new Uint8Array())).rejects.toMatchObject({ code: 'not-a-backup' });
});

test('a backup with documents of several chapters gives each its own only; one with nothing whole says so', async () => {
  const { here, host } = await written(2);
  const file = await BackupWriter.begin();
  const stranger = { _id: 'person:fremdfremdfremdfremd', _rev: '1-0123456789abcdef0123456789abcdef', chapter: 'raleigh', schema: 1, parts: {} };
  file.add({ documents: [stranger] }, 1);
  await expect(restoreInto(here.pouch, 'durham', await readBackup(await file.bytes()))).rejects.toMatchObject({ code: 'other-chapter' });
  const whole = await makeBackup(host.keep, here);
  await expect(restoreInto(pouchOf('durham'), 'durham', await readBackup(whole.slice(0, 20)))).rejects.toMatchObject({ code: 'damaged-backup' });
});
