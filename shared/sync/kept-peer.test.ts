import memoryAdapter from 'pouchdb-adapter-memory';
import { expect, test } from 'vitest';
import { openPouch, type RecordPouch } from '../store/pouch.ts';
import { PouchDB } from '../store/replicating-pouch.ts';
import { keptPeerId, readKeptPeer, unknownPeer, writeKeptPeer } from './kept-peer.ts';
import { SyncLog } from './sync-log.ts';

PouchDB.plugin(memoryAdapter);

let count = 0;
function database(): RecordPouch {
  count += 1;
  return openPouch(`kept-peer-${String(count)}`, 'memory');
}
const SERVER = { id: 'server', kind: 'server', address: 'https://records.example.org' } as const;
const NEIGHBOUR = { id: 'pc-abcdefgh12345678', kind: 'neighbour', address: 'http://192.168.1.20:5985' } as const;
const CONFIRMED = { ...unknownPeer(SERVER.address), sequence: 7, safeAt: '2026-11-22T10:00:00.000Z' };

test('a peer that is not known has confirmed nothing, and everything is to be compared with it', async () => {
  expect(await readKeptPeer(database(), SERVER)).toEqual(unknownPeer(SERVER.address));
  expect(unknownPeer('x')).toMatchObject({ sequence: 0, safeAt: null, isOurs: false, hadTrouble: false, comparing: { sending: 'wanted', receiving: 'wanted' } });
});

test('what is kept comes back, written again and again', async () => {
  const pouch = database();
  await writeKeptPeer(pouch, 'server', unknownPeer(SERVER.address));
  await writeKeptPeer(pouch, 'server', CONFIRMED);
  expect(await readKeptPeer(pouch, SERVER)).toEqual(CONFIRMED);
  expect(await readKeptPeer(pouch, NEIGHBOUR)).toEqual(unknownPeer(NEIGHBOUR.address));
});

test('everything that is kept comes back, in each of its states', async () => {
  const pouch = database();
  const at = '2026-11-22T10:00:00.000Z';
  const denied = { id: 'person:a', rev: '1-a', reason: 'not-sealed', since: at, triedAt: at } as const;
  const full = {
    ...CONFIRMED,
    denied: [{ ...denied, direction: 'sending' }, { ...denied, direction: 'receiving' }],
    checkpoint: { id: '_local/x', lastSeq: 7 },
    guard: { kind: 'mass-deletion', count: 11, of: 12, since: at, answer: null },
    setBack: { kind: 'emptied', at },
    comparing: { sending: 'begun', receiving: 'done' },
    standing: { here: 7, countHere: 6, there: '9-xyz', countThere: 6 },
    isOurs: true,
    hadTrouble: true,
  } as const;
  const other = {
    ...full,
    guard: { ...full.guard, answer: 'stop' },
    setBack: { kind: 'restored', at },
    comparing: { sending: 'done', receiving: 'begun' },
    standing: { ...full.standing, there: 9 },
  } as const;
  for (const kept of [full, other]) {
    await writeKeptPeer(pouch, 'server', { ...kept, denied: [...kept.denied] });
    expect(await readKeptPeer(pouch, SERVER)).toEqual(kept);
  }
});

test('a server at another address is another server; a neighbour is who it is at any', async () => {
  const pouch = database();
  await writeKeptPeer(pouch, 'server', CONFIRMED);
  await writeKeptPeer(pouch, NEIGHBOUR.id, { ...CONFIRMED, address: NEIGHBOUR.address });
  expect(await readKeptPeer(pouch, { ...SERVER, address: 'https://other.example.org' })).toEqual(unknownPeer('https://other.example.org'));
  expect(await readKeptPeer(pouch, { ...NEIGHBOUR, address: 'http://192.168.1.77:5985' })).toMatchObject({ sequence: 7, address: 'http://192.168.1.77:5985' });
});

test('what the time of one peer has kept is taken over, and compared', async () => {
  const pouch = database();
  await pouch.put({ _id: '_local/convoca-confirmed', address: SERVER.address, sequence: 5, safeAt: '2026-11-01T10:00:00.000Z', denied: ['person:a'] });
  expect(await readKeptPeer(pouch, SERVER)).toEqual({ ...unknownPeer(SERVER.address), sequence: 5, safeAt: '2026-11-01T10:00:00.000Z' });
  expect(await readKeptPeer(pouch, { ...SERVER, address: 'https://other.example.org' })).toEqual(unknownPeer('https://other.example.org'));
  expect(await readKeptPeer(pouch, { ...NEIGHBOUR, address: SERVER.address })).toEqual(unknownPeer(SERVER.address));
  await writeKeptPeer(pouch, 'server', CONFIRMED);
  expect(await readKeptPeer(pouch, SERVER)).toEqual(CONFIRMED);
});

test('what cannot be read is as good as nothing; a database that cannot be read is told', async () => {
  const pouch = database();
  await pouch.put({ _id: keptPeerId('server'), ...CONFIRMED, sequence: 'many' });
  expect(await readKeptPeer(pouch, SERVER)).toEqual(unknownPeer(SERVER.address));
  await pouch.close();
  await expect(readKeptPeer(pouch, SERVER)).rejects.toThrow();
});

test('the log keeps its last 500 lines, those of earlier days first', async () => {
  const pouch = database();
  const line = (at: number): { at: string; peer: string; step: 'done'; ms: number } => ({ at: '2026-11-22T10:00:00.000Z', peer: 'server', step: 'done', ms: at });
  const log = new SyncLog(pouch);
  for (let at = 0; at < 300; at += 1) log.add(line(at));
  await log.write();
  const next = new SyncLog(pouch);
  next.add(line(1_000));
  await next.read();
  await next.read();
  expect(next.lines).toHaveLength(301);
  expect([next.lines[0]?.ms, next.lines.at(-1)?.ms]).toEqual([0, 1_000]);
  for (let at = 2_000; at < 2_300; at += 1) next.add(line(at));
  await next.write();
  const last = new SyncLog(pouch);
  await last.read();
  expect(last.lines).toHaveLength(500);
  expect(last.lines.at(-1)?.ms).toBe(2_299);
});

test('a log that is none, or that cannot be written, hinders nobody', async () => {
  const pouch = database();
  await pouch.put({ _id: '_local/convoca-sync-log', lines: [{ step: 'nonsense' }] });
  const log = new SyncLog(pouch);
  await log.read();
  expect(log.lines).toEqual([]);
  await pouch.close();
  await expect(log.write()).resolves.toBeUndefined();
});
