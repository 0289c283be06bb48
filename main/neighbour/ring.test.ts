import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { randomToken } from '../../shared/domain/record.ts';
import type { Host } from '../../shared/host.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import type { ChapterKeys } from '../../shared/store/sealing.ts';
import { newTestPc, openTestChapter } from '../../shared/store/test-chapter.ts';
import { proofKeyOf } from '../../shared/sync/neighbour-proof.ts';
import { SyncSession } from '../../shared/sync/session.ts';
import { openMachine, type Machine } from '../machine/machine.ts';
import type { MulticastPlace } from './announcer.ts';
import { forkHub } from './fork-hub.ts';
import { loopbackMulticast } from './testing.ts';

/** An office without any server: its machine with a real hub process, and its chapter while somebody works there. */
interface Office {
  readonly machine: Machine;
  /** Opens the chapter, works, and closes it: RxDB has no room for three at once in one process. */
  readonly at: <T>(work: (chapter: OpenedChapter, session: SyncSession) => Promise<T>) => Promise<T>;
}

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
let folder: string;
let multicast: MulticastPlace;
let offices: Office[] = [];
const id = randomToken(20);
const DATABASE = `chapter-${id}`;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ring-'));
  multicast = await loopbackMulticast();
  const keys = await newChapterKeys();
  offices = [await office('Ana', keys), await office('Beto', keys), await office('Celia', keys)];
  // Each asks the next, so that every pair has one line between them and nobody a server.
  for (const [at, { machine }] of offices.entries()) {
    const next = offices[(at + 1) % offices.length];
    const answer = await machine.sharing.connect(DATABASE, next?.machine.sharing.state(DATABASE).addresses[0] ?? '');
    expect(answer).toMatchObject({ ok: true });
  }
});
afterAll(async () => {
  for (const { machine } of offices) await machine.end();
  await rm(folder, { recursive: true, force: true });
});

async function office(name: string, keys: ChapterKeys): Promise<Office> {
  const pc = newTestPc();
  const info = { version: '0', builtAt: '2026-01-01', platform: 'test' };
  const machine = await openMachine(join(folder, name), info, { sharing: { spawn: forkHub, host: '127.0.0.1', port: 0, multicast } });
  const { peers, proxy } = machine;
  const sync: Host['sync'] = {
    peers: (database) => peers.list(database),
    peer: (database, one) => peers.info(database, one),
    setPeer: (database, given) => peers.set(database, given),
    forgetPeer: (database, one) => peers.forget(database, one),
    probe: (database, one) => proxy.probe(database, one),
    sealPeer: (database, given) => peers.seal(database, given),
    acceptPeer: (database, sealed, given) => peers.accept(database, sealed, given),
  };
  const wire = { origin: 'http://127.0.0.1:1', fetch: ((input: string, init?: RequestInit) => proxy.forward(new Request(input, init))) as typeof fetch };
  const at: Office['at'] = async (work) => {
    const chapter = await openTestChapter(id, keys, pc);
    try {
      await chapter.ready;
      return await work(chapter, new SyncSession(chapter, sync, wire));
    } finally {
      await chapter.close();
    }
  };
  const key = await at((chapter) => proofKeyOf(chapter.ring, id));
  await machine.sharing.know({ database: DATABASE, key: key ?? '', device: `device:${name}`, removed: [], name });
  await machine.sharing.start(DATABASE);
  return { machine, at };
}

const person = (name: string) => ({ nameAsWritten: name, contacts: [], affiliations: [] });
const names = ({ at }: Office): Promise<string[]> =>
  at(async ({ collections }) => (await collections.people.find().exec()).map((one) => one.nameAsWritten).sort());

const leavesOf = ({ at }: Office): Promise<string[]> =>
  at(async ({ pouch }) => {
    const { results } = await pouch.changes({ style: 'all_docs' });
    return results.map((change) => `${change.id} ${change.changes.map(({ rev }) => rev).sort().join(' ')}`).sort();
  });

/** Every office exchanges in turn, until a whole round brings nobody anything. */
async function untilQuiet(): Promise<void> {
  for (let round = 1; round <= 8; round += 1) {
    let moved = 0;
    for (const { at } of offices) {
      const { sent, received, peers } = await at((_chapter, session) => session.exchange());
      expect(peers.map(({ problem }) => problem)).toEqual([null, null]);
      moved += sent + received;
    }
    if (moved === 0) return;
  }
  throw new Error('it never came to rest');
}

test('three PCs in a ring, without a server, come to hold the same', async () => {
  for (const [at, name] of ['Lupita Hernández', 'Wilmer Cruz', 'Rosa Méndez'].entries()) {
    await offices[at]?.at((chapter) => chapter.create('people', person(name)));
  }
  await untilQuiet();
  for (const one of offices) expect(await names(one)).toEqual(['Lupita Hernández', 'Rosa Méndez', 'Wilmer Cruz']);
});

test('three edits of one record made apart meet in one, the same revisions in all three', async () => {
  const [ana, beto, celia] = offices as [Office, Office, Office];
  const { id: record } = await ana.at((chapter) => chapter.create('people', person('Marta Solís')));
  await untilQuiet();
  await ana.at((chapter) => chapter.change('people', record, { called: 'Marti' }));
  await beto.at((chapter) => chapter.change('people', record, { area: 'Durham' }));
  await celia.at((chapter) => chapter.change('people', record, { nameAsWritten: 'Marta Solís Vega' }));
  await untilQuiet();
  const leaves = await leavesOf(ana);
  for (const one of offices) {
    const person = await one.at(async ({ collections }) => (await collections.people.findOne(record).exec())?.toJSON());
    expect(person).toMatchObject({ called: 'Marti', area: 'Durham', nameAsWritten: 'Marta Solís Vega' });
    expect(await leavesOf(one)).toEqual(leaves);
  }
});

test('nobody takes the hub on its own disk for a safe place', async () => {
  const { machine, at } = offices[0]!;
  for (const { kind, id: peer } of await machine.peers.list(DATABASE)) {
    if (kind === 'neighbour') await machine.peers.forget(DATABASE, peer);
  }
  const [status, all] = await at(async (chapter, session) => {
    await chapter.create('people', person('Only Here'));
    return [await session.exchange(), (await chapter.pouch.info()).doc_count] as const;
  });
  expect((await machine.peers.list(DATABASE)).map(({ kind }) => kind)).toEqual(['here']);
  expect(status.waiting).toBe(all);
});
