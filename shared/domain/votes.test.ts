import { describe, expect, it } from 'vitest';
import type { Seat, Team } from './structure.ts';
import { isInForce, isTermOver, seatsOf, seatWarnings, usualRole, votesOf } from './votes.ts';

const TODAY = { y: 2026, m: 11, d: 22 };
const INSTITUTIONS = new Map([
  ['jose', { status: 'member' }],
  ['lucas', { status: 'member' }],
  ['union', { status: 'allied' }],
  ['school', {}],
]);

let seats = 0;
function seat(more: Partial<Seat>): Seat {
  seats += 1;
  return { key: `s${seats}`, role: 'delegate', ...more };
}

function votes(of: readonly Seat[], each?: number) {
  return votesOf({ seats: [...of], votesPerInstitution: each }, INSTITUTIONS, TODAY);
}

describe('votes of a team', () => {
  it('each member institution has one, which its delegate casts', () => {
    const found = votes([seat({ institution: 'jose', person: 'ana' }), seat({ institution: 'lucas', person: 'luis' })]);
    expect(found.byInstitution).toEqual([
      { institution: 'jose', voters: ['ana'], votes: 1 },
      { institution: 'lucas', voters: ['luis'], votes: 1 },
    ]);
    expect([found.total, found.quorum]).toEqual([2, 2]);
  });

  it('an alternate casts it where no delegate is named, and only there', () => {
    const alternate = seat({ institution: 'jose', person: 'eva', role: 'alternate' });
    expect(votes([alternate]).byInstitution).toMatchObject([{ voters: ['eva'], votes: 1 }]);
    expect(votes([alternate, seat({ institution: 'jose' })]).byInstitution).toMatchObject([{ voters: ['eva'], votes: 1 }]);
    expect(votes([alternate, seat({ institution: 'jose', person: 'ana' })]).byInstitution).toMatchObject([{ voters: ['ana'], votes: 1 }]);
  });

  it('two delegates of one institution still have its one vote; with two votes each has one', () => {
    const two = [seat({ institution: 'jose', person: 'ana' }), seat({ institution: 'jose', person: 'eva' })];
    expect(votes(two)).toMatchObject({ total: 1, byInstitution: [{ voters: ['ana'] }] });
    expect(votes(two, 2)).toMatchObject({ total: 2, quorum: 2, byInstitution: [{ voters: ['ana', 'eva'], votes: 2 }] });
  });

  it('nobody votes twice for one institution, as delegate and as alternate', () => {
    expect(votes([seat({ institution: 'jose', person: 'ana' }), seat({ institution: 'jose', person: 'ana', role: 'alternate' })], 2).total).toBe(1);
  });

  it('an ally, one that is no member and one that is not here have seats and no vote', () => {
    const found = votes([seat({ institution: 'union', person: 'a' }), seat({ institution: 'school', person: 'b' }), seat({ institution: 'gone', person: 'c' })]);
    expect(found.byInstitution.map(({ gap, votes: count }) => [gap, count])).toEqual([['allied', 0], ['not-member', 0], ['not-member', 0]]);
    expect([found.total, found.quorum]).toEqual([0, 0]);
  });

  it('a member whose seat nobody holds has no vote to cast', () => {
    expect(votes([seat({ institution: 'jose' })]).byInstitution).toEqual([{ institution: 'jose', voters: [], votes: 0, gap: 'nobody' }]);
  });

  it('members and chairs do not vote, nor do seats whose term is over or still to come', () => {
    const found = votes([
      seat({ institution: 'jose', person: 'ana', role: 'chair' }),
      seat({ institution: 'jose', person: 'eva', role: 'member' }),
      seat({ institution: 'lucas', person: 'luis', to: { y: 2026, m: 10 } }),
      seat({ institution: 'lucas', person: 'lola', from: { y: 2027 } }),
    ]);
    expect(found).toEqual({ byInstitution: [], total: 0, quorum: 0 });
  });

  it.each([[0, 0], [1, 1], [2, 2], [3, 2], [4, 3], [5, 3]])('of %i votes half and one more are %i', (count, quorum) => {
    const members = new Map(Array.from({ length: count }, (_, index) => [`i${index}`, { status: 'member' }]));
    const all = [...members.keys()].map((institution) => seat({ institution, person: `p-${institution}` }));
    expect(votesOf({ seats: all }, members, TODAY).quorum).toBe(quorum);
  });
});

it('a seat is over on the day at which its term ends, and one until “2026” with the year', () => {
  const ends = [{ y: 2026, m: 11, d: 23 }, { y: 2026, m: 11 }, { y: 2026 }, TODAY, { y: 2026, m: 11, d: 21 }];
  expect(ends.map((to) => isInForce({ to }, TODAY))).toEqual([true, true, true, false, false]);
  expect(isTermOver({ to: { y: 2025 } }, TODAY)).toBe(true);
});

it('warns of the second delegate where there is one vote, of allies, and of those that are no member', () => {
  const all = [
    seat({ key: 'first', institution: 'jose', person: 'ana' }),
    seat({ key: 'second', institution: 'jose', person: 'eva' }),
    seat({ key: 'ally', institution: 'union', person: 'luis' }),
    seat({ key: 'school', institution: 'school', role: 'alternate' }),
    seat({ key: 'chair', institution: 'union', role: 'chair' }),
    seat({ key: 'past', institution: 'union', to: { y: 2020 } }),
  ];
  expect([...seatWarnings({ seats: all }, INSTITUTIONS, TODAY)]).toEqual([['second', 'too-many-delegates'], ['ally', 'allied'], ['school', 'not-member']]);
  expect(seatWarnings({ seats: all, votesPerInstitution: 2 }, INSTITUTIONS, TODAY).has('second')).toBe(false);
});

it('finds the seats of a person in all teams, also by an id that was found to be theirs', () => {
  const team = (id: string, of: readonly Seat[]): Team => ({ id, kind: 'team', title: { es: '', en: '' }, seats: [...of] });
  const teams = [team('t1', [seat({ person: 'ana', role: 'chair' }), seat({ person: 'luis' })]), team('t2', [seat({ person: 'ana-2' }), seat({})])];
  expect(seatsOf((id) => id.startsWith('ana'), teams).map(({ team: { id }, seat: { role } }) => [id, role])).toEqual([['t1', 'chair'], ['t2', 'delegate']]);
});

it('a new seat is a delegate’s where institutions send people', () => {
  expect([usualRole('organizing_committee'), usualRole('strategy_team'), usualRole('core_team'), usualRole(undefined)]).toEqual(['delegate', 'delegate', 'member', 'member']);
});
