import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { firstAdministrator, type FreshAccount } from '../../main/hub/account-making.ts';
import { Accounts } from '../../main/hub/accounts.ts';
import { Databases } from '../../main/hub/databases.ts';
import { Doorkeeper } from '../../main/hub/doorkeeper.ts';
import { Erased } from '../../main/hub/erased.ts';
import { hubApp } from '../../main/hub/hub-app.ts';
import { OpenFeeds, USUAL_LIMITS } from '../../main/hub/limits.ts';
import { diskOf, idsOn, leavesOn, replaceDisk, revisionsOn, wipeDisk, type Disk, type LeafOnDisk } from './memory-disk.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A request as it comes to a hub. */
export interface Carried {
  readonly method: string;
  /** Below the hub's address, encoded, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** An answer as it leaves a hub. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Nothing is measured in real seconds here, and everybody comes from the same address. */
const LIMITS = { ...USUAL_LIMITS, requestsPerSecond: 1e9, burst: 1e9, feedsPerAccount: 1e6 };

/** What all hubs of a process share: accounts are not what is simulated, and to make them takes long. */
export interface Door {
  readonly folder: string;
  readonly keeper: Doorkeeper;
  readonly account: FreshAccount;
  readonly erased: Erased;
}

/** Nobody changes accounts here: they are read once. */
class UnchangingAccounts extends Accounts {
  readonly #found = new Map<string, ReturnType<Accounts['find']>>();

  override find(name: string): ReturnType<Accounts['find']> {
    const found = this.#found.get(name) ?? super.find(name);
    this.#found.set(name, found);
    return found;
  }

  override stamp(): Promise<string> {
    return Promise.resolve('unchanged');
  }
}

class NoneErased extends Erased {
  override marks(): Promise<Record<string, never>> {
    return Promise.resolve({});
  }
}

/** Makes the accounts; `close` removes what they left in the computer's folder for what is temporary. */
export async function openDoor(): Promise<Door & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'simulated-'));
  const account = await firstAdministrator(folder);
  if (account === null) throw new Error('A new folder has no accounts.');
  const keeper = new Doorkeeper(new UnchangingAccounts(folder), 'signs no cookies that anybody keeps');
  return { folder, keeper, account, erased: new NoneErased(folder), close: () => rm(folder, { recursive: true, force: true }) };
}

let hubs = 0;

/** The hub's own code over disks in memory, that can be stopped, copied, put back to a copy, and emptied. */
export class SimulatedHub {
  /** As peers call it. */
  readonly id: string;
  readonly #door: Door;
  readonly #time: VirtualTime;
  readonly #database: string;
  readonly #folder: string;
  #app: FastifyInstance | null = null;
  #databases: Databases | null = null;
  /** Which of its starts this is; answers of an earlier one never arrive. */
  #start = 0;
  readonly #asking = new Set<Promise<unknown>>();
  /** Records that its rules refuse at present. */
  readonly refused = new Set<string>();
  /** The true moment of the last time that it lost something. */
  lostAt: number | null = null;
  requests = 0;

  constructor(id: string, door: Door, time: VirtualTime, database: string) {
    this.id = id;
    this.#door = door;
    this.#time = time;
    this.#database = database;
    this.#folder = join(door.folder, String((hubs += 1)));
  }

  get #disk(): string {
    return join(this.#folder, 'databases', `db-${this.#database}`);
  }

  get runs(): boolean {
    return this.#app !== null;
  }

  /** What its database holds at this very moment, read past all its code. */
  get disk(): Disk {
    return diskOf(this.#disk);
  }

  /** True when it knows this revision, as the present one or as one that others follow. */
  has(id: string, rev: string): boolean {
    return revisionsOn(this.disk, id).has(rev);
  }

  ids(): readonly string[] {
    return idsOn(this.disk);
  }

  leaves(id: string): readonly LeafOnDisk[] {
    return leavesOn(this.disk, id);
  }

  async start(): Promise<void> {
    // A hub finds its databases by their folders.
    if (this.disk.length > 0) await mkdir(this.#disk, { recursive: true });
    else await rm(this.#disk, { recursive: true, force: true });
    this.#start += 1;
    this.#databases = await Databases.in(this.#folder, 'memory');
    const stopping = new AbortController().signal;
    const hub = { uuid: `${this.id}-${String(hubs)}`, doorkeeper: this.#door.keeper, databases: this.#databases, erased: this.#door.erased, feeds: new OpenFeeds(LIMITS), stopping };
    this.#app = hubApp(hub, LIMITS, () => undefined, () => undefined);
  }

  /** Ends it as a power cut does: who waits for an answer gets none. */
  async stop(): Promise<void> {
    const [app, databases] = [this.#app, this.#databases];
    this.#app = this.#databases = null;
    this.#start += 1;
    // Databases in memory cannot be left in the middle of a request, and what it wrote might as well have been written.
    await Promise.allSettled(this.#asking);
    await app?.close();
    await databases?.close();
  }

  /** Stops it for good and forgets what it held. */
  async end(): Promise<void> {
    await this.stop();
    wipeDisk(this.#disk);
    wipeDisk(join(this.#folder, 'slots'));
  }

  /** A copy of its database as it is now. */
  backup(): Disk {
    return this.disk;
  }

  /** Has its database put back to a copy (null: thrown away), and starts. It must not run. */
  async restore(copy: Disk | null): Promise<void> {
    if (copy === null) wipeDisk(this.#disk);
    else replaceDisk(this.#disk, copy);
    this.lostAt = this.#time.now;
    await this.start();
  }

  /** Its answer; null when it does not run, or was stopped before it had answered. */
  async answer(request: Carried): Promise<Answered | null> {
    const start = this.#start;
    this.requests += 1;
    const asking = this.#ask(request);
    this.#asking.add(asking);
    const answer = await this.#time.working(asking).finally(() => this.#asking.delete(asking));
    return start === this.#start ? answer : null;
  }

  async #ask(request: Carried): Promise<Answered | null> {
    const isWrite = this.refused.size > 0 && request.path.endsWith('/_bulk_docs');
    const docs = isWrite && request.body !== null ? (JSON.parse(request.body) as { docs: { _id: string; _rev: string }[] }) : null;
    const refused = docs?.docs.filter(({ _id }) => this.refused.has(_id)) ?? [];
    const body = docs && refused.length > 0 ? JSON.stringify({ ...docs, docs: docs.docs.filter(({ _id }) => !this.refused.has(_id)) }) : request.body;
    const answer = await this.#inject({ ...request, body });
    if (answer === null || refused.length === 0 || answer.status >= 300) return answer;
    const rows = refused.map(({ _id, _rev }) => ({ id: _id, rev: _rev, error: 'forbidden', reason: 'The rules refuse it.' }));
    return { ...answer, body: JSON.stringify([...(JSON.parse(answer.body) as object[]), ...rows]) };
  }

  async #inject({ method, path, headers, body }: Carried): Promise<Answered | null> {
    if (this.#app === null) return null;
    const { name, password } = this.#door.account;
    const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
    const { 'accept-encoding': _packed, ...others } = headers;
    const answer = await this.#app.inject({
      method: method as 'GET',
      url: path,
      headers: { ...others, authorization },
      ...(body === null ? {} : { payload: body }),
    });
    const told = Object.entries(answer.headers).flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, String(value)]]));
    return { status: answer.statusCode, headers: { ...Object.fromEntries(told), date: new Date(this.#time.now).toUTCString() }, body: answer.payload };
  }
}
