import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { addSlot, type FreshAccount } from './account-making.ts';
import { USUAL_LIMITS } from './limits.ts';
import { basic, call, onlyTheHub, tryHub } from './testing/peer.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a connection and says when it was ended. */
function opened(port: number, text: string): { socket: Socket; ended: Promise<void> } {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  if (text !== '') socket.write(text);
  return { socket, ended: new Promise((resolve) => socket.once('close', () => resolve())) };
}

describe.skipIf(onlyTheHub('how it bears a flood'))('a flood', () => {
  it('of requests that trickle is cut off, head and body, while others are served', async () => {
    const hub = await tryHub({ ...USUAL_LIMITS, requestsPerSecond: 1e6, burst: 1e6, headersMs: 500, trickleMs: 500 });
    const admin = hub.firstAdmin as FreshAccount;
    await call(hub.address, admin, 'PUT', '/plain');
    const heads = Array.from({ length: 20 }, () => opened(hub.port, 'GET /plain HTTP/1.1\r\nHost: x\r\nX-Slow: '));
    const bodies = Array.from({ length: 20 }, () => opened(hub.port, `POST /plain/_bulk_docs HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic(admin)}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`));
    const drip = setInterval(() => [...heads, ...bodies].forEach(({ socket }) => socket.writable && socket.write('a')), 100);
    expect((await call(hub.address, admin, 'GET', '/plain')).status).toBe(200);
    await Promise.all([...heads, ...bodies].map(({ ended }) => ended));
    clearInterval(drip);
    expect((await call(hub.address, admin, 'GET', '/plain')).json).toMatchObject({ doc_count: 0 });
    await hub.stop();
  });

  it('of a thousand connections leaves it standing', async () => {
    const hub = await tryHub({ ...USUAL_LIMITS, connections: 600, requestsPerSecond: 1e6, burst: 1e6 });
    const many = Array.from({ length: 1000 }, () => opened(hub.port, ''));
    let turnedAway = 0;
    for (const { ended } of many) void ended.then(() => (turnedAway += 1));
    await expect.poll(() => turnedAway, { timeout: 20_000 }).toBeGreaterThanOrEqual(390);
    for (const { socket } of many) socket.destroy();
    await pause(200);
    expect((await call(hub.address, null, 'GET', '/_up')).status).toBe(200);
    await hub.stop();
  });

  it('of a thousand logins keeps nobody from records, and lets the right ones in', async () => {
    const hub = await tryHub();
    const [device] = (await addSlot(hub.data, 'Boston', 1)) as [FreshAccount];
    const own = 'chapter-0123456789abcdef';
    await call(hub.address, device, 'PUT', `/${own}`);
    const guesses = Promise.all(Array.from({ length: 1000 }, (_, i) => call(hub.address, { name: `guess-${i % 500}`, password: `${i}` }, 'GET', `/${own}`)));
    await pause(300);
    let isOver = false;
    void guesses.then(() => (isOver = true));
    expect((await call(hub.address, device, 'GET', `/${own}/_all_docs`)).status).toBe(200);
    expect(isOver).toBe(false);
    const answers = await guesses;
    expect(answers.some((answer) => answer.status === 429 && answer.headers.get('retry-after') === '2')).toBe(true);
    for (const answer of answers) expect([401, 429]).toContain(answer.status);
    expect((await call(hub.address, null, 'POST', '/_session', device)).status).toBe(200);
    await hub.stop();
  }, 120_000);

  it('of bodies that unpack to gigabytes, or that nobody sends, does not fill its memory', async () => {
    const hub = await tryHub();
    const admin = hub.firstAdmin as FreshAccount;
    await call(hub.address, admin, 'PUT', '/plain');
    const bomb = new Uint8Array(gzipSync(' '.repeat(100 * 1024 * 1024)));
    const packed = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
    const before = process.memoryUsage().rss;
    const answers = await Promise.all(Array.from({ length: 8 }, () => call(hub.address, admin, 'POST', '/plain/_bulk_docs', bomb, packed)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(413));
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(600);
    expect((await call(hub.address, null, 'POST', '/plain/_bulk_docs', { docs: [{ a: 'x'.repeat(100_000) }] })).status).toBe(401);
    expect((await call(hub.address, null, 'POST', '/_session', { name: 'x'.repeat(100_000), password: 'x' })).status).toBe(413);
    await hub.stop();
  });
});
