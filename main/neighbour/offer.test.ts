import fastify from 'fastify';
import { expect, test } from 'vitest';
import { CouchError } from '../hub/couch-error.ts';
import { Offer, OFFER_MS } from './offer.ts';
import { OFFER_PATH } from './wire.ts';

function offering() {
  let now = 1000;
  const offer = new Offer(() => now);
  const app = fastify({ trustProxy: true });
  app.setErrorHandler((problem, _request, reply) => reply.code(problem instanceof CouchError ? problem.status : 500).send());
  offer.routes(app);
  const fetched = async (id: string | null, from = '10.0.0.1'): Promise<[number, string]> => {
    const answer = await app.inject({ url: `${OFFER_PATH}/${id ?? 'none'}`, headers: { 'x-forwarded-for': from } });
    return [answer.statusCode, answer.body];
  };
  return { offer, fetched, later: (ms: number) => (now += ms) };
}

test('one invitation at a time, under an id that cannot be guessed', async () => {
  const { offer, fetched } = offering();
  expect(offer.id).toBeNull();
  expect((await fetched(null))[0]).toBe(404);
  offer.begin('b25l');
  const first = offer.id;
  expect(await fetched(first)).toEqual([200, '{"invitation":"b25l"}']);
  offer.begin('dHdv');
  expect((await fetched(first))[0]).toBe(404);
  expect(await fetched(offer.id)).toEqual([200, '{"invitation":"dHdv"}']);
  offer.end();
  expect([offer.id, (await fetched(first))[0]]).toEqual([null, 404]);
});

test('it ends by itself after half an hour', async () => {
  const { offer, fetched, later } = offering();
  offer.begin('b25l');
  const { id } = offer;
  later(OFFER_MS);
  expect((await fetched(id))[0]).toBe(200);
  later(1);
  expect([(await fetched(id))[0], offer.id]).toEqual([404, null]);
});

test('one PC fetches it five times, all together twenty times', async () => {
  const { offer, fetched } = offering();
  offer.begin('b25l');
  const statuses = async (from: string, times: number): Promise<number[]> => {
    const found: number[] = [];
    for (let time = 0; time < times; time += 1) found.push((await fetched(offer.id, from))[0]);
    return found;
  };
  expect(await statuses('10.0.0.1', 6)).toEqual([200, 200, 200, 200, 200, 429]);
  for (const from of ['10.0.0.2', '10.0.0.3', '10.0.0.4']) expect(new Set(await statuses(from, 5))).toEqual(new Set([200]));
  expect(await statuses('10.0.0.5', 1)).toEqual([429]);
  offer.begin('b25l');
  expect(await statuses('10.0.0.5', 1)).toEqual([200]);
});
