import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Host } from '../../shared/host.ts';
import { randomToken } from '../../shared/domain/record.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import type { ChapterKeys } from '../../shared/store/sealing.ts';
import { onWrites } from '../../shared/store/write-notices.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { SyncSession } from '../../shared/sync/session.ts';
import { isSafeAt, mainPeer } from '../../shared/sync/status.ts';
import { openPeer, type Peer } from '../hub/testing/peer.ts';
import { openMachine, type Machine } from '../machine/machine.ts';

/** An office as it is: a chapter, its machine with peers and proxy, and a session between them. */
interface Office {
  readonly chapter: OpenedChapter;
  readonly machine: Machine;
  readonly session: SyncSession;
  connect(password?: string, address?: string): Promise<void>;
}

let peer: Peer;
let folder: string;
const open: OpenedChapter[] = [];
beforeAll(async () => {
  peer = await openPeer();
  folder = await mkdtemp(join(tmpdir(), 'offices-'));
});
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});
afterAll(async () => {
  await peer.stop();
  await rm(folder, { recursive: true, force: true });
});

/** An exchange that left nothing here unsent. */
const WENT_WELL = { activity: 'resting', waiting: 0, peers: [{ problem: null, waiting: 0, guard: null }] };
const PERSON = { nameAsWritten: 'Lupita Hernández', contacts: [], affiliations: [] };

async function office(id: string, keys: ChapterKeys): Promise<Office> {
  const chapter = await openTestChapter(id, keys);
  open.push(chapter);
  const machine = await openMachine(join(folder, randomToken(8)), { version: '0', builtAt: '2026-01-01', platform: 'test' });
  const { peers, proxy } = machine;
  const sync: Host['sync'] = {
    peers: (database) => peers.list(database),
    peer: (database, id) => peers.info(database, id),
    setPeer: (database, given) => peers.set(database, given),
    forgetPeer: (database, id) => peers.forget(database, id),
    probe: (database, id) => proxy.probe(database, id),
    sealPeer: (database, key) => peers.seal(database, key),
    acceptPeer: (database, sealed, key) => peers.accept(database, sealed, key),
  };
  const wire = {
    origin: 'http://127.0.0.1:1',
    fetch: ((input: string, init?: RequestInit) => proxy.forward(new Request(input, init))) as typeof fetch,
  };
  const connect = (password = peer.account.password, address = peer.address): Promise<void> =>
    peers.set(chapter.database, { address, account: peer.account.name, password, label: 'headquarters' });
  return { chapter, machine, session: new SyncSession(chapter, sync, wire), connect };
}

async function twoOffices(): Promise<readonly [Office, Office]> {
  const id = (await peer.freshChapter()).slice('chapter-'.length);
  const keys = await newChapterKeys();
  const pair = [await office(id, keys), await office(id, keys)] as const;
  for (const one of pair) await one.connect();
  return pair;
}

function names(one: Office): Promise<string[]> {
  return one.chapter.collections.people.find().exec().then((people) => people.map((person) => person.nameAsWritten).sort());
}

test('two offices exchange records through the peer and say safe when it has confirmed them', async () => {
  const [first, second] = await twoOffices();
  await first.chapter.create('people', PERSON);
  expect((await first.session.recount()).waiting).toBe(1);
  const sent = await first.session.exchange();
  expect(sent).toMatchObject({ activity: 'resting', waiting: 0, sent: 1, peers: [{ peer: { label: 'headquarters' }, problem: null, waiting: 0, denied: [] }] });
  expect(isSafeAt(mainPeer(sent)!)).toBe(true);
  const received = await second.session.exchange();
  expect(received).toMatchObject({ ...WENT_WELL, received: 1 });
  expect(await names(second)).toEqual(['Lupita Hernández']);
});

test('both edit apart, both exchange, both end equal and nothing waits', async () => {
  const [first, second] = await twoOffices();
  const { id } = await first.chapter.create('people', PERSON);
  await first.session.exchange();
  await second.session.exchange();
  await first.chapter.change('people', id, { called: 'Lupe' });
  await second.chapter.change('people', id, { area: 'Durham' });
  await second.chapter.create('people', { ...PERSON, nameAsWritten: 'Wilmer Cruz' });
  for (const one of [first, second, first, second]) expect(await one.session.exchange()).toMatchObject(WENT_WELL);
  for (const one of [first, second]) {
    const person = (await one.chapter.collections.people.findOne(id).exec())?.toJSON();
    expect(person).toMatchObject({ called: 'Lupe', area: 'Durham' });
    expect(await names(one)).toHaveLength(2);
  }
  expect((await first.chapter.pouch.get(id))._rev).toBe((await second.chapter.pouch.get(id))._rev);
});

test('a wrong password is told as such, nothing is lost, and the right one sends it', async () => {
  const [first, second] = await twoOffices();
  await first.chapter.create('people', PERSON);
  await first.connect('not the password');
  expect(await first.session.exchange()).toMatchObject({ waiting: 1, peers: [{ problem: 'wrong-password', safeAt: null }] });
  await first.connect();
  expect(await first.session.exchange()).toMatchObject(WENT_WELL);
  await second.session.exchange();
  expect(await names(second)).toHaveLength(1);
});

test('a peer that is down is told as such, and what waits goes when it is back', async () => {
  const [first, second] = await twoOffices();
  await first.chapter.create('people', PERSON);
  await first.session.exchange();
  await first.chapter.create('people', { ...PERSON, nameAsWritten: 'Wilmer Cruz' });
  await first.connect(undefined, 'http://127.0.0.1:9');
  expect(await first.session.exchange('server', { once: true })).toMatchObject({ activity: 'resting', peers: [{ problem: 'no-network' }] });
  await first.connect();
  expect((await first.session.recount()).waiting).toBeGreaterThan(0);
  expect(await first.session.exchange()).toMatchObject(WENT_WELL);
  await second.session.exchange();
  expect(await names(second)).toEqual(['Lupita Hernández', 'Wilmer Cruz']);
});

test('a record written while nothing runs waits at once, and is not counted twice or after it was sent', async () => {
  const [first] = await twoOffices();
  await first.session.recount();
  const endWatching = onWrites(first.chapter.pouch, ({ changes, received }) => {
    if (!received) first.session.noteChanges(changes.map(({ id }) => id));
  });
  const { id } = await first.chapter.create('people', PERSON);
  await first.chapter.change('people', id, { called: 'Lupe' });
  await expect.poll(() => first.session.status.value.waiting).toBe(1);
  await first.session.exchange();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(first.session.status.value.waiting).toBe(0);
  endWatching();
});

test('an office without a peer counts what is only there', async () => {
  const alone = await office(randomToken(20), await newChapterKeys());
  await alone.chapter.create('people', PERSON);
  expect(await alone.session.recount()).toMatchObject({ peers: [], waiting: 1 });
  expect(await alone.session.exchange()).toMatchObject({ activity: 'resting', peers: [], waiting: 1 });
});
