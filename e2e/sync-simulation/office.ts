import type { Subscription } from 'rxjs';
import type { Host, PeerInfo } from '../../shared/host.ts';
import type { StoredDocument } from '../../shared/store/pouch.ts';
import type { Replica } from '../../shared/store/simulation/replica.ts';
import { Turns } from '../../shared/store/turns.ts';
import { SyncSession } from '../../shared/sync/session.ts';
import type { SyncStatus } from '../../shared/sync/status.ts';
import type { Chance } from './chance.ts';
import type { Line } from './line.ts';
import { diskOf, type Disk } from './memory-disk.ts';
import { SimulatedProxy } from './simulated-proxy.ts';
import type { OfficeClock } from './virtual-time.ts';

/** A revision that is at a PC, durable since that true moment. */
export interface Held {
  readonly id: string;
  readonly rev: string;
  readonly at: number;
}

/** What an office tells the simulation. */
export interface Watch {
  held(office: Office, documents: readonly StoredDocument[], isMade: boolean): void;
  /** Merging at that office: notes what the revisions that come of it know. */
  merging(office: Office, id: string, work: () => Promise<void>): Promise<void>;
  shown(office: Office, status: SyncStatus): void;
}

interface Life {
  readonly session: SyncSession;
  readonly shown: Subscription;
  readonly is: { over: boolean };
}

/** One PC of an office: a database, merging as in the app, and the app's own session over lines. */
export class Office {
  readonly name: string;
  readonly database: string;
  readonly disk: string;
  readonly lines: ReadonlyMap<string, Line>;
  readonly #peers: readonly PeerInfo[];
  readonly #watch: Watch;
  readonly #chance: Chance;
  /** Everything that was made here or has arrived. */
  readonly held: Held[] = [];
  replica: Replica;
  clock: OfficeClock;
  /** The running exchange, null while none runs. */
  running: Promise<SyncStatus> | null = null;
  #life: Life;
  #turns = new Turns();

  constructor(given: { name: string; database: string; disk: string; replica: Replica; clock: OfficeClock; lines: ReadonlyMap<string, Line>; peers: readonly PeerInfo[]; watch: Watch; chance: Chance }) {
    this.name = given.name;
    this.database = given.database;
    this.disk = given.disk;
    this.replica = given.replica;
    this.clock = given.clock;
    this.lines = given.lines;
    this.#peers = given.peers;
    this.#watch = given.watch;
    this.#chance = given.chance;
    this.#life = this.#begin();
  }

  get session(): SyncSession {
    return this.#life.session;
  }

  get status(): SyncStatus {
    return this.#life.session.status.value;
  }

  /** What its database holds at this very moment. */
  get contents(): Disk {
    return diskOf(this.disk);
  }

  /** Begins an exchange unless one runs. */
  exchange(peer?: string): void {
    if (this.running) return;
    const { session } = this.#life;
    const running = session.exchange(peer);
    this.running = running;
    const ended = (): void => {
      if (this.running === running) this.running = null;
    };
    running.then(ended, (problem: unknown) => {
      ended();
      this.failure ??= problem instanceof Error ? problem : new Error(String(problem));
    });
  }

  /** Why an exchange rejected, which it must never do here. */
  failure: Error | null = null;

  /** Merges what has arrived, as the app does before it says that it has settled. */
  settle(): Promise<void> {
    const { replica } = this;
    return this.#turns.take(() => replica.settle((id, work) => this.#watch.merging(this, id, work)));
  }

  /** The power fails: whatever the program does ends in the middle, and what it has in memory is gone. Then it starts again. */
  async killAndStart(): Promise<void> {
    this.#end();
    this.replica.kill();
    this.replica = this.replica.next(this.disk);
    this.#turns = new Turns();
    await this.#start();
  }

  /** Ends the program as a person does who locks it, and starts it again. */
  async lockAndStart(): Promise<void> {
    await this.#life.session.cancel();
    this.#end();
    await this.#start();
  }

  async begin(): Promise<void> {
    await this.#life.session.recount();
  }

  async close(): Promise<void> {
    this.#end();
    await this.replica.pouch.close();
  }

  async #start(): Promise<void> {
    this.clock = this.clock.next();
    this.#life = this.#begin();
    await this.settle();
    await this.#life.session.recount();
  }

  #end(): void {
    this.#life.is.over = true;
    this.#life.shown.unsubscribe();
    this.running = null;
  }

  #begin(): Life {
    const { clock, replica, database } = this;
    replica.onMade = (documents) => this.#watch.held(this, documents, true);
    replica.onReceived = (documents) => this.#watch.held(this, documents, false);
    const is = { over: false };
    const proxy = new SimulatedProxy(this.lines, clock);
    const pouch = replica.pouch;
    const chapter = { id: database.slice('chapter-'.length), database, pouch, settled: () => this.settle() };
    const guarded = <T>(work: Promise<T>): Promise<T> =>
      // Nothing reaches a program that was killed.
      new Promise((resolve, reject) => void work.then((value) => is.over || resolve(value), (problem: unknown) => is.over || reject(problem as Error)));
    const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, { ...init, ...(init?.body ? { duplex: 'half' } : {}) });
      const answer = guarded(proxy.forward(request));
      const { signal } = init ?? {};
      if (!signal) return answer;
      signal.throwIfAborted();
      return Promise.race([answer, new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }))]);
    };
    const session = new SyncSession(chapter, this.#hostSync(proxy, guarded), { origin: 'http://127.0.0.1:1', fetch: send }, clock, () => this.#chance.fraction());
    const shown = session.status.subscribe((status) => is.over || this.#watch.shown(this, status));
    return { session, shown, is };
  }

  #hostSync(proxy: SimulatedProxy, guarded: <T>(work: Promise<T>) => Promise<T>): Host['sync'] {
    const unused = (): Promise<never> => Promise.reject(new Error('Nobody sets peers here.'));
    return {
      peers: () => Promise.resolve(this.#peers),
      peer: (_database, id = 'server') => Promise.resolve(this.#peers.find((peer) => peer.id === id) ?? null),
      probe: (database, id = 'server') => guarded(proxy.probe(database, id)),
      setPeer: unused,
      forgetPeer: unused,
      sealPeer: unused,
      acceptPeer: unused,
    };
  }
}
