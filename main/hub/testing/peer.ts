import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CouchAdmin } from '../../couchdb/admin-client.ts';
import { chapterReaders, networkDatabaseSteps } from '../../couchdb/database-steps.ts';
import { takeSteps } from '../../couchdb/step.ts';
import { addSlot, type FreshAccount } from '../account-making.ts';
import { USUAL_LIMITS, type Limits } from '../limits.ts';
import { startHub, type RunningHub } from '../server.ts';

/** A server that replication can be tried on: our hub, or the CouchDB that `COUCHDB_URL` names (with an administrator's credentials in it). */
export interface Peer {
  readonly kind: 'hub' | 'couchdb';
  readonly address: string;
  readonly account: FreshAccount;
  /** Makes a chapter's database that does not exist yet and gives its name. */
  freshChapter(): Promise<string>;
  stop(): Promise<void>;
}

/** The CouchDB to test against, or undefined: then tests run against our own hub. */
const COUCHDB_URL = process.env.COUCHDB_URL;

/** Says why tests of the hub alone do not run against another server; give it to `describe.skipIf`. */
export function onlyTheHub(what: string): boolean {
  if (COUCHDB_URL === undefined) return false;
  console.info(`Not run against COUCHDB_URL: ${what} is the hub's own.`);
  return true;
}

/** A hub on a free port with a data folder of its own. `wide` limits let a test knock as often as it likes. */
export async function tryHub(limits: Limits = { ...USUAL_LIMITS, requestsPerSecond: 1e6, burst: 1e6 }): Promise<RunningHub & { data: string; lines: string[] }> {
  const data = await mkdtemp(join(tmpdir(), 'hub-'));
  const lines: string[] = [];
  const hub = await startHub({ host: '127.0.0.1', port: 0, data, log: (line) => lines.push(line), limits });
  const stop = async (): Promise<void> => {
    await hub.stop();
    await rm(data, { recursive: true, force: true });
  };
  return { ...hub, data, lines, stop };
}

/** The peer of this test run. */
export async function openPeer(): Promise<Peer> {
  return COUCHDB_URL === undefined ? await hubPeer() : couchPeer(COUCHDB_URL);
}

async function hubPeer(): Promise<Peer> {
  const hub = await tryHub();
  const account = hub.firstAdmin;
  if (account === null) throw new Error('a new hub makes an administrator');
  return { kind: 'hub', address: hub.address, account, freshChapter: () => makeChapter(hub.address, account), stop: () => hub.stop() };
}

function couchPeer(url: string): Peer {
  const { origin, username, password } = new URL(url);
  const account = { name: decodeURIComponent(username), password: decodeURIComponent(password) };
  const made: string[] = [];
  return {
    kind: 'couchdb',
    address: origin,
    account,
    freshChapter: async () => {
      const name = chapterName();
      made.push(name);
      // As `npm run provision` makes it, so that the rule stands in the way here as it does at the hub.
      const couch = new CouchAdmin({ address: origin, ...account });
      await takeSteps(networkDatabaseSteps(couch, name, chapterReaders(name.slice('chapter-'.length))), 'make', () => undefined);
      return name;
    },
    stop: async () => {
      for (const name of made) await call(origin, account, 'DELETE', `/${name}`);
    },
  };
}

function chapterName(): string {
  return `chapter-${randomBytes(8).toString('hex')}`;
}

async function makeChapter(address: string, account: FreshAccount): Promise<string> {
  const name = chapterName();
  const answer = await call(address, account, 'PUT', `/${name}`);
  if (answer.status !== 201 && answer.status !== 202) throw new Error(`the database was not made: ${answer.status}`);
  return name;
}

/** Two slots, each with accounts of its own, on one hub. */
export async function twoSlots(data: string): Promise<{ boston: readonly FreshAccount[]; fresno: readonly FreshAccount[] }> {
  return { boston: await addSlot(data, 'Boston', 2), fresno: await addSlot(data, 'Fresno', 1) };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body when it is JSON, otherwise undefined. */
  readonly json: unknown;
}

/** The `Authorization` header of an account. */
export function basic({ name, password }: FreshAccount): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

/** One raw request; a body that is not a text is sent as JSON. */
export async function call(address: string, account: FreshAccount | null, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const sent: Record<string, string> = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers };
  if (account !== null) sent.authorization = basic(account);
  const given = body === undefined ? {} : { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) };
  const response = await fetch(address + path, { method, headers: sent, ...given } as RequestInit);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: asJson(text) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
