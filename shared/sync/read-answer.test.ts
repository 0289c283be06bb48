import { expect, test } from 'vitest';
import { readAnswer, type ReadAnswer } from './read-answer.ts';

const read = (answer: Response, moved: () => void = () => undefined): Promise<ReadAnswer> => readAnswer(answer, moved);
const typed = (type: string): Response => new Response('{}', { headers: { 'content-type': type } });

test('an answer is read with its head', async () => {
  const answer = Response.json({ ok: true }, { status: 201, headers: { 'retry-after': '5' } });
  const got = await read(answer);
  expect(got).toMatchObject({ status: 201, type: 'application/json', retryAfter: '5', redirected: false, json: { ok: true } });
  expect([got.forPouch.ok, got.forPouch.status, await got.forPouch.json()]).toEqual([true, 201, { ok: true }]);
});

test('the type is told in lower case and without its parameters; none is an empty one', async () => {
  for (const type of ['text/html', 'TEXT/HTML; charset=utf-8', 'text/html ;charset=utf-8']) expect((await read(typed(type))).type).toBe('text/html');
  expect((await read(new Response(new TextEncoder().encode('{}')))).type).toBe('');
});

test('letters that come in pieces are put together, and each piece is told', async () => {
  const bytes = new TextEncoder().encode('"Peña, José"');
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  let pieces = 0;
  expect((await read(new Response(body), () => void (pieces += 1))).json).toBe('Peña, José');
  expect(pieces).toBe(bytes.length);
});

test('what is no JSON, or nothing at all, is undefined', async () => {
  for (const body of ['<html>', '{"cut":', '', null]) expect((await read(new Response(body))).json).toBeUndefined();
  expect((await read(new Response('null'))).json).toBeNull();
});

test('being led elsewhere is told, also where the browser does not say where', async () => {
  const led = (more: object): Response => Object.defineProperties(new Response('{}'), Object.fromEntries(Object.entries(more).map(([key, value]) => [key, { value: value as unknown }])));
  expect((await read(led({ redirected: true }))).redirected).toBe(true);
  expect((await read(led({ type: 'opaqueredirect' }))).redirected).toBe(true);
  expect((await read(led({ type: 'basic' }))).redirected).toBe(false);
});
