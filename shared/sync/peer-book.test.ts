import memoryAdapter from 'pouchdb-adapter-memory';
import { expect, test } from 'vitest';
import type { PeerInfo } from '../host.ts';
import { openPouch, type RecordPouch } from '../store/pouch.ts';
import { PouchDB } from '../store/replicating-pouch.ts';
import { keptPeerId, readKeptPeer } from './kept-peer.ts';
import { PeerBook } from './peer-book.ts';
import { record } from './testing/little-office.ts';

PouchDB.plugin(memoryAdapter);

const SERVER: PeerInfo = { id: 'server', kind: 'server', address: 'https://records.example.org', account: 'office', label: 'headquarters' };
const NEIGHBOUR: PeerInfo = { ...SERVER, id: 'pc-abcdefgh12345678', kind: 'neighbour', label: 'next door' };
const [TEN, ELEVEN] = ['2026-11-22T10:00:00.000Z', '2026-11-22T11:00:00.000Z'];
const REFUSED = { id: 'person:a', rev: '1-a', reason: 'forbidden', since: TEN, triedAt: TEN, direction: 'sending' } as const;
let databases = 0;

async function opened(peer: PeerInfo = SERVER): Promise<{ pouch: RecordPouch; book: PeerBook; shown: PeerBook['status'][] }> {
  databases += 1;
  const pouch = openPouch(`peer-book-${String(databases)}`, 'memory');
  const shown: PeerBook['status'][] = [];
  const book = await PeerBook.open(pouch, peer, () => void shown.push(book.status));
  return { pouch, book, shown };
}

test('what is new is on the disk before it is shown', async () => {
  const { pouch, book, shown } = await opened();
  const updating = book.update({ safeAt: TEN, sequence: 4 });
  expect(shown).toEqual([]);
  await updating;
  expect(shown.map(({ safeAt }) => safeAt)).toEqual([TEN]);
  expect(await readKeptPeer(pouch, SERVER)).toEqual(book.kept);
  expect(book.kept).toMatchObject({ safeAt: TEN, sequence: 4 });
});

test('what takes confidence away is shown at once, before it is on the disk', async () => {
  const { book, shown } = await opened();
  await book.update({ safeAt: TEN });
  shown.length = 0;
  const withdrawing = book.update({ safeAt: null });
  expect(shown.map(({ safeAt }) => safeAt)).toEqual([null]);
  await withdrawing;
  shown.length = 0;
  const refusing = book.update({ denied: [REFUSED] });
  expect(shown.map(({ denied, waiting }) => [denied.length, waiting])).toEqual([[1, 1]]);
  await refusing;
  shown.length = 0;
  const taking = book.update({ denied: [] });
  expect(shown).toEqual([]);
  await taking;
  expect(shown.map(({ denied, waiting }) => [denied.length, waiting])).toEqual([[0, 0]]);
});

test('what is written in a hurry is written in its order, and a write that failed hinders none after it', async () => {
  const { pouch, book } = await opened();
  await Promise.all([1, 2, 3, 4, 5].map((sequence) => book.update({ sequence })));
  expect(await readKeptPeer(pouch, SERVER)).toMatchObject({ sequence: 5 });
  const put = pouch.put.bind(pouch);
  pouch.put = () => Promise.reject(new Error('disk'));
  await expect(book.update({ sequence: 6 })).rejects.toThrow('disk');
  pouch.put = put;
  await book.update({ exchanges: 1 });
  expect(await pouch.get(keptPeerId('server'))).toMatchObject({ sequence: 6, exchanges: 1 });
});

test('what waits is counted from the database after what was confirmed, with since when', async () => {
  const { pouch, book, shown } = await opened();
  await pouch.bulkDocs([record('a'), record('b')]);
  await book.update({ sequence: 1 });
  await book.recount(TEN);
  expect(book.status).toMatchObject({ waiting: 1, waitingSince: TEN });
  await book.recount(ELEVEN, 0);
  expect(book.status).toMatchObject({ waiting: 2, waitingSince: TEN });
  book.waiting.confirm(2);
  expect(book.status.waitingSince).toBeNull();
  await book.noteWaiting(ELEVEN);
  expect(book.kept.waitingSince).toBeNull();
  shown.length = 0;
  await book.noteWaiting(ELEVEN);
  expect(shown).toEqual([]);
  book.waiting.note(['person:c']);
  await book.noteWaiting(ELEVEN);
  expect(book.status).toMatchObject({ waiting: 1, waitingSince: ELEVEN });
});

test('only what the peer refused waits for it; what this PC refused does not', async () => {
  const { book } = await opened();
  await book.update({ denied: [REFUSED, { ...REFUSED, id: 'person:b', direction: 'receiving' }] });
  expect(book.status).toMatchObject({ waiting: 1, denied: [{ id: 'person:a' }, { id: 'person:b' }] });
  expect(book.status.denied[0]).not.toHaveProperty('triedAt');
});

test('a book that is opened again says what it said', async () => {
  const { pouch, book } = await opened();
  await book.update({ denied: [REFUSED], safeAt: TEN, contactAt: TEN, verifiedAt: TEN, clockMinutes: 12, setBack: { kind: 'emptied', at: TEN } });
  await book.noteWaiting(TEN);
  const again = await PeerBook.open(pouch, SERVER, () => undefined);
  expect(again.status).toEqual(book.status);
  expect(again.status).toMatchObject({ peer: SERVER, waiting: 1, waitingSince: TEN, contactAt: TEN, verifiedAt: TEN, clockMinutes: 12, setBack: { kind: 'emptied' } });
});

test('a problem is shown, and so is its end', async () => {
  const { book, shown } = await opened();
  book.problem = 'no-network';
  book.problem = null;
  expect(shown.map(({ problem }) => problem)).toEqual(['no-network', null]);
  expect(book.problem).toBeNull();
});

test('a server at another address is another; a neighbour is who it is at any; a name or an account may change', async () => {
  const [server, neighbour] = [(await opened()).book, (await opened(NEIGHBOUR)).book];
  const moved = { address: 'http://192.168.1.9:5985' };
  expect([server.isOf(SERVER), server.isOf({ ...SERVER, ...moved }), server.isOf(NEIGHBOUR)]).toEqual([true, false, false]);
  expect([neighbour.isOf({ ...NEIGHBOUR, ...moved }), neighbour.isOf({ ...NEIGHBOUR, id: 'pc-other' })]).toEqual([true, false]);
  server.rename({ ...SERVER, label: 'the hall' });
  expect(server.status.peer.label).toBe('the hall');
});
