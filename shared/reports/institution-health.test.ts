import { expect, test } from 'vitest';
import type { DuesAccount } from './dues-account.ts';
import { healthParts, healthWord, lastOfKind, type HealthFacts } from './institution-health.ts';

const PAID: DuesAccount = { state: 'set', billed: 100, paid: 100, arrears: 0, ahead: 0, next: null };
const NOTHING: HealthFacts = {
  coreTeam: 0,
  dues: { ...PAID, state: 'none' },
  visits: [],
  action: undefined,
  assembly: undefined,
  delegates: new Set(),
  hostedAnywhere: 0,
  hostedHere: 0,
  today: { y: 2025, m: 6, d: 30 },
};

const isMet = (facts: Partial<HealthFacts>, of: string): boolean | null | undefined => healthParts({ ...NOTHING, ...facts }).find((part) => part.of === of)?.isMet;

test('the parts make ten points', () => {
  expect(healthParts(NOTHING).reduce((sum, { points }) => sum + points, 0)).toBe(10);
});

test('three in the core team, and dues that are paid or waived, count', () => {
  expect([isMet({ coreTeam: 2 }, 'coreTeam'), isMet({ coreTeam: 3 }, 'coreTeam')]).toEqual([false, true]);
  expect(isMet({ dues: PAID }, 'dues')).toBe(true);
  expect(isMet({ dues: { ...PAID, arrears: 1 } }, 'dues')).toBe(false);
  expect(isMet({ dues: { ...PAID, state: 'waived' } }, 'dues')).toBe(true);
  expect(isMet({ dues: undefined }, 'dues')).toBeNull();
});

test('a visit counts for 90 days', () => {
  expect(isMet({ visits: [{ on: { y: 2025, m: 4, d: 1 } }] }, 'visit')).toBe(true);
  expect(isMet({ visits: [{ on: { y: 2025, m: 3, d: 31 } }] }, 'visit')).toBe(false);
});

test('at the last action 60 of 100 whom it promised have to come; when nobody was expected, nobody can know', () => {
  const five = new Set(['a', 'b', 'c', 'd', 'e']);
  expect(isMet({ action: { expected: five, came: new Set(['a', 'b', 'z']) } }, 'action')).toBe(true);
  expect(isMet({ action: { expected: five, came: new Set(['a', 'b']) } }, 'action')).toBe(false);
  expect(isMet({ action: { expected: new Set(), came: new Set(['a']) } }, 'action')).toBeNull();
});

test('a delegate at the last assembly counts, not anybody else', () => {
  const assembly = { expected: new Set<string>(), came: new Set(['a']) };
  expect(isMet({ assembly, delegates: new Set(['a']) }, 'assembly')).toBe(true);
  expect(isMet({ assembly, delegates: new Set(['b']) }, 'assembly')).toBe(false);
  expect(isMet({ delegates: new Set(['a']) }, 'assembly')).toBeNull();
});

test('a house meeting counts for its host; where no hosts are written, nobody can know; one-to-ones are not known yet', () => {
  expect([isMet({}, 'listening'), isMet({ hostedAnywhere: 2 }, 'listening'), isMet({ hostedAnywhere: 2, hostedHere: 1 }, 'listening')]).toEqual([null, false, true]);
  expect(isMet({}, 'oneToOnes')).toBeNull();
});

test('the word is said over what is known, and not at all over too little', () => {
  const word = (facts: Partial<HealthFacts>): string => healthWord(healthParts({ ...NOTHING, ...facts }));
  const visits = [{ on: { y: 2025, m: 6, d: 1 } }];
  expect(word({})).toBe('needsVisit');
  expect(word({ coreTeam: 3 })).toBe('growing');
  expect(word({ coreTeam: 3, dues: PAID })).toBe('strong');
  expect(word({ coreTeam: 3, dues: PAID, visits })).toBe('strong');
  expect(word({ coreTeam: 3, dues: PAID, hostedAnywhere: 1, assembly: { expected: new Set(), came: new Set() } })).toBe('growing');
  // An ally: only the core team and the visit are known, three of ten points.
  expect(word({ coreTeam: 3, visits, dues: undefined })).toBe('unknown');
});

test('the last one that took place is that of the latest day, not one that is planned or has no day', () => {
  const meeting = (id: string, kind: string, m?: number) => ({ id, kind, title: { es: '', en: '' }, expected: [], ...(m === undefined ? {} : { date: { y: 2025, m, d: 1 } }) });
  const all = [meeting('a', 'public_action', 2), meeting('b', 'public_action', 5), meeting('c', 'public_action', 9), meeting('d', 'public_action'), meeting('e', 'training', 6)];
  expect(lastOfKind(all, ['public_action'], NOTHING.today)?.id).toBe('b');
  expect(lastOfKind(all, ['delegates_assembly'], NOTHING.today)).toBeUndefined();
});
