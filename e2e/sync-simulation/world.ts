import type { PeerInfo } from '../../shared/host.ts';
import { RecordCodec } from '../../shared/store/codec.ts';
import type { Family } from '../../shared/store/families.ts';
import type { ChapterKeys } from '../../shared/store/key-ring.ts';
import type { StoredDocument } from '../../shared/store/pouch.ts';
import { createSealer } from '../../shared/store/sealing.ts';
import { INVENTED_FAMILY } from '../../shared/store/simulation/invented-family.ts';
import { Knowledge } from '../../shared/store/simulation/knowledge.ts';
import { Ledger } from '../../shared/store/simulation/ledger.ts';
import { Replica } from '../../shared/store/simulation/replica.ts';
import type { Run } from '../../shared/store/simulation/run.ts';
import { readySodium, toBase64 } from '../../shared/store/sodium.ts';
import type { SyncStatus } from '../../shared/sync/status.ts';
import { Chance } from './chance.ts';
import { untruths } from './honesty.ts';
import { Line, type FaultName } from './line.ts';
import { wipeDisk, type Disk } from './memory-disk.ts';
import { Office, type Watch } from './office.ts';
import type { SyncSchedule } from './schedule.ts';
import { SimulatedHub, type Door } from './simulated-hub.ts';
import { BEGINNING, OfficeClock, VirtualTime } from './virtual-time.ts';

/** What a later version of the app knows beside the present one. */
const NEWER_FAMILY: Family = { ...INVENTED_FAMILY, rules: { ...INVENTED_FAMILY.rules, pledge: { rule: 'ask' } } };
const SCHEMAS = { present: 1, newer: 2 } as const;

/** The numbers of the two authors' keys, and which parts each PC reads. */
const AUTHORS = [71, 82] as const;
const READERS: readonly { readonly organizers: boolean; readonly author: (typeof AUTHORS)[number] | null }[] = [
  { organizers: true, author: AUTHORS[0] },
  { organizers: true, author: AUTHORS[1] },
  { organizers: false, author: null },
  { organizers: true, author: AUTHORS[0] },
  { organizers: false, author: AUTHORS[1] },
];

/** A record that is edited in a schedule, with all that was acknowledged of it. */
export interface Tracked {
  readonly id: string;
  readonly knowledge: Knowledge;
  readonly ledger: Ledger;
  exists: boolean;
}

/** Records that are typed in by the dozen and never edited. `erased`: somebody deleted it for good. */
export interface Typed {
  readonly id: string;
  readonly called: string;
  erased: boolean;
}

/** One schedule on its way. */
export class World implements Watch {
  readonly time = new VirtualTime();
  readonly chance: Chance;
  readonly hubs = new Map<string, SimulatedHub>();
  readonly offices: Office[] = [];
  readonly tracked: Tracked[] = [];
  readonly typed: Typed[] = [];
  readonly copies = new Map<SimulatedHub, Disk>();
  readonly faults = new Map<FaultName, number>();
  readonly failures: string[] = [];
  readonly trace: string[] = [];
  isTracing = false;
  writes = 0;
  kills = 0;
  asked = 0;
  statuses = 0;
  readonly #lastShown = new Map<Office, string>();
  readonly #merging = new Map<Office, { readonly id: string; readonly leaves: readonly StoredDocument[] }>();

  constructor(seed: number) {
    this.chance = new Chance(seed);
  }

  say(what: string): void {
    if (!this.isTracing) return;
    const seconds = Math.round((this.time.now - BEGINNING) / 1000);
    this.trace.push(`${String(Math.floor(seconds / 86_400))}d ${new Date(seconds * 1000).toISOString().slice(11, 19)}  ${what}`);
  }

  /** The run of a record, as the simulation of merging knows it. */
  runOf({ id, knowledge, ledger }: Tracked): Run {
    return { pcs: this.offices.map(({ replica }) => replica), id, knowledge, ledger };
  }

  held(office: Office, documents: readonly StoredDocument[], isMade: boolean): void {
    const merging = this.#merging.get(office);
    for (const document of documents) {
      office.held.push({ id: document._id, rev: document._rev, at: this.time.now });
      if (!isMade) continue;
      this.writes += 1;
      if (merging?.id !== document._id || document._deleted) continue;
      const found = this.tracked.find(({ id }) => id === document._id);
      found?.knowledge.merge(document, merging.leaves);
    }
  }

  async merging(office: Office, id: string, work: () => Promise<void>): Promise<void> {
    const leaves = this.tracked.some((one) => one.id === id) ? (await office.replica.leaves(id)).filter(({ _deleted }) => !_deleted) : [];
    this.#merging.set(office, { id, leaves });
    await work();
    this.#merging.delete(office);
  }

  shown(office: Office, status: SyncStatus): void {
    this.statuses += 1;
    this.failures.push(...untruths(office, status, this.hubs));
    const line = `${office.name} shows ${status.activity} ${status.peers.map(told).join(', ')}`;
    if (this.#lastShown.get(office) !== line) this.say(line);
    this.#lastShown.set(office, line);
  }

  async close(): Promise<void> {
    for (const office of this.offices) await office.close();
    this.time.end();
    for (const hub of this.hubs.values()) await hub.end();
    for (const { disk } of this.offices) wipeDisk(disk);
  }
}

function told({ peer, safeAt, waiting, denied, problem, guard }: SyncStatus['peers'][number]): string {
  const also = [denied.length > 0 ? `${String(denied.length)} refused` : '', problem ?? '', guard ? `guard ${guard.kind}` : ''].filter((one) => one !== '');
  return `[${peer.id}: safe ${safeAt ?? 'never'}, ${String(waiting)} wait${also.map((one) => `, ${one}`).join('')}]`;
}

let worlds = 0;

/** Hubs that run and PCs that know their peers, before anything happens. */
export async function newWorld(schedule: SyncSchedule, door: Door, isTracing: boolean): Promise<World> {
  const world = new World(schedule.seed);
  world.isTracing = isTracing;
  worlds += 1;
  const { chance, time } = world;
  await readySodium();
  const key = (): string => toBase64(chance.bytes(32));
  const shared = { chapter: { current: 1, keys: { 1: key() } }, organizers: { current: 1, keys: { 1: key() } } };
  const authors = new Map(AUTHORS.map((number) => [number, key()] as const));
  const chapter = chance.token(20);
  const database = `chapter-${chapter}`;
  const infos: PeerInfo[] = [];
  for (let at = 0; at <= schedule.neighbours; at += 1) {
    const id = at === 0 ? 'server' : `pc-${chance.token(16)}`;
    const hub = new SimulatedHub(id, door, time, database);
    world.hubs.set(id, hub);
    await hub.start();
    infos.push({ id, kind: at === 0 ? 'server' : 'neighbour', address: `http://${id}.invalid`, account: 'office', label: at === 0 ? 'headquarters' : `PC ${String(at)}` });
  }
  const note = (fault: FaultName): void => void world.faults.set(fault, (world.faults.get(fault) ?? 0) + 1);
  const [server, ...neighbours] = infos;
  const names = [...Array.from({ length: schedule.offices }, (_, at) => `office ${String(at)}`), ...schedule.second.map((at) => `office ${String(at)}, second PC`)];
  for (const [at, name] of names.entries()) {
    const { organizers, author } = READERS[at % READERS.length] ?? { organizers: false, author: null };
    const keys: ChapterKeys = {
      chapter: shared.chapter,
      ...(organizers ? { organizers: shared.organizers } : {}),
      ...(author ? { author: { current: author, keys: { [author]: authors.get(author) ?? '' } } } : {}),
    };
    const isNewer = schedule.newer.includes(at);
    const codec = new RecordCodec(await createSealer(chapter, keys), `pc${String(at)}`, SCHEMAS[isNewer ? 'newer' : 'present']);
    const disk = `synced-${String(worlds)}-${String(at)}`;
    const replica = new Replica(codec, disk, isNewer ? NEWER_FAMILY : INVENTED_FAMILY);
    // Some have no way to headquarters but over the first PC and others that go both ways.
    const near = neighbours.filter(() => at === 0 || chance.happens(0.35));
    const peers = near.length > 0 && at === names.length - 1 ? near : [...(server ? [server] : []), ...near];
    const lines = new Map([...world.hubs].map(([id, hub]) => [id, new Line(hub, time, chance.fork(), note)]));
    world.offices.push(new Office({ name, database, disk, replica, clock: new OfficeClock(time), lines, peers, watch: world, chance: chance.fork() }));
  }
  for (let at = 0; at < 6; at += 1) world.tracked.push({ id: `person:${chance.token(20)}`, knowledge: new Knowledge(), ledger: new Ledger(), exists: false });
  return world;
}
