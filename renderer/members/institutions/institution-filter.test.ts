import { expect, test } from 'vitest';
import { ALL_INSTITUTIONS, passesFilter } from './institution-filter.ts';

const SAN_JOSE = { kind: 'congregation', cluster: 'cluster:east' };
const MEMBER = { status: 'member' };

test('kind, state and cluster narrow together; nothing chosen narrows nothing', () => {
  expect(passesFilter({}, undefined, ALL_INSTITUTIONS)).toBe(true);
  expect(passesFilter(SAN_JOSE, MEMBER, { ...ALL_INSTITUTIONS, kind: 'congregation', status: 'member', cluster: 'cluster:east' })).toBe(true);
  expect(passesFilter(SAN_JOSE, MEMBER, { ...ALL_INSTITUTIONS, kind: 'congregation', status: 'visited' })).toBe(false);
  expect(passesFilter(SAN_JOSE, MEMBER, { ...ALL_INSTITUTIONS, cluster: 'cluster:west' })).toBe(false);
  expect(passesFilter({}, undefined, { ...ALL_INSTITUTIONS, status: 'member' })).toBe(false);
});
