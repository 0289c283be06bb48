import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { FreshAccount } from '../account-making.ts';
import { Dice } from './dice.ts';
import { fuzzBody, oddText } from './fuzz-bodies.ts';
import { basic, call } from './peer.ts';
import { recordId, sealedRecord } from './records.ts';

/** Who may be let in where: two chapters of which one must never see the other, and an administrator. */
export interface FuzzWorld {
  readonly address: string;
  readonly admin: FreshAccount;
  /** A device of the chapter that is fuzzed, and its database. */
  readonly device: FreshAccount;
  readonly database: string;
  /** Another chapter's device and database, with the canary in it. */
  readonly other: FreshAccount;
  readonly others: string;
  readonly coordinator: FreshAccount;
}

/** What a run found; `faults` and `leaks` must be empty. */
export interface FuzzReport {
  readonly statuses: ReadonlyMap<number, number>;
  readonly faults: readonly string[];
  readonly leaks: readonly string[];
  /** Connections that ended without an answer, as broken HTTP deserves. */
  readonly cutOff: number;
}

const CANARY = Buffer.from('a canary that nobody else may hear').toString('base64url');
const AT_ONCE = 12;
const QUERY = ['rev', 'revs', 'latest', 'open_revs', 'since', 'limit', 'style', 'feed', 'heartbeat', 'filter', 'doc_ids', 'keys', 'key', 'startkey', 'endkey', 'descending', 'skip', 'include_docs', 'conflicts', 'new_edits', 'meta', 'revs_info', 'attachments', 'seq_interval', 'update'] as const;
const METHODS = ['GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'COPY'] as const;

/**
 * Sends requests from a grammar, right ones and spoiled ones, under several identities. Reports answers that are the
 * hub's own fault (500 and above), refusals without a reason, and answers that hold another chapter's record.
 */
export async function fuzzHub(world: FuzzWorld, seed: number, requests: number): Promise<FuzzReport> {
  const dice = new Dice(seed);
  await plantCanary(world);
  const identities = await identitiesOf(world);
  const before = await call(world.address, world.other, 'GET', `/${world.others}`);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statuses = new Map<number, number>();
  const [faults, leaks]: [string[], string[]] = [[], []];
  let cutOff = 0;
  let left = requests;
  const ids: [string, ...string[]] = [`person:${'a'.repeat(32)}`, `person:${'b'.repeat(32)}`, `meeting:${'c'.repeat(32)}`, recordId()];
  const one = async (): Promise<void> => {
    const who = dice.pick(identities);
    const method = dice.pick(METHODS);
    const path = fuzzPath(dice, world, ids, who.mayHear);
    if (method === 'DELETE' && who.mayHear && isDatabase(path)) return;
    const answer = dice.chance(0.01) ? await raw(world.address, rawText(dice, path)) : await send(dice, agent, world, { method, path, headers: who.headers }, ids);
    if (answer === null) {
      cutOff += 1;
      return;
    }
    const { status, text } = answer;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const what = `${status} ${who.name} ${method} ${path.slice(0, 200)}`;
    if (status >= 500) faults.push(what);
    if (status >= 400 && method !== 'HEAD' && !text.includes('"error"')) faults.push(`no reason: ${what}`);
    if (!who.mayHear && text.includes(CANARY)) leaks.push(what);
  };
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  const after = await call(world.address, world.other, 'GET', `/${world.others}`);
  if (after.text !== before.text) leaks.push('the other chapter’s database was written to');
  return { statuses, faults, leaks, cutOff };
}

async function plantCanary({ address, other, others, admin, database, device }: FuzzWorld): Promise<void> {
  for (const [account, name] of [[other, others], [device, database], [admin, 'plain']] as const) await call(address, account, 'PUT', `/${name}`);
  const id = recordId();
  const record = { ...sealedRecord(others, id, 'x'), parts: { chapter: { k: 1, n: 'n'.repeat(32), c: CANARY } } };
  const stored = await call(address, other, 'PUT', `/${others}/${id}`, record);
  await call(address, admin, 'PUT', '/plain/canary', { text: CANARY });
  if (stored.status !== 201) throw new Error(`the canary was not stored: ${stored.text}`);
}

interface Identity {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether this one may read the canary. Then its requests go elsewhere, for nothing there may change. */
  readonly mayHear: boolean;
}

async function identitiesOf({ address, admin, device, other, coordinator }: FuzzWorld): Promise<readonly [Identity, ...Identity[]]> {
  const opened = await call(address, null, 'POST', '/_session', device);
  const cookie = /AuthSession=[^;]+/.exec(opened.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const value = Buffer.from(cookie.slice('AuthSession='.length), 'base64url').toString();
  const forged = (text: string): string => `AuthSession=${Buffer.from(text).toString('base64url')}`;
  const named = (name: string, headers: Record<string, string>, mayHear = false): Identity => ({ name, headers, mayHear });
  const strangers = [
    named('nobody', {}),
    named('a cookie with another’s name', { cookie: forged(value.replace(/^[^:]+/, other.name)) }),
    named('a cookie of the administrator', { cookie: forged(value.replace(/^[^:]+/, admin.name)) }),
    named('a spoiled cookie', { cookie: `${cookie}x` }),
    named('a wrong password', { authorization: basic({ name: other.name, password: 'guess' }) }),
    named('no basic', { authorization: 'Bearer x' }),
  ] as const;
  const device_ = named('device', { authorization: basic(device) });
  const byCookie = named('device by cookie', { cookie });
  const boss = named('admin', { authorization: basic(admin) }, true);
  const reader = named('coordinator', { authorization: basic(coordinator) }, true);
  const usual = Array.from({ length: 12 }, () => [device_, byCookie, boss, reader]).flat();
  return [device_, ...usual, ...Array.from({ length: 4 }, () => [strangers[0], strangers[1], strangers[2], strangers[3], strangers[5]]).flat(), strangers[4]];
}

function fuzzPath(dice: Dice, world: FuzzWorld, ids: readonly [string, ...string[]], mayHear: boolean): string {
  const text = (): string => encode(oddText(dice, ids));
  const home = mayHear ? ([world.database, world.database, 'plain', 'network', 'none'] as const) : ([world.database, world.database, world.others, world.others, 'plain', 'network', 'delegates', 'none'] as const);
  const db = dice.chance(0.9) ? dice.pick(home) : dice.pick(['_session', '_all_dbs', '_up', '_users', '_replicate', '_node/_local/_config', '_utils', text(), `${world.database}%2f..%2f${world.database}`, `../${world.database}`, `/${world.database}`, `.//${world.database}`]);
  const inner = dice.pick(['', '/', '/_changes', '/_bulk_docs', '/_bulk_get', '/_revs_diff', '/_missing_revs', '/_all_docs', '/_ensure_full_commit', '/_compact', '/_security', '/_design/x', '/_design/a/_view/b', '/_find', `/${encode(dice.pick(ids))}`, `/_local/${text()}`, `/${text()}`, '/%E0%A4%A', '/a/b/c', '/../../x', '/%2e%2e/%2e%2e', '/%00', '//_changes', ';a=b']);
  const queries = Array.from({ length: dice.upTo(4) }, () => `${dice.pick(QUERY)}=${dice.pick(['true', 'false', 'all', '0', '-1', '5', 'now', '["a"]', '["1-x"]', '"a"', '{}', 'continuous', 'longpoll', 'all_docs', '_doc_ids', '_selector', 'a%2Fb', '1e9', '99999999999999999999', text()])}`);
  // Whoever asks for a waiting feed gets a short one, or this run would wait with it.
  return `/${db}${inner}?${[...queries.filter((query) => !query.startsWith('heartbeat=')), 'timeout=1'].join('&')}`;
}

function encode(text: string): string {
  return Buffer.from(text).toString('latin1').replace(/[^A-Za-z0-9._~-]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function isDatabase(path: string): boolean {
  return /^\/+[^/?]*\/*(\?|$)/.test(path) || path.includes('..') || path.includes('%2e');
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}
type Heard = { readonly status: number; readonly text: string } | null;

function send(dice: Dice, agent: Agent, { address, database }: FuzzWorld, { method, path, headers }: Sent, ids: readonly [string, ...string[]]): Promise<Heard> {
  const body = method === 'GET' || method === 'HEAD' ? undefined : fuzzBody(dice, database, ids);
  const type = dice.pick(['application/json', 'application/json', 'application/json', 'application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/related; boundary=x']);
  const sent: Record<string, string> = {
    ...headers,
    accept: dice.pick(['application/json', '*/*', 'multipart/mixed']),
    'x-forwarded-for': `10.${dice.upTo(200)}.${dice.upTo(200)}.${dice.upTo(200)}`,
    ...(body === undefined ? {} : { 'content-type': type, 'content-length': String(Buffer.byteLength(body.bytes)), ...(body.encoding === null ? {} : { 'content-encoding': body.encoding }) }),
  };
  return new Promise((resolve) => {
    const asking = request(address + '/', { method, path, headers: sent, agent, timeout: 60_000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (text += piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', () => resolve(null));
    });
    // A server that answers before it has read all resets the connection: the answer is what counts.
    asking.on('socket', (socket) => {
      if (socket.listenerCount('error', ignore) === 0) socket.on('error', ignore);
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(null));
    asking.end(body?.bytes);
  });
}

const ignore = (): void => undefined;

function rawText(dice: Dice, path: string): string {
  return dice.pick([
    'GET / HTTP/9\r\n\r\n',
    '\u0000\u0001\u0002',
    `GET http://elsewhere.invalid${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`,
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /plain/canary HTTP/1.1\r\n\r\n`,
    `GET ${path} HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`,
    `GET /${'x'.repeat(40_000)} HTTP/1.1\r\n\r\n`,
    `GET ${path} HTTP/1.1\r\n\r\nGET ${path} HTTP/1.1\r\n\r\n`,
  ]);
}

/** Bytes that no HTTP library would send; what came back within a moment. */
function raw(address: string, text: string): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (piece) => (heard += String(piece)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard === '' ? null : { status: Number(/^HTTP\/1.1 (\d+)/.exec(heard)?.[1] ?? 0), text: `"error" is Node's own here ${heard}` }));
    socket.write(text);
    setTimeout(() => socket.destroy(), 60);
  });
}
