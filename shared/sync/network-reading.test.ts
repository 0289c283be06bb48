import { expect, test } from 'vitest';
import { realClock } from './clock.ts';
import { readNetwork } from './network-reading.ts';

const CONTACT = { _id: 'contact:durham0001-0123456789abcdef', _rev: '1-a', chapter: 'durham0001', at: '2026-11-22T11:00:00Z' };

function asked(answer: Response | Error, clock = realClock): { readonly urls: string[]; readonly read: ReturnType<typeof readNetwork> } {
  const urls: string[] = [];
  const fetch = ((url: string) => {
    urls.push(url);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }) as typeof globalThis.fetch;
  return { urls, read: readNetwork({ origin: 'http://127.0.0.1:1', fetch }, clock) };
}

test('reads contacts and titles with one request, as of the server’s clock', async () => {
  const { urls, read } = asked(Response.json({ rows: [{ doc: CONTACT }] }, { headers: { date: 'Sun, 22 Nov 2026 10:42:00 GMT' } }));
  expect(await read).toMatchObject({ problem: null, figures: { readAt: '2026-11-22T10:42:00.000Z', contacts: [{ chapter: 'durham0001' }] } });
  const [url = ''] = urls;
  expect(decodeURIComponent(url)).toBe('http://127.0.0.1:1/sync/server/network/_all_docs?include_docs=true&startkey="chapter:"&endkey="contact:\ufff0"');
});

test.each([
  ['no-list', Response.json({ error: 'not_found', reason: 'Database does not exist.' }, { status: 404 })],
  ['no-peer', Response.json({ error: 'convoca', problem: 'no-peer' }, { status: 404 })],
  ['wrong-password', Response.json({ error: 'unauthorized' }, { status: 401 })],
  ['not-allowed', Response.json({ error: 'forbidden' }, { status: 403 })],
  ['captive-portal', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['damaged-answer', Response.json({ ok: true })],
  ['damaged-answer', new Response('{"rows": [', { headers: { 'content-type': 'application/json' } })],
  ['no-network', new TypeError('no line')],
] as const)('%s', async (problem, answer) => {
  expect(await asked(answer).read).toEqual({ figures: null, problem });
});

test('a line on which nothing comes is given up', async () => {
  const clock = {
    now: () => 0,
    after: (_ms: number, call: () => void) => {
      queueMicrotask(call);
      return () => undefined;
    },
  };
  const fetch = ((_url: string, init?: RequestInit) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('ended'))))) as typeof globalThis.fetch;
  expect(await readNetwork({ origin: 'http://127.0.0.1:1', fetch }, clock)).toEqual({ figures: null, problem: 'no-network' });
});
