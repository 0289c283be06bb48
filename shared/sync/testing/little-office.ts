import type { Host, PeerAnswer, PeerInfo } from '../../host.ts';
import { openPouch, type RecordPouch } from '../../store/pouch.ts';
import { SyncSession } from '../session.ts';
import type { SyncStatus } from '../status.ts';
import type { LittlePeer } from './little-peer.ts';
import { TestClock } from './test-clock.ts';

let offices = 0;
export const CHAPTER = 'abcdefgh12';

/** A record's document as the store seals it, as far as anybody but the store looks. */
export function record(id: string, more: object = {}): { readonly _id: string } & Record<string, unknown> {
  return { _id: `person:${id}`, chapter: CHAPTER, schema: 1, parts: {}, ...more };
}

/** Names of so many records. */
export function many(count: number, prefix = 'p'): string[] {
  return Array.from({ length: count }, (_one, at) => `${prefix}${String(at).padStart(5, '0')}`);
}

/** One PC with its database, a session and the peers it knows, on a clock that passes only when nothing else can go on. */
export class LittleOffice {
  readonly pouch: RecordPouch;
  readonly clock = new TestClock();
  readonly session: SyncSession;
  /** Every status that was shown. */
  readonly shown: SyncStatus[] = [];
  readonly peers = new Map<string, LittlePeer>();
  infos: PeerInfo[] = [];
  /** What asking a peer answers in place of "here I am". */
  probe: (id: string) => PeerAnswer = () => ({ ok: true, clockAhead: 0 });
  settle: () => Promise<void> = () => Promise.resolve();

  constructor(server: LittlePeer | null = null, pouch?: RecordPouch) {
    offices += 1;
    this.pouch = pouch ?? openPouch(`little-office-${String(offices)}`, 'memory');
    if (server) this.add('server', server);
    const sync = {
      peers: () => Promise.resolve(this.infos),
      probe: (_database: string, id = 'server') => Promise.resolve(this.probe(id)),
    } as unknown as Host['sync'];
    const chapter = { id: CHAPTER, database: `chapter-${CHAPTER}`, pouch: this.pouch, settled: () => this.settle() };
    const fetch = ((input: string, init?: RequestInit) => {
      const [, , id = ''] = new URL(input).pathname.split('/');
      return this.peers.get(id)?.fetch(input, init) ?? Promise.reject(new TypeError('nobody there'));
    }) as typeof globalThis.fetch;
    this.session = new SyncSession(chapter, sync, { origin: 'http://page.invalid', fetch }, this.clock, () => 0.5);
    this.session.status.subscribe((status) => this.shown.push(status));
  }

  add(id: string, peer: LittlePeer): void {
    this.peers.set(id, peer);
    this.infos = [...this.infos, { id, kind: id === 'server' ? 'server' : id === 'here' ? 'here' : 'neighbour', address: `http://${id}.invalid`, account: 'office', label: id }];
  }

  /** Writes records as a person does. */
  async write(...ids: readonly string[]): Promise<void> {
    const answers = await this.pouch.bulkDocs(ids.map((id) => record(id)));
    if (answers.some((one) => 'error' in one)) throw new Error('a test write was refused');
    this.session.noteChanges(ids.map((id) => `person:${id}`));
  }

  /** Waits for an exchange, and lets time pass whenever it pauses or everything hangs. */
  async run<T>(exchange: Promise<T>, most = 500): Promise<T> {
    let over = false;
    const end = exchange.finally(() => (over = true));
    end.catch(() => undefined);
    for (let turns = 0, still = 0, seen = ''; !over; ) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const asked = [...this.peers.values()].map((peer) => peer.asked.length).join();
      const now = `${asked} ${this.shown.length}`;
      still = now === seen ? still + 1 : 0;
      seen = now;
      if (this.session.status.value.activity !== 'pausing' && still < 60) continue;
      turns += 1;
      if (turns > most) throw new Error('The exchange does not end.');
      this.clock.passToNext();
    }
    return end;
  }

  exchange(): Promise<SyncStatus> {
    return this.run(this.session.exchange());
  }

  get server(): SyncStatus['peers'][number] {
    const found = this.session.status.value.peers.find(({ peer }) => peer.id === 'server');
    if (!found) throw new Error('no server here');
    return found;
  }

  async ids(): Promise<readonly string[]> {
    return (await this.pouch.allDocs()).rows.map(({ id }) => id);
  }
}

