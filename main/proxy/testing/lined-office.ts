import { join } from 'node:path';
import memoryAdapter from 'pouchdb-adapter-memory';
import type { Host } from '../../../shared/host.ts';
import { openPouch, type RecordPouch } from '../../../shared/store/pouch.ts';
import { PouchDB } from '../../../shared/store/replicating-pouch.ts';
import { realClock, type SyncClock } from '../../../shared/sync/clock.ts';
import { SyncSession } from '../../../shared/sync/session.ts';
import type { PeerStatus, SyncStatus } from '../../../shared/sync/status.ts';
import type { FreshAccount } from '../../hub/account-making.ts';
import { recordId, sealedRecord } from '../../hub/testing/records.ts';
import { openMachine } from '../../machine/machine.ts';

PouchDB.plugin(memoryAdapter);

/** Pauses are a hundredth of what they are; a minute of silence stays one. */
export const quickClock: SyncClock = { now: () => Date.now(), after: (ms, wait) => realClock.after(ms >= 60_000 ? ms : ms / 100, wait) };

/** What becomes of a request; `forward` carries it to the proxy. */
export type Spoil = (request: Request, forward: () => Promise<Response>) => Promise<Response>;

let offices = 0;

/** A PC with its machine, its proxy and a session, over a line that a test may spoil; the real hub at its other end. */
export class LinedOffice {
  readonly pouch: RecordPouch;
  readonly session: SyncSession;
  readonly shown: SyncStatus[] = [];
  spoil: Spoil = (_request, forward) => forward();
  /** What happens each time before the office asks whether its server is there. */
  beforeProbe: () => Promise<void> = () => Promise.resolve();
  #end: () => Promise<void>;

  private constructor(pouch: RecordPouch, session: SyncSession, end: () => Promise<void>) {
    this.pouch = pouch;
    this.session = session;
    this.#end = end;
    session.status.subscribe((status) => this.shown.push(status));
  }

  /** `kept`: the database of an office whose program ended; without one it begins with an empty one. */
  static async open(folder: string, database: string, address: string, account: FreshAccount, kept?: RecordPouch): Promise<LinedOffice> {
    offices += 1;
    const machine = await openMachine(join(folder, `pc-${String(offices)}`), { version: '0', builtAt: '2026-01-01', platform: 'test' });
    const { peers, proxy } = machine;
    await peers.set(database, { address, account: account.name, password: account.password, label: 'headquarters' });
    const pouch = kept ?? openPouch(`lined-office-${String(offices)}`, 'memory');
    const sync = { peers: (of: string) => peers.list(of), probe: (of: string, id?: string) => office.beforeProbe().then(() => proxy.probe(of, id)) } as unknown as Host['sync'];
    const chapter = { id: database.slice('chapter-'.length), database, pouch, settled: () => Promise.resolve() };
    const fetch = ((input: string, init?: RequestInit) => {
      const request = new Request(input, init);
      return office.spoil(request, () => proxy.forward(request));
    }) as typeof globalThis.fetch;
    const office: LinedOffice = new LinedOffice(pouch, new SyncSession(chapter, sync, { origin: 'http://127.0.0.1:1', fetch }, quickClock), () => machine.end());
    return office;
  }

  /** Writes so many new records; `textOf` says what is sealed in each. */
  async write(database: string, count: number, textOf: () => string = () => 'a record'): Promise<void> {
    const documents = Array.from({ length: count }, () => sealedRecord(database, recordId(), textOf()));
    await this.pouch.bulkDocs(documents);
    this.session.noteChanges(documents.map(({ _id }) => _id));
  }

  get server(): PeerStatus {
    const [server] = this.session.status.value.peers;
    if (!server) throw new Error('no server is set');
    return server;
  }

  /** Every record with all its leaves, as one text each. */
  async leaves(): Promise<readonly string[]> {
    const { results } = await this.pouch.changes({ style: 'all_docs' });
    return results.map(({ id, changes }) => `${id} ${changes.map(({ rev }) => rev).sort().join()}`).sort();
  }

  async close(): Promise<void> {
    await this.session.cancel();
    // The database of a program that ended may be the next one's.
    await this.pouch.close().catch(() => undefined);
    await this.#end();
  }
}
