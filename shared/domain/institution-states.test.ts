import { expect, test } from 'vitest';
import type { StatusChange } from './institution-changes.ts';
import { daysIn, duesEndOf, nextStatuses, standingOf, warningsFor, type StandingFacts } from './institution-states.ts';

let made = 0;
function change(status: string, m: number, d: number, more: Partial<StatusChange> = {}): StatusChange {
  made += 1;
  return { id: `status:${made}`, kind: 'status', institution: 'institution:x', on: { y: 2025, m, d }, status, ...more };
}

const TODAY = { y: 2025, m: 6, d: 30 };
const NOTHING: StandingFacts = { dues: [], visits: [], places: [], today: TODAY };
const MEMBERSHIP_VISIT = [{ kind: 'membership_visit' }];

test('the state is that of the latest change by its date, whatever the order in which they arrive', () => {
  const [visited, member, inquiry] = [change('visited', 3, 1), change('member', 5, 1), change('inquiry', 1, 1)];
  expect(standingOf({ status: 'prospect' }, [visited, member, inquiry])).toEqual({ status: 'member', since: { y: 2025, m: 5, d: 1 }, change: member });
});

test('of one day, the one written down later holds; then the greater id, so that every PC agrees', () => {
  const early = change('visited', 3, 1, { id: 'status:z', createdAt: '2025-03-01T10:00:00Z' });
  const late = change('discerning', 3, 1, { id: 'status:a', createdAt: '2025-03-01T11:00:00Z' });
  const same = change('allied', 3, 1, { id: 'status:b', createdAt: '2025-03-01T11:00:00Z' });
  expect(standingOf({}, [late, early]).status).toBe('discerning');
  expect(standingOf({}, [same, late]).status).toBe('allied');
  expect(standingOf({}, [late, same]).status).toBe('allied');
});

test('before the first change it stands where it was written down; since when is not known', () => {
  const standing = standingOf({ status: 'member' }, []);
  expect(standing).toEqual({ status: 'member' });
  expect(daysIn(standing, TODAY)).toBeNull();
});

test('days are counted from a full date that lies behind, and from no other', () => {
  expect(daysIn(standingOf({}, [change('visited', 6, 20)]), TODAY)).toBe(10);
  expect(daysIn(standingOf({}, [change('visited', 7, 20)]), TODAY)).toBeNull();
  expect(daysIn({ status: 'visited', since: { y: 2025 } }, TODAY)).toBeNull();
});

test('visited asks for a membership visit; another kind of visit is none', () => {
  const visited = standingOf({}, [change('visited', 3, 1)]);
  expect(warningsFor(visited, NOTHING)).toEqual(['noVisit']);
  expect(warningsFor(visited, { ...NOTHING, visits: [{ kind: 'coaching' }] })).toEqual(['noVisit']);
  expect(warningsFor(visited, { ...NOTHING, visits: MEMBERSHIP_VISIT })).toEqual([]);
});

test('committed asks when and who decided', () => {
  const facts = { ...NOTHING, visits: MEMBERSHIP_VISIT };
  expect(warningsFor({ status: 'committed' }, facts)).toEqual(['noDecisionDate']);
  expect(warningsFor(standingOf({}, [change('committed', 3, 1, { decidedBy: ' ' })]), facts)).toEqual(['noDecider']);
  expect(warningsFor(standingOf({}, [change('committed', 3, 1, { decidedBy: 'board' })]), facts)).toEqual([]);
});

test('a member asks for one person in the core team who is still there, and for dues', () => {
  const member = standingOf({}, [change('member', 3, 1)]);
  expect(warningsFor(member, NOTHING)).toEqual(['noCoreTeam', 'noDues']);
  const team = [{ roles: ['core_team'] }];
  expect(warningsFor(member, { ...NOTHING, places: team, dues: [{ key: 'a', amountPerYear: 0 }] })).toEqual([]);
  expect(warningsFor(member, { ...NOTHING, places: team, dues: [{ key: 'a', basis: 'waived' }] })).toEqual([]);
  expect(warningsFor(member, { ...NOTHING, places: [{ roles: ['core_team'], to: { y: 2024 } }], dues: [{ key: 'a', basis: 'waived' }] })).toEqual(['noCoreTeam']);
});

test('an ally pays no dues and has no vote', () => {
  const ally = standingOf({}, [change('allied', 3, 1)]);
  expect(warningsFor(ally, { ...NOTHING, dues: [{ key: 'a', amountPerYear: 100 }], places: [{ roles: ['delegate'] }] })).toEqual(['allyDues', 'allyVotes']);
  expect(warningsFor(ally, { ...NOTHING, dues: [{ key: 'a', amountPerYear: 100, to: { y: 2025 } }], places: [{ roles: ['clergy'] }] })).toEqual([]);
});

test('dues end for allies and who left, not for a lapsed member', () => {
  expect(duesEndOf(standingOf({}, [change('allied', 3, 1)]))).toEqual({ y: 2025, m: 3, d: 1 });
  expect(duesEndOf({ status: 'withdrawn', since: { y: 2024 } })).toEqual({ y: 2024, m: 1, d: 1 });
  expect(duesEndOf({ status: 'lapsed', since: TODAY })).toBeUndefined();
});

test('every state offers steps, also one that this version does not know', () => {
  expect(nextStatuses('lapsed')).toEqual(['member', 'withdrawn']);
  expect(nextStatuses(undefined)).toEqual(['prospect', 'inquiry']);
  expect(nextStatuses('paused_by_a_newer_app')).toEqual(['prospect', 'inquiry']);
});
