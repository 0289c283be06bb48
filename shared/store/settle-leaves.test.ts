import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newRecordId } from '../domain/record.ts';
import type { StoredDocument } from './pouch.ts';
import { settleLeaves } from './settle-leaves.ts';
import { INVENTED_FAMILY } from './simulation/invented-family.ts';
import type { Replica } from './simulation/replica.ts';
import { newWorld } from './simulation/world.ts';

let pcs: readonly Replica[];
let id: string;
beforeEach(async () => {
  pcs = await newWorld();
  id = newRecordId('person');
});
afterEach(async () => {
  for (const { pouch } of pcs) await pouch.close();
});

const at = (number: number): Replica => pcs[number] as Replica;
async function settle(number: number): Promise<void> {
  await settleLeaves(at(number).pouch, at(number).codec, INVENTED_FAMILY, id);
  at(number).crash();
}

async function change(number: number, patch: Record<string, unknown>): Promise<void> {
  const held = await at(number).see(id);
  const { envelope } = at(number).codec.seal(INVENTED_FAMILY, id, { ...held?.fields, ...patch }, held);
  await at(number).write([{ _id: id, ...(held ? { _rev: held.rev } : {}), ...envelope }]);
}

async function living(number: number): Promise<readonly StoredDocument[]> {
  return (await at(number).leaves(id)).filter(({ _deleted }) => !_deleted);
}

/** A record that two PCs changed apart from each other; the first has both leaves, not merged yet. */
async function torn(): Promise<void> {
  await change(0, { called: 'Lu' });
  await at(1).receive(await at(0).leaves(id));
  await change(0, { called: 'Ana' });
  await change(1, { called: 'Ani' });
  await at(0).receive(await at(1).leaves(id));
}

async function erase(number: number): Promise<void> {
  const held = await at(number).see(id);
  await at(number).write([{ _id: id, _rev: held?.rev, _deleted: true, ...at(number).codec.tombstone(id, 1, 'erased', held?.backing) }]);
}

describe('settling leaves', () => {
  test('a crash after the reviews repeats the merge; a second time nothing is written', async () => {
    await torn();
    const { pouch } = at(0);
    const bulkDocs = pouch.bulkDocs.bind(pouch) as (...given: readonly unknown[]) => Promise<never>;
    let writes = 0;
    pouch.bulkDocs = ((...given: readonly unknown[]) => ((writes += 1), writes > 1 ? Promise.reject(new Error('power')) : bulkDocs(...given)));
    await expect(settle(0)).rejects.toThrow('power');
    expect(await living(0)).toHaveLength(2);
    pouch.bulkDocs = bulkDocs;
    await settle(0);
    expect(await living(0)).toHaveLength(1);
    expect((await pouch.allDocs({ startkey: 'review:', endkey: 'review:\uffff' })).rows).toHaveLength(1);
    const { update_seq: before } = await pouch.info();
    await settle(0);
    expect((await pouch.info()).update_seq).toBe(before);
  });

  test('no leaf is removed when the merge of it could not be written', async () => {
    await torn();
    const { pouch } = at(0);
    const bulkDocs = pouch.bulkDocs.bind(pouch) as (documents: readonly StoredDocument[], options?: object) => Promise<never>;
    pouch.bulkDocs = ((documents: readonly StoredDocument[], options?: object) =>
      documents.some(({ _id, _deleted }) => _id === id && !_deleted) ? Promise.resolve([{ id, status: 409, error: true }]) : bulkDocs(documents, options)) as typeof pouch.bulkDocs;
    await expect(settle(0)).rejects.toThrow('damaged');
    expect(await living(0)).toHaveLength(2);
  });

  test('a refused write is looked at anew, and any other failure is told at once', async () => {
    await torn();
    const { pouch } = at(0);
    const bulkDocs = pouch.bulkDocs.bind(pouch) as (documents: readonly StoredDocument[], options?: object) => Promise<never>;
    /** The merge's own writes: the merged revision, then the deletion of what lost. */
    async function answering(status: number, deletion: boolean, times: number): Promise<number> {
      let refusals = 0;
      pouch.bulkDocs = ((documents: readonly StoredDocument[], options?: object) =>
        documents.some(({ _id, _deleted }) => _id === id && Boolean(_deleted) === deletion) && refusals < times
          ? ((refusals += 1), Promise.resolve([{ id, status, error: true }]))
          : bulkDocs(documents, options)) as typeof pouch.bulkDocs;
      await settle(0);
      return refusals;
    }
    await expect(answering(500, false, 3)).rejects.toThrow('damaged');
    await expect(answering(409, true, 10)).rejects.toThrow('damaged');
    expect(await living(0)).toHaveLength(2);
    expect(await answering(409, true, 9)).toBe(9);
    expect(await living(0)).toHaveLength(1);
    expect((await at(0).leaves(id)).map((leaf) => at(0).codec.readTombstone(id, leaf)?.kind)).toContain('merged');
  });

  test('a lone leaf is left as it is, with whatever is in question in it', async () => {
    await torn();
    await settle(0);
    await at(1).receive(await at(0).leaves(id));
    const { update_seq: before } = await at(1).pouch.info();
    await settle(1);
    expect((await at(1).pouch.info()).update_seq).toBe(before);
    expect((await at(1).pouch.allDocs({ startkey: 'review:', endkey: 'review:\uffff' })).rows).toEqual([]);
  });

  test('a leaf beside an erasure that had not seen it stays and is asked about; settled twice nothing more is written', async () => {
    await change(0, { called: 'Lu' });
    await at(1).receive(await at(0).leaves(id));
    await change(1, { called: 'Ana' });
    await erase(0);
    await at(1).receive(await at(0).leaves(id));
    await settle(1);
    expect(await living(1)).toHaveLength(1);
    const { rows } = await at(1).pouch.allDocs({ startkey: 'review:', endkey: 'review:\uffff', include_docs: true });
    expect(rows.map((row) => at(1).codec.open(row.id, row.doc)?.fields)).toMatchObject([{ record: id, field: 'erased' }]);
    const { update_seq: before } = await at(1).pouch.info();
    await settle(1);
    expect((await at(1).pouch.info()).update_seq).toBe(before);
  });

  test('where a leaf went into a merge that has not arrived, what remains says so once, and a bin written upon it is not taken for seen', async () => {
    await torn();
    const [loser] = (await living(0)).toSorted((one, other) => (one._rev < other._rev ? -1 : 1));
    const from = (await living(1))[0]?._rev === loser?._rev ? 1 : 0;
    const other = 1 - from;
    const whole = await at(0).leaves(id);
    await at(2).receive(whole);
    await settle(2);
    // Of what the third made, only the deletion comes, to the PC whose change it deletes.
    await at(from).receive([...whole.filter(({ _rev }) => _rev !== loser?._rev), ...(await at(2).leaves(id)).filter(({ _deleted }) => _deleted)]);
    await settle(from);
    const { update_seq: before } = await at(from).pouch.info();
    await settle(from);
    expect((await at(from).pouch.info()).update_seq).toBe(before);
    await change(from, { deletedAt: '2026-03-04T10:00:00.000Z' });
    await at(2).receive(await at(from).leaves(id));
    await settle(2);
    expect((await at(2).see(id))?.fields['deletedAt']).toBeUndefined();
    const { rows } = await at(2).pouch.allDocs({ startkey: 'review:', endkey: 'review:\uffff', include_docs: true });
    expect(rows.map((row) => at(2).codec.open(row.id, row.doc)?.fields)).toContainEqual(expect.objectContaining({ record: id, field: 'deletedAt' }));
    await at(other).receive(await at(2).leaves(id));
    await settle(other);
    expect(await living(other)).toEqual(await living(2));
  });

  test('an erasure that does not say what it had seen asks about any leaf', async () => {
    await change(0, { called: 'Lu' });
    const [leaf] = await living(0);
    const stone = { _id: id, _rev: `2-${'f'.repeat(32)}`, _deleted: true };
    await at(1).receive([leaf as StoredDocument, { ...stone, ...at(0).codec.tombstone(id, 1, 'erased') }]);
    await settle(1);
    expect(await living(1)).toHaveLength(1);
    expect((await at(1).pouch.allDocs({ startkey: 'review:', endkey: 'review:\uffff' })).rows).toHaveLength(1);
  });

  test('a leaf beside an erasure is erased when whoever erased had seen all of it', async () => {
    await torn();
    const [loser] = (await living(0)).toSorted((one, other) => (one._rev < other._rev ? -1 : 1));
    await settle(0);
    await erase(0);
    await at(2).receive([loser as StoredDocument]);
    await at(2).receive((await at(0).leaves(id)).filter(({ _deleted, kind }) => _deleted && kind === 'erased'));
    expect(await living(2)).toHaveLength(1);
    await settle(2);
    expect(await living(2)).toEqual([]);
    expect((await at(2).pouch.allDocs()).rows).toEqual([]);
    const stones = (await at(2).leaves(id)).map((leaf) => at(2).codec.readTombstone(id, leaf));
    expect(stones).toEqual([expect.objectContaining({ kind: 'erased' }), expect.objectContaining({ kind: 'erased' })]);
    // What was erased with it had been seen by whoever has this deletion.
    expect(stones).toContainEqual({ kind: 'erased', seen: { chapter: expect.objectContaining({ pc0: expect.any(Number) as number }) as unknown } });
  });

  test('a deletion that nobody of the chapter made changes nothing and asks nobody', async () => {
    await torn();
    await settle(0);
    const [before] = await living(0);
    const stone = at(0).codec.tombstone(id, 1, 'erased');
    const forged = { _id: id, _rev: `2-${'f'.repeat(32)}`, _deleted: true, ...stone, mac: 'm'.repeat(43) };
    await at(0).receive([forged]);
    await settle(0);
    expect(await living(0)).toEqual([before]);
  });

  test('what one of three PCs cannot open waits for who can, and the rest is merged there already', async () => {
    await change(0, { called: 'Lu', notes: 'canta' });
    for (const number of [1, 2]) await at(number).receive(await at(0).leaves(id));
    await change(0, { notes: 'maneja', area: 'Norte' });
    await change(1, { notes: 'cocina', doNotContact: true });
    for (const from of [0, 1]) await at(2).receive(await at(from).leaves(id));
    await settle(2);
    expect(await living(2)).toHaveLength(2);
    expect((await at(2).see(id))?.fields).toEqual({ called: 'Lu', area: 'Norte', doNotContact: true });
    const { update_seq: before } = await at(2).pouch.info();
    await settle(2);
    expect((await at(2).pouch.info()).update_seq).toBe(before);
    for (const to of [0, 1]) await at(to).receive(await at(2).leaves(id));
    await settle(1);
    expect((await at(1).see(id))?.fields).toEqual({ called: 'Lu', area: 'Norte', doNotContact: true, notes: 'cocina\n\nmaneja' });
    await at(2).receive(await at(1).leaves(id));
    expect(await living(2)).toHaveLength(1);
  });
});
