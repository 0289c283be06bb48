import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCoordinator, addSlot, type FreshAccount } from './account-making.ts';
import { fuzzHub, type FuzzWorld } from './testing/fuzz-run.ts';
import { call, onlyTheHub, tryHub } from './testing/peer.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20251122);
const REQUESTS = 5000;

/** The long run, against a process of its own: `npm run fuzz:hub -- --seed N --requests 100000`. */
describe.skipIf(onlyTheHub('bearing malformed requests'))('malformed requests', () => {
  let hub: Awaited<ReturnType<typeof tryHub>>;
  let world: FuzzWorld;
  const chapter = (): string => `chapter-${randomBytes(8).toString('hex')}`;

  beforeAll(async () => {
    hub = await tryHub();
    const [device] = (await addSlot(hub.data, 'Boston', 1)) as [FreshAccount];
    const [other] = (await addSlot(hub.data, 'Fresno', 1)) as [FreshAccount];
    const coordinator = await addCoordinator(hub.data, 'Rosa');
    world = { address: hub.address, admin: hub.firstAdmin as FreshAccount, device, other, coordinator, database: chapter(), others: chapter() };
  });
  afterAll(() => hub.stop());

  it(`answers ${REQUESTS} of them without a fault of its own, and tells nobody another chapter's record (seed ${SEED})`, { timeout: 300_000 }, async () => {
    const report = await fuzzHub(world, SEED, REQUESTS);
    expect(report.faults).toEqual([]);
    expect(report.leaks).toEqual([]);
    for (const reached of [200, 201, 400, 401, 403, 404]) expect(report.statuses.get(reached) ?? 0).toBeGreaterThan(20);
    expect((await call(hub.address, world.other, 'GET', `/${world.others}`)).json).toMatchObject({ doc_count: 1 });
  });

  it('outlives connections that are broken off', async () => {
    const starts = [`POST /${world.database}/_bulk_docs HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`, 'POST /_session HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n', `GET /${world.database}/_changes?feed=longpoll HTTP/1.1\r\nHost: x\r\n\r\n`];
    await Promise.all(
      starts.flatMap((begin) => Array.from({ length: 8 }, () => begin)).map(async (begin, index) => {
        const socket = connect(hub.port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write(begin);
        await new Promise((resolve) => setTimeout(resolve, 50 + index * 5));
        socket.destroy();
      }),
    );
    expect((await call(hub.address, null, 'GET', '/_up')).status).toBe(200);
  });
});
