import { expect, test } from 'vitest';
import { isEmptyFilter, keptFilter, needsFacts, NO_FACTS, passing, readFilter, withoutValue, withValue, type FilteredEntry, type PeopleFilter, type PersonFacts } from './people-filter.ts';

const TODAY = { y: 2026, m: 3, d: 31 };
const EMPTY: FilteredEntry = { phones: [], institutions: [] };

function passes(filter: PeopleFilter, facts: Partial<PersonFacts> = {}, entry: Partial<FilteredEntry> = {}): boolean {
  return passing(filter, TODAY)({ ...EMPTY, ...entry }, { ...NO_FACTS, ...facts });
}

test('a filter that is empty lets everybody through', () => {
  expect(passes({})).toBe(true);
  expect(passes({ tag: [] })).toBe(true);
  expect([isEmptyFilter({ tag: [] }), isEmptyFilter({ tag: ['coro'] })]).toEqual([true, false]);
});

test('of one kind any value is enough; all kinds must fit', () => {
  const filter: PeopleFilter = { language: ['es', 'both'], tag: ['coro'] };
  expect(passes(filter, { tags: ['coro', 'cocina'] }, { language: 'both' })).toBe(true);
  expect(passes(filter, { tags: ['coro'] }, { language: 'en' })).toBe(false);
  expect(passes(filter, { tags: ['cocina'] }, { language: 'es' })).toBe(false);
});

test('no contact in 60 days: who was met before, and who never was', () => {
  const filter: PeopleFilter = { noContact: ['60'] };
  expect(passes(filter)).toBe(true);
  expect(passes(filter, { lastContact: { y: 2026, m: 1, d: 29 } })).toBe(true);
  expect(passes(filter, { lastContact: { y: 2026, m: 1, d: 30 } })).toBe(false);
});

test('a contact whose day is not known counts as late as it may have been', () => {
  expect(passes({ noContact: ['60'] }, { lastContact: { y: 2026, m: 1 } })).toBe(false);
  expect(passes({ noContact: ['30'] }, { lastContact: { y: 2026, m: 2 } })).toBe(true);
  expect(passes({ noContact: ['365'] }, { lastContact: { y: 2024 } })).toBe(true);
});

test('a consent nobody asked for is neither yes nor no; every scope must fit', () => {
  expect(passes({ consent: ['call:notAsked'] })).toBe(true);
  expect(passes({ consent: ['call:no'] })).toBe(false);
  expect(passes({ consent: ['call:no', 'call:notAsked'] }, { consents: { call: false } })).toBe(true);
  expect(passes({ consent: ['call:yes', 'photo:yes'] }, { consents: { call: true, photo: false } })).toBe(false);
  expect(passes({ consent: ['call:yes', 'photo:yes'] }, { consents: { call: true, photo: true } })).toBe(true);
});

test.each([
  [{ institution: ['a', 'b'] }, {}, { institutions: ['b'] }, {}],
  [{ noInstitution: ['yes'] }, {}, {}, { institutions: ['b'] }],
  [{ phone: ['yes'] }, {}, { phones: ['+1'] }, {}],
  [{ phone: ['no'] }, {}, {}, { phones: ['+1'] }],
  [{ doNotContact: ['no'] }, {}, {}, { doNotContact: true }],
] as const)('%j asks the directory', (filter, facts, fits, fitsNot) => {
  expect(passes(filter, facts, fits)).toBe(true);
  expect(passes(filter, facts, fitsNot)).toBe(false);
  expect(needsFacts(filter)).toBe(false);
});

test.each([
  [{ talent: ['cook'] }, { talents: ['cook'] }],
  [{ canHost: ['yes'] }, { canHost: true }],
  [{ minor: ['yes'] }, { isMinor: true }],
  [{ potentialLeader: ['yes'] }, { isPotentialLeader: true }],
  [{ neverMet: ['no'] }, { wasAtMeeting: true }],
  [{ rung: ['secondary'] }, { rung: 'secondary' }],
  [{ since: ['month'] }, { createdAt: '2026-03-02T12:00:00.000Z' }],
  [{ since: ['year'] }, { createdAt: '2026-01-02T12:00:00.000Z' }],
] as const)('%j asks the records', (filter, fits) => {
  expect(passes(filter, fits)).toBe(true);
  expect(passes(filter, { createdAt: '2025-03-02T12:00:00.000Z' })).toBe(false);
  expect(needsFacts(filter)).toBe(true);
});

test('values are added and taken away; days and yes or no take the place of the one before', () => {
  expect(withValue({ tag: ['a'] }, 'tag', 'b')).toEqual({ tag: ['a', 'b'] });
  expect(withValue({ noContact: ['30'] }, 'noContact', '90')).toEqual({ noContact: ['90'] });
  expect(withoutValue({ tag: ['a', 'b'] }, 'tag', 'a')).toEqual({ tag: ['b'] });
  expect(withoutValue({ tag: ['a'], phone: ['yes'] }, 'tag', 'a')).toEqual({ phone: ['yes'] });
});

test('what a newer Convoca wrote into a view is told of and kept', () => {
  const kept = { tag: ['coro'], moon: ['full'], phone: 'yes' };
  expect(readFilter(kept)).toEqual({ filter: { tag: ['coro'] }, unknown: ['moon', 'phone'] });
  expect(keptFilter({ language: ['es'] }, kept)).toEqual({ moon: ['full'], phone: 'yes', language: ['es'] });
});
