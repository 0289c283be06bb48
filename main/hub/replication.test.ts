import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPeer, type Peer } from './testing/peer.ts';
import { envelopeOf, pcDatabase, recordId, remoteDatabase, sealedRecord, sealedTombstone, textOf, type TestPouch } from './testing/records.ts';

/** Everything a replica holds: each document's leaves with their histories and bodies. */
async function holdings(pouch: TestPouch): Promise<unknown> {
  const { results } = await pouch.changes({ style: 'all_docs' });
  const all: [string, unknown][] = [];
  for (const { id } of results) {
    const open = await pouch.get(id, { open_revs: 'all', revs: true });
    const leaves = open.flatMap((one) => ('ok' in one ? [one.ok] : []));
    all.push([id, leaves.sort((a, b) => (a._rev < b._rev ? -1 : 1))]);
  }
  return all.sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('two PCs through one peer', () => {
  let peer: Peer;
  beforeAll(async () => {
    peer = await openPeer();
  });
  afterAll(() => peer.stop());

  async function office(): Promise<{ database: string; remote: TestPouch; rosa: TestPouch; luis: TestPouch }> {
    const database = await peer.freshChapter();
    return { database, remote: remoteDatabase(peer.address, database, peer.account), rosa: pcDatabase(), luis: pcDatabase() };
  }

  it('carries records, edits and deletions with their histories both ways', async () => {
    const { database, remote, rosa, luis } = await office();
    const ids = Array.from({ length: 240 }, recordId);
    await rosa.bulkDocs(ids.slice(0, 120).map((id) => sealedRecord(database, id, `from Rosa ${id}`)));
    await luis.bulkDocs(ids.slice(120).map((id) => sealedRecord(database, id, `from Luis ${id}`)));
    await rosa.replicate.to(remote);
    await luis.sync(remote);
    await rosa.replicate.from(remote);
    expect((await rosa.allDocs()).rows.map((row) => row.id)).toEqual([...ids].sort());
    expect(await holdings(rosa)).toEqual(await holdings(luis));

    const first = ids[0] ?? '';
    for (const text of ['second', 'third', 'fourth']) {
      await rosa.put({ ...sealedRecord(database, first, text), _rev: (await rosa.get(first))._rev });
    }
    const gone = await luis.get(ids[1] ?? '');
    await luis.put({ ...sealedTombstone(database, gone._id), _rev: gone._rev });
    await rosa.sync(remote);
    await luis.sync(remote);
    await rosa.sync(remote);
    const known = await luis.get(first, { revs: true });
    expect(textOf(known)).toBe('fourth');
    expect(known._revisions?.ids).toHaveLength(4);
    await expect(rosa.get(ids[1] ?? '')).rejects.toMatchObject({ status: 404, reason: 'deleted' });
    expect(await holdings(rosa)).toEqual(await holdings(luis));
    expect(await holdings(remote)).toEqual(await holdings(luis));
  });

  it('keeps every branch of a conflict, also the deleted one, and the same winner everywhere', async () => {
    const { database, remote, rosa, luis } = await office();
    const [edited, deleted] = [recordId(), recordId()];
    await rosa.bulkDocs([sealedRecord(database, edited, 'base'), sealedRecord(database, deleted, 'base')]);
    await rosa.sync(remote);
    await luis.sync(remote);
    const change = async (pc: TestPouch, id: string, text: string): Promise<void> => {
      await pc.put({ _id: id, _rev: (await pc.get(id))._rev, ...envelopeOf(database, text) });
    };
    await change(rosa, edited, 'by Rosa');
    await change(luis, edited, 'by Luis');
    await change(luis, edited, 'by Luis again');
    await change(rosa, deleted, 'kept by Rosa');
    const doomed = await luis.get(deleted);
    await luis.put({ ...sealedTombstone(database, doomed._id), _rev: doomed._rev });
    for (const pc of [rosa, luis, rosa]) await pc.sync(remote);
    const everywhere = await Promise.all([rosa, luis, remote].map((one) => one.get(edited, { conflicts: true })));
    expect(everywhere.map(textOf)).toEqual(Array(3).fill('by Luis again'));
    expect(everywhere.map((one) => one._conflicts?.length)).toEqual([1, 1, 1]);
    expect(textOf(await remote.get(deleted))).toBe('kept by Rosa');
    const leaves = await remote.get(deleted, { open_revs: 'all' });
    expect(leaves.map((leaf) => ('ok' in leaf ? leaf.ok._deleted === true : 'missing')).sort()).toEqual([false, true]);
    expect(await holdings(rosa)).toEqual(await holdings(luis));
    expect(await holdings(remote)).toEqual(await holdings(rosa));
  });

  it('brings a change to a PC that waits', async () => {
    const { database, remote, rosa, luis } = await office();
    const live = luis.replicate.from(remote, { live: true, retry: true });
    const idle = new Promise<void>((resolve) => void live.once('paused', () => resolve()));
    await idle;
    const arrived = new Promise<void>((resolve) => void live.once('change', () => resolve()));
    const id = recordId();
    await rosa.put(sealedRecord(database, id, 'now'));
    await rosa.replicate.to(remote);
    const sent = Date.now();
    await arrived;
    // Unwoken, the hub would look again with its next heartbeat only, which PouchDB asks for every ten seconds.
    expect(Date.now() - sent).toBeLessThan(8_000);
    expect(textOf(await luis.get(id))).toBe('now');
    const ended = new Promise<void>((resolve) => void live.once('complete', () => resolve()));
    live.cancel();
    await ended;
  });

  it('goes on where it stopped, and sends nothing twice', async () => {
    const { database, remote, rosa } = await office();
    await rosa.bulkDocs(Array.from({ length: 30 }, () => sealedRecord(database, recordId(), 'one')));
    expect((await rosa.replicate.to(remote)).docs_written).toBe(30);
    await rosa.put(sealedRecord(database, recordId(), 'two'));
    const second = await rosa.replicate.to(remote);
    expect([second.docs_read, second.docs_written]).toEqual([1, 1]);
    expect((await rosa.replicate.to(remote)).docs_read).toBe(0);
  });
});
