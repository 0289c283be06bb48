import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChapterProof } from '../../shared/host.ts';
import { openMachine, type Machine } from '../machine/machine.ts';
import type { MulticastPlace } from './announcer.ts';
import { findAnnounced } from './finder.ts';
import { forkHub } from './fork-hub.ts';
import type { HubProcess } from './messages.ts';
import { loopbackMulticast, multicastHere, proofOfChapter } from './testing.ts';

const INFO = { version: '1', builtAt: '2026-01-01T00:00:00.000Z', platform: 'test' };
const rosa = proofOfChapter();
const luis: ChapterProof = { ...rosa, device: 'device:luis', name: 'La de Luis' };

interface Pc {
  readonly machine: Machine;
  readonly folder: string;
  readonly processes: HubProcess[];
}
const pcs: Pc[] = [];
let multicast: MulticastPlace;
// Each look around the network takes two seconds, each process one to start.
vi.setConfig({ testTimeout: 40_000, hookTimeout: 20_000 });
const withMulticast = await multicastHere();
beforeAll(async () => {
  multicast = await loopbackMulticast();
});
afterEach(async () => {
  for (const { machine, folder } of pcs.splice(0)) {
    await machine.end();
    await rm(folder, { recursive: true, force: true });
  }
});

/** A PC with a real hub process, on the loopback only. */
async function pc(chapter: ChapterProof | null, folder?: string, port = 0): Promise<Pc> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'sharing-')));
  const processes: HubProcess[] = [];
  const spawn = (): HubProcess => {
    const made = forkHub();
    processes.push(made);
    return made;
  };
  const machine = await openMachine(data, INFO, { sharing: { spawn, host: '127.0.0.1', port, multicast } });
  const made = { machine, folder: data, processes };
  pcs.push(made);
  if (chapter !== null) await machine.sharing.know(chapter);
  return made;
}

const DATABASE = rosa.database;
const portOf = ({ machine }: Pc): number => machine.sharing.state(DATABASE).port ?? 0;

describe('the switch', () => {
  it('shares with a process of its own, which is then a peer of this PC as well', async () => {
    const { machine, folder } = await pc(rosa);
    expect(machine.sharing.state(DATABASE)).toEqual({ on: false, port: null, addresses: [], problem: null });
    expect(await machine.peers.list(DATABASE)).toEqual([]);
    const state = await machine.sharing.start(DATABASE);
    expect(state).toEqual({ on: true, port: state.port, addresses: [`127.0.0.1:${String(state.port)}`], problem: null });
    expect(await machine.peers.list(DATABASE)).toMatchObject([{ id: 'here', kind: 'here', label: '' }]);
    expect(await machine.proxy.probe(DATABASE, 'here')).toMatchObject({ ok: true });
    expect((await stat(join(folder, 'sharing.json'))).mode & 0o777).toBe(0o600);
    expect(await machine.sharing.stop(DATABASE)).toMatchObject({ on: false, port: null });
    expect(await machine.peers.list(DATABASE)).toEqual([]);
  });

  it('outlives a restart, on the same port, before anybody has opened the chapter', async () => {
    const first = await pc(rosa);
    const { port } = await first.machine.sharing.start(DATABASE);
    await first.machine.end();
    const again = await pc(null, first.folder, port ?? 0);
    await expect.poll(() => again.machine.sharing.state(DATABASE).port, { timeout: 8000 }).toBe(port);
    expect(await again.machine.proxy.probe(DATABASE, 'here')).toMatchObject({ ok: true });
  });

  it('does nothing for a chapter that is not open', async () => {
    const { machine } = await pc(null);
    expect(await machine.sharing.start(DATABASE)).toMatchObject({ on: false, port: null });
    expect(await machine.sharing.connect(DATABASE, '127.0.0.1')).toEqual({ ok: false, problem: 'not-known' });
    expect(await machine.sharing.nearby(DATABASE)).toEqual([]);
  });

  it('takes another port when its own is taken', async () => {
    const first = await pc(rosa);
    await first.machine.sharing.start(DATABASE);
    const second = await pc(luis, undefined, portOf(first));
    const state = await second.machine.sharing.start(DATABASE);
    expect(state.problem).toBeNull();
    expect(state.port).not.toBe(portOf(first));
  });

  it('starts a process that was killed again, with what it held', async () => {
    const { machine, processes } = await pc(rosa);
    await machine.sharing.start(DATABASE);
    processes[0]?.kill();
    await expect.poll(() => machine.sharing.state(DATABASE).problem).toBe('not-running');
    expect(await machine.peers.list(DATABASE)).toEqual([]);
    await expect.poll(() => machine.sharing.state(DATABASE).problem, { timeout: 8000 }).toBeNull();
    await expect.poll(() => machine.proxy.probe(DATABASE, 'here'), { timeout: 4000 }).toMatchObject({ ok: true });
    expect(processes).toHaveLength(2);
  });
});

describe('another PC of the chapter', () => {
  it.runIf(withMulticast)('is found by those who hold the key, and by nobody else', async () => {
    const here = await pc(rosa);
    await here.machine.sharing.start(DATABASE);
    const address = `127.0.0.1:${String(portOf(here))}`;
    const there = await pc(luis);
    expect(await there.machine.sharing.nearby(DATABASE)).toEqual([{ address, connected: null }]);
    expect(await here.machine.sharing.nearby(DATABASE)).toEqual([]);
    const stranger = proofOfChapter();
    expect(await (await pc(stranger)).machine.sharing.nearby(stranger.database)).toEqual([]);
    const [said] = await findAnnounced(multicast);
    expect(said?.origin).toBe(`http://${address}`);
    expect(Object.keys(said?.said ?? {}).sort()).toEqual(['s', 't', 'v']);
  });

  it.runIf(withMulticast)('becomes a peer by its address, under the name it gave, and is spoken with through the proxy', async () => {
    const here = await pc(rosa);
    await here.machine.sharing.start(DATABASE);
    const there = await pc(luis);
    const answer = await there.machine.sharing.connect(DATABASE, `127.0.0.1:${String(portOf(here))}`);
    if (!answer.ok) throw new Error(answer.problem);
    expect(answer.peer).toMatchObject({ kind: 'neighbour', label: 'Mesa de Rosa' });
    expect(answer.peer).not.toHaveProperty('password');
    expect(await there.machine.peers.list(DATABASE)).toEqual([answer.peer]);
    expect(await there.machine.proxy.probe(DATABASE, answer.peer.id)).toMatchObject({ ok: true });
    expect(await there.machine.sharing.nearby(DATABASE)).toMatchObject([{ connected: answer.peer.id }]);
    expect(await here.machine.sharing.connect(DATABASE, `127.0.0.1:${String(portOf(here))}`)).toEqual({ ok: false, problem: 'this-pc' });
  });

  it.runIf(withMulticast)('is found again at another address, and only after both have proved the key anew', async () => {
    const here = await pc(rosa);
    await here.machine.sharing.start(DATABASE);
    const there = await pc(luis);
    const answer = await there.machine.sharing.connect(DATABASE, `127.0.0.1:${String(portOf(here))}`);
    if (!answer.ok) throw new Error(answer.problem);
    const moved = { ...(await there.machine.peers.credentials(DATABASE, answer.peer.id))!, address: 'http://127.0.0.1:9' };
    await there.machine.peers.set(DATABASE, moved);
    expect(await there.machine.proxy.probe(DATABASE, answer.peer.id)).toMatchObject({ ok: true });
    const found = await there.machine.peers.credentials(DATABASE, answer.peer.id);
    expect(found?.address).toBe(answer.peer.address);
    expect(found?.password).not.toBe(moved.password);
  });

  it.runIf(withMulticast)('is let in no more when it was taken out of the chapter, with its old key and its old account', async () => {
    const here = await pc(rosa);
    await here.machine.sharing.start(DATABASE);
    const there = await pc(luis);
    const address = `127.0.0.1:${String(portOf(here))}`;
    const answer = await there.machine.sharing.connect(DATABASE, address);
    if (!answer.ok) throw new Error(answer.problem);
    await here.machine.sharing.know({ ...rosa, key: proofOfChapter().key, removed: [luis.device] });
    expect(await there.machine.proxy.probe(DATABASE, answer.peer.id)).toEqual({ ok: false, problem: 'wrong-password' });
    expect(await there.machine.sharing.connect(DATABASE, address)).toEqual({ ok: false, problem: 'refused' });
    expect(await there.machine.sharing.nearby(DATABASE)).toEqual([]);
    expect(await here.machine.proxy.probe(DATABASE, 'here')).toMatchObject({ ok: true });
  });

  it('keeps its account when somebody else was taken out, though it does not have the new key yet', async () => {
    const here = await pc(rosa);
    await here.machine.sharing.start(DATABASE);
    const there = await pc(luis);
    const answer = await there.machine.sharing.connect(DATABASE, `127.0.0.1:${String(portOf(here))}`);
    if (!answer.ok) throw new Error(answer.problem);
    await here.machine.sharing.know({ ...rosa, key: proofOfChapter().key, removed: ['device:somebody'] });
    expect(await there.machine.proxy.probe(DATABASE, answer.peer.id)).toMatchObject({ ok: true });
  });
});

describe('an invitation on the network', () => {
  it.runIf(withMulticast)('is offered without sharing anything, fetched by whoever looks, and gone when it ends', async () => {
    const here = await pc(rosa);
    const there = await pc(null);
    expect(await there.machine.sharing.offered()).toEqual([]);
    expect(await here.machine.sharing.offer('c2VhbGVk')).toMatchObject({ on: false, problem: null });
    expect(await there.machine.sharing.offered()).toEqual(['c2VhbGVk']);
    await here.machine.sharing.offer('YW5vdGhlcg');
    expect(await there.machine.sharing.offered()).toEqual(['YW5vdGhlcg']);
    await here.machine.sharing.endOffer();
    expect(await there.machine.sharing.offered()).toEqual([]);
    expect(here.machine.sharing.state(DATABASE).port).toBeNull();
  });

  it.runIf(withMulticast)('ends without ending what is shared, and is written nowhere', async () => {
    const here = await pc(rosa);
    await here.machine.sharing.start(DATABASE);
    await here.machine.sharing.offer('c2VhbGVk');
    expect(await readFile(join(here.folder, 'sharing.json'), 'utf8')).not.toContain('c2VhbGVk');
    await here.machine.sharing.endOffer();
    expect(await here.machine.proxy.probe(DATABASE, 'here')).toMatchObject({ ok: true });
    expect((await findAnnounced(multicast)).map(({ said }) => said.o)).toEqual([undefined]);
  });
});
