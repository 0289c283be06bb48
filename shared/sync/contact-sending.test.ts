import { describe, expect, test } from 'vitest';
import { realClock } from './clock.ts';
import { forgetContact, isWorthTelling, tellHeadquarters } from './contact-sending.ts';
import type { OfficeFigures } from './contact.ts';
import type { PeerWire } from './peer-fetch.ts';
import { CALM_FIGURES } from './testing/office-figures.ts';

const FIGURES: OfficeFigures = { ...CALM_FIGURES, chapter: 'abcdefgh12', device: 'device:0123456789abcdef', account: 'durham-1' };

/** A server that answers in this order and remembers what was put. */
function serverAnswering(...answers: readonly Response[]): { readonly wire: PeerWire; readonly asked: { url: string; method: string; body: Record<string, unknown> | null }[] } {
  const left = [...answers];
  const asked: { url: string; method: string; body: Record<string, unknown> | null }[] = [];
  const fetch = ((url: string, init?: RequestInit) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : null;
    asked.push({ url, method: init?.method ?? 'GET', body });
    const answer = left.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('no line'));
  }) as typeof globalThis.fetch;
  return { wire: { origin: 'http://127.0.0.1:1', fetch }, asked };
}

const missing = (date?: string): Response => Response.json({ error: 'not_found' }, { status: 404, headers: date === undefined ? {} : { date } });
const there = (rev: string): Response => Response.json({ _id: 'x', _rev: rev });
const done = (): Response => Response.json({ ok: true }, { status: 201 });
const failed = (status: number): Response => Response.json({ error: 'e' }, { status });

describe('telling headquarters', () => {
  test('puts the figures at the chapter’s own document, by the server’s clock', async () => {
    const { wire, asked } = serverAnswering(missing('Sun, 22 Nov 2026 10:42:00 GMT'), done());
    expect(await tellHeadquarters(wire, realClock, FIGURES)).toBe('told');
    expect(asked.map(({ url, method }) => [method, url])).toEqual(['GET', 'PUT'].map((method) => [method, 'http://127.0.0.1:1/sync/server/network/contact%3Aabcdefgh12-0123456789abcdef']));
    expect(asked[1]?.body).toMatchObject({ at: '2026-11-22T10:42:00.000Z', account: 'durham-1' });
    expect(asked[1]?.body).not.toHaveProperty('_rev');
  });

  test('writes over what it told before, and once more when somebody was quicker', async () => {
    const { wire, asked } = serverAnswering(there('1-a'), failed(409), there('2-b'), done());
    expect(await tellHeadquarters(wire, realClock, FIGURES)).toBe('told');
    expect(asked.flatMap(({ body }) => (body ? [body['_rev']] : []))).toEqual(['1-a', '2-b']);
  });

  test('gives up after the second time that somebody was quicker', async () => {
    const { wire, asked } = serverAnswering(there('1-a'), failed(409), there('2-b'), failed(409), there('3-c'), done());
    expect(await tellHeadquarters(wire, realClock, FIGURES)).toBe('refused');
    expect(asked).toHaveLength(4);
  });

  test.each([
    ['none', [missing(), failed(404)]],
    ['refused', [failed(403)]],
    ['refused', [failed(401)]],
    ['refused', [missing(), failed(403)]],
    ['not-reached', [failed(503)]],
    ['not-reached', [missing(), failed(500)]],
    ['not-reached', [new Response('<html>', { status: 200 })]],
    ['not-reached', []],
  ] as const)('is %s, and never an error', async (outcome, answers) => {
    expect(await tellHeadquarters(serverAnswering(...answers).wire, realClock, FIGURES)).toBe(outcome);
  });

  test('a line on which nothing comes is left after half a minute', async () => {
    let waited = 0;
    const clock = {
      now: () => 0,
      after: (ms: number, call: () => void) => {
        waited = ms;
        queueMicrotask(call);
        return () => undefined;
      },
    };
    const fetch = ((_url: string, init?: RequestInit) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('ended'))))) as typeof globalThis.fetch;
    expect(await tellHeadquarters({ origin: 'http://127.0.0.1:1', fetch }, clock, FIGURES)).toBe('not-reached');
    expect(waited).toBe(30_000);
  });
});

describe('forgetting a PC that was taken out', () => {
  test('deletes what it told, keeping nothing but whose it was', async () => {
    const { wire, asked } = serverAnswering(there('3-c'), done());
    expect(await forgetContact(wire, realClock, 'abcdefgh12', 'device:0123456789abcdef')).toBe('told');
    expect(asked[1]?.body).toEqual({ chapter: 'abcdefgh12', _deleted: true, _rev: '3-c' });
  });

  test('writes nothing where it told nothing', async () => {
    const { wire, asked } = serverAnswering(missing());
    expect(await forgetContact(wire, realClock, 'abcdefgh12', 'device:0123456789abcdef')).toBe('told');
    expect(asked).toHaveLength(1);
  });
});

describe('isWorthTelling', () => {
  const last = { figures: FIGURES, at: 1_000_000 };
  const minutes = (count: number): number => 1_000_000 + count * 60_000;

  test('the first time, and every quarter of an hour, whichever way the clock went', () => {
    expect(isWorthTelling(FIGURES, null, 0)).toBe(true);
    expect(isWorthTelling(FIGURES, last, minutes(14))).toBe(false);
    expect(isWorthTelling(FIGURES, last, minutes(15))).toBe(true);
    expect(isWorthTelling(FIGURES, last, minutes(-15))).toBe(true);
  });

  test.each([{ waiting: 1 }, { denied: 1 }, { problem: 'busy' }, { guard: 'mass-deletion' }, { reviews: 1 }, { version: '0.2.0' }, { account: 'durham-2' }, { clockMinutes: 20 }])(
    'at once when %j',
    (change) => {
      expect(isWorthTelling({ ...FIGURES, ...change }, last, minutes(1))).toBe(true);
    },
  );

  test('not at once for one more record, or for when everything was safe', () => {
    expect(isWorthTelling({ ...FIGURES, totals: { people: 2 }, safeAt: '2026-11-22T10:42:00Z', verifiedAt: '2026-11-22T10:42:00Z' }, last, minutes(1))).toBe(false);
  });
});
