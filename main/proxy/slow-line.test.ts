import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSafeAt } from '../../shared/sync/status.ts';
import type { FreshAccount } from '../hub/account-making.ts';
import { USUAL_LIMITS } from '../hub/limits.ts';
import { startHub, type RunningHub } from '../hub/server.ts';
import { Dice } from '../hub/testing/dice.ts';
import { call, onlyTheHub } from '../hub/testing/peer.ts';
import { recordId } from '../hub/testing/records.ts';
import { LinedOffice } from './testing/lined-office.ts';
import { SlowLine } from './testing/slow-line.ts';

/** 256 kbit/s, and one request in five cut. */
const BAD = { bytesPerMs: 32, cut: 0.2 };
const GOOD = { bytesPerMs: 1e6, cut: 0 };
const RECORDS = 320;
/** What a batch may take before the next is made smaller (`pace.ts`). */
const LONG_MS = 20_000;

describe.skipIf(onlyTheHub('a line of 256 kbit/s'))('a session and the real hub over 256 kbit/s with one request in five cut', () => {
  let folder: string;
  let hub: RunningHub;
  let account: FreshAccount;
  let line: SlowLine;
  const dice = new Dice(256);
  const opened: LinedOffice[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slow-line-'));
    hub = await startHub({ host: '127.0.0.1', port: 0, data: join(folder, 'hub'), log: () => undefined, limits: { ...USUAL_LIMITS, requestsPerSecond: 1e6, burst: 1e6 } });
    if (!hub.firstAdmin) throw new Error('a new hub makes an administrator');
    account = hub.firstAdmin;
    line = await SlowLine.to(Number(new URL(hub.address).port), GOOD, dice);
  });
  afterEach(async () => {
    for (const office of opened.splice(0)) await office.close();
    await line.end();
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const text = (): string => Array.from({ length: 12 }, () => dice.roll().toString(36).slice(2, 10)).join('');
  const open = async (database: string, address: string, kept?: LinedOffice): Promise<LinedOffice> => {
    const office = await LinedOffice.open(folder, database, address, account, kept?.pouch);
    opened.push(office);
    return office;
  };

  /** A chapter whose headquarters has news of others, and an office over the line that has news of its own. */
  const chapter = async (): Promise<{ database: string; near: LinedOffice; far: LinedOffice }> => {
    const database = `chapter-${recordId().slice('person:'.length, 'person:'.length + 16)}`;
    await call(hub.address, account, 'PUT', `/${database}`);
    const [near, far] = [await open(database, hub.address), await open(database, line.address)];
    await near.write(database, RECORDS, text);
    await near.session.exchange();
    await far.write(database, RECORDS, text);
    return { database, near, far };
  };

  /** What an exchange of the same costs where nothing is slow and nothing lost, in bytes. */
  const costOfGoodLine = async (): Promise<number> => {
    const { far } = await chapter();
    const before = line.bytes;
    await far.session.exchange();
    return line.bytes - before;
  };

  it('goes on by pieces that the line carries in their time, again from where it stopped after its program ended, and wastes little', { timeout: 90_000 }, async () => {
    const good = await costOfGoodLine();
    const { database, near, far } = await chapter();
    line.quality = BAD;
    const [before, requestsBefore] = [line.bytes, line.requests];

    const pieces: number[] = [];
    const asked: number[] = [];
    const watch: LinedOffice['spoil'] = async (request, forward) => {
      const body = await request.clone().text();
      if (request.url.endsWith('/_bulk_docs')) pieces.push(body.length);
      if (request.url.endsWith('/_revs_diff')) asked.push(Object.keys(JSON.parse(body) as object).length);
      return forward();
    };
    // The power fails while the piece after a confirmed one is under way.
    let confirmed = 0;
    await new Promise<void>((failed) => {
      far.spoil = (request, forward) => {
        confirmed = far.session.status.value.sent;
        if (confirmed === 0 || !request.url.endsWith('/_bulk_docs')) return watch(request, forward);
        far.spoil = () => new Promise(() => undefined);
        failed();
        return new Promise(() => undefined);
      };
      void far.session.exchange();
    });
    expect(confirmed).toBeGreaterThan(0);
    expect(confirmed).toBeLessThan(RECORDS);

    asked.length = 0;
    const again = await open(database, line.address, far);
    again.spoil = watch;
    await again.session.exchange();
    expect(again.server).toMatchObject({ problem: null, waiting: 0, denied: [] });
    expect(isSafeAt(again.server)).toBe(true);
    // Nothing that the hub had confirmed was spoken of again; what came from it afterwards is, before it is called safe.
    expect(asked[0]).toBeLessThanOrEqual(RECORDS - confirmed);

    expect([...far.shown, ...again.shown].some(({ peers }) => peers[0]?.problem === 'stalled')).toBe(false);
    expect(Math.max(...pieces) / BAD.bytesPerMs).toBeLessThan(LONG_MS);
    expect(line.cuts / (line.requests - requestsBefore)).toBeGreaterThan(0.1);
    // Only what the line cut goes over it again, and the piece that the power failed in.
    expect(line.bytes - before - line.cutBytes).toBeLessThan(1.1 * good);

    await near.session.exchange();
    expect(await again.leaves()).toHaveLength(2 * RECORDS);
    expect(await near.leaves()).toEqual(await again.leaves());
  });
});
