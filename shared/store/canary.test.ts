import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { randomToken } from '../domain/record.ts';
import type { Host } from '../host.ts';
import { countHere, findLoss, noteCount } from './canary.ts';
import * as rows from './idb-rows.ts';
import * as torn from './mend-rows.ts';
import { openPouch, type RecordPouch } from './pouch.ts';
import { readNote, writeNote, type HeldNote } from './record-count.ts';
import { newTestHost } from './test-host.ts';

PouchDB.plugin(memoryAdapter);
// The rows under PouchDB are IndexedDB's, which Node has not; the journeys in `e2e/` count them in a real browser.
vi.mock('./idb-rows.ts', { spy: true });
vi.mock('./mend-rows.ts', { spy: true });

const CHAPTER = 'durham';
const PEER = { label: 'Oficina central', address: 'https://hub.example.org' };
let host: Host;
let pouch: RecordPouch;

beforeEach(() => {
  host = newTestHost();
  pouch = openPouch(`canary-${randomToken(10)}`, 'memory');
});
afterEach(async () => {
  vi.resetAllMocks();
  vi.unstubAllGlobals();
  await pouch.close();
});

const find = () => findLoss(host.keep, CHAPTER, pouch);

async function noted(): Promise<HeldNote> {
  const note = await readNote(host.keep, CHAPTER);
  if (note === null || note === 'unreadable') throw new Error('no note');
  return note;
}

/** The note as it would be had the database held that much. */
async function noteOf(held: Partial<HeldNote>): Promise<void> {
  await writeNote(host.keep, CHAPTER, { ...(await noted()), ...held });
}

async function people(count: number): Promise<void> {
  await pouch.bulkDocs(Array.from({ length: count }, (_, at) => ({ _id: `person:${String(at)}` })));
}

describe('the note', () => {
  test('holds what is here, and keeps its token from one count to the next', async () => {
    await people(3);
    await noteCount(host, CHAPTER, pouch);
    const first = await noted();
    expect(first).toMatchObject({ format: 1, records: 3, sequence: 3, documents: null, bodies: null, peer: null });
    expect(first.token).toMatch(/^[a-z0-9]{20}$/);
    expect(Math.abs(Date.now() - Date.parse(first.at))).toBeLessThan(10_000);
    await pouch.put({ _id: 'person:x' });
    vi.mocked(rows.countRows).mockResolvedValue({ documents: 6, bodies: 9 });
    await noteCount(host, CHAPTER, pouch);
    expect(await noted()).toMatchObject({ token: first.token, records: 4, documents: 6, bodies: 9 });
    expect(await countHere(pouch)).toMatchObject({ records: 4, documents: 6, bodies: 9 });
    expect(rows.countRows).toHaveBeenCalledWith(pouch.name);
  });

  test('names who confirmed everything, when that is the peer of today', async () => {
    await host.sync.setPeer(`chapter-${CHAPTER}`, { ...PEER, user: 'u', password: 'p' } as never);
    await noteCount(host, CHAPTER, pouch);
    expect((await noted()).peer).toBeNull();
    const confirmed = async (content: object): Promise<HeldNote['peer']> => {
      const before = await pouch.get('_local/convoca-peer-server').catch(() => null);
      await pouch.put({ _id: '_local/convoca-peer-server', ...content, ...(before ? { _rev: before._rev } : {}) });
      await noteCount(host, CHAPTER, pouch);
      return (await noted()).peer;
    };
    const at = '2026-11-20T10:00:00.000Z';
    expect(await confirmed({ address: PEER.address, safeAt: at })).toEqual({ label: PEER.label, at });
    expect(await confirmed({ address: 'https://another.example.org', safeAt: at })).toBeNull();
    expect(await confirmed({ address: PEER.address })).toBeNull();
    await host.sync.forgetPeer(`chapter-${CHAPTER}`);
    expect(await confirmed({ address: PEER.address, safeAt: at })).toBeNull();
  });

  test('is not begun on a full disk, and one that was begun is kept up there', async () => {
    const full = { open: () => Promise.reject(new DOMException('Full.', 'QuotaExceededError')) };
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now + 60_000 });
    vi.stubGlobal('caches', full);
    await expect(noteCount(host, CHAPTER, pouch)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await readNote(host.keep, CHAPTER)).toBeNull();
    await expect(pouch.get('_local/canary')).rejects.toMatchObject({ status: 404 });
    vi.unstubAllGlobals();
    await noteCount(host, CHAPTER, pouch);
    vi.setSystemTime(now + 180_000);
    vi.stubGlobal('caches', full);
    await noteCount(host, CHAPTER, pouch);
    expect((await noted()).at).toBe(new Date(now + 180_000).toISOString());
    vi.useRealTimers();
  });
});

describe('a loss', () => {
  test('is none while everything is here, or more', async () => {
    await people(2);
    await noteCount(host, CHAPTER, pouch);
    expect(await find()).toBeNull();
    await pouch.put({ _id: 'person:x' });
    expect(await find()).toBeNull();
  });

  test('of a browser that handed out an empty database is told with what was held', async () => {
    await people(2);
    await noteCount(host, CHAPTER, pouch);
    const note = await noted();
    const empty = openPouch(`canary-${randomToken(10)}`, 'memory');
    expect(await findLoss(host.keep, CHAPTER, empty)).toEqual({ kind: 'gone', held: 2, here: 0, countedAt: note.at, peer: null });
    await empty.put({ _id: 'person:x' });
    expect(await findLoss(host.keep, CHAPTER, empty)).toMatchObject({ kind: 'gone', held: 2, here: 1 });
    await empty.close();
  });

  test('without a note is one only where the database has no mark either', async () => {
    expect(await find()).toEqual({ kind: 'gone', held: null, here: 0, countedAt: null, peer: null });
    await noteCount(host, CHAPTER, pouch);
    expect(await findLoss(newTestHost().keep, CHAPTER, pouch)).toBeNull();
  });

  test('by a note that lost power half written is unsure, as is a whole database with another’s mark', async () => {
    await people(2);
    await noteCount(host, CHAPTER, pouch);
    await noteOf({ token: 'another', peer: { label: 'Central', at: 'x' } });
    expect(await find()).toMatchObject({ kind: 'unsure', held: 2, here: 2, peer: { label: 'Central', at: 'x' } });
    await host.keep.write(`canary-${CHAPTER}`, `${(await host.keep.read(`canary-${CHAPTER}`)) ?? ''} `);
    expect(await find()).toEqual({ kind: 'unsure', held: null, here: 2, countedAt: null, peer: null });
  });

  test('of an empty database with another’s mark is gone, even when nothing had been held', async () => {
    await noteCount(host, CHAPTER, pouch);
    await noteOf({ token: 'another' });
    expect(await find()).toMatchObject({ kind: 'gone', held: 0, here: 0 });
  });

  test('of some records shows in fewer records or a sequence that went back', async () => {
    await people(2);
    await noteCount(host, CHAPTER, pouch);
    await noteOf({ records: 3 });
    expect(await find()).toMatchObject({ kind: 'fewer', held: 3, here: 2 });
    await noteOf({ records: 2, sequence: 3 });
    expect(await find()).toMatchObject({ kind: 'fewer', held: 2, here: 2 });
    await noteOf({ sequence: 2 });
    expect(await find()).toBeNull();
  });

  test('where the rows can be seen they count, not the records, which people delete', async () => {
    vi.mocked(rows.countRows).mockResolvedValue({ documents: 5, bodies: 7 });
    vi.mocked(torn.countTorn).mockResolvedValue(0);
    await people(2);
    await noteCount(host, CHAPTER, pouch);
    await noteOf({ records: 4 });
    expect(await find()).toBeNull();
    await noteOf({ documents: 6 });
    expect(await find()).toMatchObject({ kind: 'fewer' });
    await noteOf({ documents: null });
    expect(await find()).toMatchObject({ kind: 'fewer', held: 4 });
    await noteOf({ documents: 5, records: 2 });
    vi.mocked(rows.countRows).mockResolvedValue(null);
    expect(await find()).toBeNull();
  });

  test('of bodies is one where a document lacks its body, and none where two leaves became one', async () => {
    vi.mocked(rows.countRows).mockResolvedValue({ documents: 5, bodies: 7 });
    vi.mocked(torn.countTorn).mockResolvedValue(1);
    await noteCount(host, CHAPTER, pouch);
    expect(await find()).toBeNull();
    vi.mocked(rows.countRows).mockResolvedValue({ documents: 5, bodies: 6 });
    expect(await find()).toMatchObject({ kind: 'fewer' });
    expect(torn.countTorn).toHaveBeenCalledWith(pouch.name);
    vi.mocked(torn.countTorn).mockResolvedValue(0);
    expect(await find()).toBeNull();
    vi.mocked(rows.countRows).mockResolvedValue({ documents: 5, bodies: 5 });
    expect(await find()).toBeNull();
    // Fewer bodies than documents: no document is without one.
    vi.mocked(rows.countRows).mockResolvedValue({ documents: 6, bodies: 5 });
    expect(await find()).toMatchObject({ kind: 'fewer' });
  });

  test('is not looked for in a database that a newer Convoca laid out otherwise', async () => {
    await pouch.put({ _id: '_local/canary', token: 'a', layout: 2 });
    await expect(find()).rejects.toMatchObject({ code: 'newer-schema' });
  });

  test('is none in a database that was marked before there were layouts', async () => {
    await pouch.put({ _id: '_local/canary', token: 'first' });
    await noteCount(host, CHAPTER, pouch);
    expect((await noted()).token).toBe('first');
    expect(await find()).toBeNull();
  });
});
