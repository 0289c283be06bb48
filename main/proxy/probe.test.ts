import { afterEach, describe, expect, it } from 'vitest';
import { DATABASE, littlePeer, proxyTo, type LittlePeer } from './testing.ts';

const open: LittlePeer[] = [];
afterEach(() => {
  for (const peer of open.splice(0)) peer.stop();
});

async function probing(putStatus: number, date?: string): Promise<{ answer: unknown; asked: string[] }> {
  const asked: string[] = [];
  const peer = await littlePeer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const missing = request.method === 'GET' && putStatus !== 0;
    if (date !== undefined) response.setHeader('date', date);
    response.writeHead(missing ? 404 : request.method === 'PUT' ? putStatus : 200, { 'content-type': 'application/json' });
    response.end(missing ? '{"error":"not_found"}' : `{"db_name":"${DATABASE}"}`);
  });
  open.push(peer);
  return { answer: await proxyTo(peer.address).probe(DATABASE), asked };
}

describe('probe', () => {
  it('finds a database that is there, with both clocks alike', async () => {
    const { answer, asked } = await probing(0);
    expect(answer).toMatchObject({ ok: true });
    expect(Math.abs((answer as { clockAhead: number }).clockAhead)).toBeLessThan(20_000);
    expect(asked).toEqual([`GET /${DATABASE}`]);
  });

  it('tells how far the clock of the peer is ahead, and still lets the office work', async () => {
    const { answer } = await probing(0, new Date(Date.now() + 20 * 60_000).toUTCString());
    expect((answer as { clockAhead: number }).clockAhead).toBeGreaterThan(19 * 60_000);
  });

  it.each([201, 202, 412])('makes a database that is not there yet (%i)', async (status) => {
    const { answer, asked } = await probing(status);
    expect(answer).toMatchObject({ ok: true });
    expect(asked).toEqual([`GET /${DATABASE}`, `PUT /${DATABASE}`]);
  });

  it('says when the account may not make it', async () => {
    expect((await probing(403)).answer).toEqual({ ok: false, problem: 'not-allowed' });
  });

  it('does not take any JSON for a database', async () => {
    const peer = await littlePeer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"hello":"printer"}');
    });
    open.push(peer);
    expect(await proxyTo(peer.address).probe(DATABASE)).toEqual({ ok: false, problem: 'damaged-answer' });
  });
});
