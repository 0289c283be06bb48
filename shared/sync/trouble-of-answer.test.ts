import { expect, test } from 'vitest';
import { troubleOfAnswer } from './trouble-of-answer.ts';

const JSON_TYPE = 'application/json';
const answer = { status: 200, type: JSON_TYPE, retryAfter: null, redirected: false, json: {} as unknown };
const problem = (changed: Partial<typeof answer> & { retryAfter?: string | null }): string | null => troubleOfAnswer({ ...answer, ...changed }, 0)?.problem ?? null;

test.each([
  [200, null], [201, null], [202, null], [404, null], [409, null], [412, null],
  [400, 'server-trouble'], [405, 'server-trouble'], [401, 'wrong-password'], [403, 'not-allowed'], [407, 'captive-portal'], [408, 'busy'], [413, 'too-large'], [429, 'busy'],
  [500, 'server-trouble'], [501, 'server-trouble'], [502, 'busy'], [503, 'busy'], [504, 'busy'], [507, 'server-full'], [511, 'captive-portal'],
  [300, 'captive-portal'], [301, 'captive-portal'], [302, 'captive-portal'], [399, 'captive-portal'],
])('status %i is %s', (status, expected) => {
  expect(problem({ status })).toBe(expected);
});

test('a page of something in between is a captive portal, a page of a server in trouble is its trouble', () => {
  for (const type of ['text/html', 'application/xhtml+xml']) expect(problem({ type, json: undefined })).toBe('captive-portal');
  expect(problem({ type: 'text/html', json: undefined, status: 404 })).toBe('captive-portal');
  expect(problem({ type: 'text/html', json: undefined, status: 500 })).toBe('server-trouble');
  expect(problem({ redirected: true })).toBe('captive-portal');
});

test('what is no JSON object or list is damaged, whatever it calls itself', () => {
  for (const json of [undefined, null, 'text', 5]) expect(problem({ json })).toBe('damaged-answer');
  expect(problem({ json: [] })).toBeNull();
  expect(problem({ status: 404, json: undefined })).toBe('damaged-answer');
});

test('the proxy says more than a status, and only what is on the list', () => {
  expect(problem({ status: 502, json: { error: 'convoca', problem: 'clock' } })).toBe('clock');
  expect(problem({ status: 404, json: { error: 'convoca', problem: 'no-peer' } })).toBe('no-peer');
  expect(problem({ status: 502, json: { error: 'convoca', problem: 'flood' } })).toBe('damaged-answer');
});

test('how long the peer wants to be left alone comes along', () => {
  expect(troubleOfAnswer({ ...answer, status: 429, retryAfter: '7' }, 0)?.waitMs).toBe(7_000);
  expect(troubleOfAnswer({ ...answer, status: 429 }, 0)?.waitMs).toBeNull();
});
