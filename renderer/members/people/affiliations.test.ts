import { expect, test } from 'vitest';
import { mainPlace, withMain, withoutPlace, withPlace, withoutRoleAt, withRoleAt, withRoles } from './affiliations.ts';

const TWO = withPlace(withPlace([], 'institution:a'), 'institution:b');

test('the first institution is main, the next ones are not', () => {
  expect(TWO.map((place) => [place.institution, place.isMain])).toEqual([
    ['institution:a', true],
    ['institution:b', false],
  ]);
  expect(mainPlace({ affiliations: TWO })?.institution).toBe('institution:a');
});

test('an institution is not added twice', () => {
  expect(withPlace(TWO, 'institution:b')).toEqual(TWO);
});

test('exactly one institution is main, whatever is chosen or taken away (domain §2.2)', () => {
  const second = TWO[1]?.key ?? '';
  const chosen = withMain(TWO, second);
  expect(chosen.map((place) => place.isMain)).toEqual([false, true]);
  expect(withoutPlace(chosen, second)).toMatchObject([{ institution: 'institution:a', isMain: true }]);
});

test('a list that came without a main one still counts its first', () => {
  const merged = TWO.map((place) => ({ ...place, isMain: false }));
  expect(mainPlace({ affiliations: merged })?.institution).toBe('institution:a');
});

test('roles belong to one institution', () => {
  const first = TWO[0]?.key ?? '';
  expect(withRoles(TWO, first, ['clergy']).map((place) => place.roles)).toEqual([['clergy'], []]);
});

test('a role at an institution brings a person there who did not belong to it, once; taking it leaves them there', () => {
  const place = withRoleAt(withRoleAt([], 'institution:a', 'core_team'), 'institution:a', 'core_team');
  expect(place).toMatchObject([{ institution: 'institution:a', roles: ['core_team'], isMain: true }]);
  expect(withRoleAt(TWO, 'institution:b', 'treasurer').map(({ roles }) => roles)).toEqual([[], ['treasurer']]);
  expect(withoutRoleAt(place, 'institution:a', 'core_team')).toMatchObject([{ institution: 'institution:a', roles: [] }]);
});
