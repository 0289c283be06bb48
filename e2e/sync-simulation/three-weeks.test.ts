import memoryAdapter from 'pouchdb-adapter-memory';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordId, sealedRecord } from '../../main/hub/testing/records.ts';
import type { Host, PeerInfo } from '../../shared/host.ts';
import { openPouch, type RecordPouch } from '../../shared/store/pouch.ts';
import { PouchDB } from '../../shared/store/replicating-pouch.ts';
import { SyncSession } from '../../shared/sync/session.ts';
import { isSafeAt } from '../../shared/sync/status.ts';
import { Chance } from './chance.ts';
import { Line, LineFailure } from './line.ts';
import { openDoor, SimulatedHub, type Answered, type Carried, type Door } from './simulated-hub.ts';
import { SimulatedProxy } from './simulated-proxy.ts';
import { OfficeClock, VirtualTime } from './virtual-time.ts';

PouchDB.plugin(memoryAdapter);

/** Records that are new at either end. */
const RECORDS = Number(process.env['THREE_WEEKS_RECORDS'] ?? 10_000);
/** Of all requests so many never arrive, and of as many the answer is lost: together one in five. */
const LOST = 0.1;
/** 256 kbit/s. */
const BYTES_PER_MS = 32;
/** What one piece may take on the line: a batch that takes longer is followed by a smaller one (`pace.ts`). */
const LONG_MS = 25_000;
const SERVER: PeerInfo = { id: 'server', kind: 'server', address: 'http://server.invalid', account: 'office', label: 'headquarters' };

/** A line of 256 kbit/s that loses requests and answers, and counts what it carries. */
class CountedLine extends Line {
  readonly #losing: Chance;
  useful = 0;
  wasted = 0;
  largest = 0;

  constructor(hub: SimulatedHub, time: VirtualTime, chance: Chance) {
    super(hub, time, chance, () => undefined);
    this.#losing = chance.fork();
    this.become({ is: 'slow', share: LOST }, chance.fork());
  }

  override async carry(request: Carried, mayHang: boolean): Promise<Answered> {
    const sent = request.body?.length ?? 0;
    let bytes = sent;
    try {
      const answered = await super.carry(request, mayHang);
      bytes += answered.body.length;
      if (this.#losing.happens(LOST)) throw new LineFailure('reset');
      this.useful += bytes;
      this.largest = Math.max(this.largest, bytes);
      return answered;
    } catch (problem) {
      this.wasted += bytes;
      throw problem;
    }
  }
}

let door: Door & { close(): Promise<void> };
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

/** A program that runs over that database until it is ended in its midst. */
function program(pouch: RecordPouch, database: string, line: Line, clock: OfficeClock): { session: SyncSession; kill: () => void } {
  const proxy = new SimulatedProxy(new Map([['server', line]]), clock);
  let isOver = false;
  const unlessOver = <T>(work: Promise<T>): Promise<T> => work.then((done) => (isOver ? new Promise<T>(() => undefined) : done));
  const sync = { peers: () => Promise.resolve([SERVER]), probe: (of: string, id = 'server') => unlessOver(proxy.probe(of, id)) } as unknown as Host['sync'];
  const fetch = ((input: string, init?: RequestInit) => unlessOver(proxy.forward(new Request(input, init)))) as typeof globalThis.fetch;
  const chapter = { id: database.slice('chapter-'.length), database, pouch, settled: () => Promise.resolve() };
  const chance = new Chance(7);
  return { session: new SyncSession(chapter, sync, { origin: 'http://127.0.0.1:1', fetch }, clock, () => chance.fraction()), kill: () => void (isOver = true) };
}

test(`an office after three weeks: ${String(RECORDS)} records each way over 256 kbit/s with one request in five lost, twice ended in its midst`, { timeout: 600_000 }, async () => {
  const chance = new Chance(Number(process.env['THREE_WEEKS_SEED'] ?? 21));
  const time = new VirtualTime();
  const database = `chapter-${chance.token(16)}`;
  const hub = new SimulatedHub('server', door, time, database);
  await hub.start();
  const news = (): (Record<string, unknown> & { _id: string })[] => Array.from({ length: RECORDS }, () => sealedRecord(database, recordId(), Buffer.from(chance.bytes(300)).toString('hex')));
  const [elsewhere, pouch] = [openPouch(`elsewhere-${database}`, 'memory'), openPouch(`three-weeks-${database}`, 'memory')];
  await elsewhere.bulkDocs(news());
  await pouch.bulkDocs(news());
  const theirs = (await elsewhere.allDocs({ include_docs: true })).rows.flatMap((row) => ('doc' in row ? row.doc ?? [] : []));
  const good = new Line(hub, time, new Chance(1), () => undefined);
  const near = program(elsewhere, database, good, new OfficeClock(time));
  const filled = near.session.exchange();
  let isFilled = false;
  void filled.then(() => (isFilled = true));
  await time.runUntil(time.now + 86_400_000, () => isFilled);
  expect(theirs.length).toBe(RECORDS);

  const line = new CountedLine(hub, time, chance);
  const began = time.now;
  let clock = new OfficeClock(time);
  const sentAt: number[] = [];
  for (const part of [0.3, 0.7]) {
    const life = program(pouch, database, line, clock);
    void life.session.exchange();
    const before = sentAt.reduce((sum, sent) => sum + sent, 0);
    await time.runUntil(time.now + 86_400_000, () => before + life.session.status.value.sent >= part * RECORDS);
    sentAt.push(life.session.status.value.sent);
    life.kill();
    clock = clock.next();
  }
  const last = program(pouch, database, line, clock);
  let isOver = false;
  void last.session.exchange().then(() => (isOver = true));
  await time.runUntil(time.now + 86_400_000, () => isOver);

  const { status } = last.session;
  expect(status.value).toMatchObject({ waiting: 0, peers: [{ problem: null, denied: [], waiting: 0 }] });
  expect(status.value.peers.map(isSafeAt)).toEqual([true]);
  const here = (await pouch.allDocs()).rows.map(({ id }) => id);
  expect(here).toHaveLength(2 * RECORDS);
  expect([...hub.ids()].filter((id) => id.startsWith('person:')).sort()).toEqual(here);
  const hours = (time.now - began) / 3_600_000;
  const atBest = line.useful / BYTES_PER_MS / 3_600_000;
  process.stdout.write(`three weeks over 256 kbit/s: ${String(RECORDS)} records each way in ${hours.toFixed(2)} h, ${atBest.toFixed(2)} h of them needed, ${String(Math.round((100 * line.wasted) / line.useful))} % of the bytes in vain, largest piece ${String(Math.round(line.largest / 1000))} kB\n`);
  // Each life went on where the one before had been confirmed: at most one piece of a thousand was sent again.
  expect(sentAt.reduce((sum, sent) => sum + sent, 0) + status.value.sent).toBeLessThanOrEqual(RECORDS + 2 * 1_000);
  expect(line.wasted).toBeLessThan(0.6 * line.useful);
  expect(line.largest / BYTES_PER_MS).toBeLessThan(LONG_MS);
  await Promise.all([near.session.cancel(), last.session.cancel()]);
  time.end();
  await hub.end();
  await Promise.all([elsewhere.close(), pouch.close()]);
});
