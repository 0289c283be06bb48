import type { Institution } from './institution.ts';
import type { PartialDate } from './record.ts';
import { hasBegun, isOver } from './span.ts';
import type { Seat, Team } from './structure.ts';

/** One vote for each member institution unless the team says otherwise (domain §2.1). */
export const USUAL_VOTES = 1;

/** Why an institution that has seats in a team has no vote there, or fewer than it could have. */
export type VoteGap = 'allied' | 'not-member' | 'nobody';

/** How an institution votes in a team on a day. */
export interface InstitutionVotes {
  readonly institution: string;
  /** Who casts its votes: delegates first, then alternates in their place; at most as many as it has votes. Ids of people. */
  readonly voters: readonly string[];
  /** Votes that can be cast: as many as there are voters. */
  readonly votes: number;
  readonly gap?: VoteGap;
}

/** The votes of a team on a day. */
export interface TeamVotes {
  /** Every institution with a seat of a delegate or an alternate, in the order of the seats. */
  readonly byInstitution: readonly InstitutionVotes[];
  readonly total: number;
  /** Half of the votes and one more; 0 where nobody votes. A figure to look at: the team's own rules decide. */
  readonly quorum: number;
}

/** True for a seat that somebody or some institution holds on that day. */
export function isInForce(seat: Pick<Seat, 'from' | 'to'>, on: PartialDate): boolean {
  return hasBegun(seat, on) && !isTermOver(seat, on);
}

/**
 * True for a seat whose term is over on that day. On the very day at which it ends it is over already, since whoever
 * follows may begin then; one until "2026" lasts as long as the year.
 */
export function isTermOver({ to }: Pick<Seat, 'to'>, on: PartialDate): boolean {
  const endsThen = to?.d !== undefined && to.d === on.d && to.m === on.m && to.y === on.y;
  return endsThen || isOver({ to }, on);
}

/** True for a seat whose term is still to come. */
export function isYetToCome(seat: Pick<Seat, 'from'>, on: PartialDate): boolean {
  return !hasBegun(seat, on);
}

function castBy(delegates: readonly Seat[], alternates: readonly Seat[], most: number): string[] {
  const people = [...delegates, ...alternates].map(({ person }) => person).filter((person) => person !== undefined);
  return [...new Set(people)].slice(0, most);
}

/**
 * Who votes in a team on a day (domain §2.1: one vote for each member institution, which its delegate casts or else its
 * alternate). An ally and an institution that is not a member have a seat and no vote. `institutions` by id; one that is
 * not in it counts as no member.
 */
export function votesOf(
  team: Pick<Team, 'seats' | 'votesPerInstitution'>,
  institutions: ReadonlyMap<string, Pick<Institution, 'status'>>,
  on: PartialDate,
): TeamVotes {
  const each = team.votesPerInstitution ?? USUAL_VOTES;
  const seats = team.seats.filter((seat) => (seat.role === 'delegate' || seat.role === 'alternate') && isInForce(seat, on));
  const seated = new Set(seats.map(({ institution }) => institution).filter((institution) => institution !== undefined));
  const byInstitution = [...seated].map((institution): InstitutionVotes => {
    const status = institutions.get(institution)?.status;
    if (status !== 'member') return { institution, voters: [], votes: 0, gap: status === 'allied' ? 'allied' : 'not-member' };
    const of = (role: Seat['role']): Seat[] => seats.filter((seat) => seat.institution === institution && seat.role === role);
    const voters = castBy(of('delegate'), of('alternate'), each);
    return { institution, voters, votes: voters.length, ...(voters.length === 0 && each > 0 ? { gap: 'nobody' } : {}) };
  });
  const total = byInstitution.reduce((sum, { votes }) => sum + votes, 0);
  return { byInstitution, total, quorum: total === 0 ? 0 : Math.floor(total / 2) + 1 };
}

/** What is odd about a seat; it stays as it is (domain §2.1). */
export type SeatWarning = 'too-many-delegates' | 'allied' | 'not-member';

/** The warnings of each seat in force by its key. The term's end and people in the bin are told where the seat is shown. */
export function seatWarnings(
  team: Pick<Team, 'seats' | 'votesPerInstitution'>,
  institutions: ReadonlyMap<string, Pick<Institution, 'status'>>,
  on: PartialDate,
): ReadonlyMap<string, SeatWarning> {
  const each = team.votesPerInstitution ?? USUAL_VOTES;
  const warnings = new Map<string, SeatWarning>();
  const delegates = new Map<string, number>();
  for (const seat of team.seats) {
    const { institution, role } = seat;
    if (institution === undefined || (role !== 'delegate' && role !== 'alternate') || !isInForce(seat, on)) continue;
    const status = institutions.get(institution)?.status;
    if (status !== 'member') warnings.set(seat.key, status === 'allied' ? 'allied' : 'not-member');
    if (role !== 'delegate') continue;
    const count = (delegates.get(institution) ?? 0) + 1;
    delegates.set(institution, count);
    if (count > each && status === 'member') warnings.set(seat.key, 'too-many-delegates');
  }
  return warnings;
}

/** A seat with the team it is in. */
export interface SeatInTeam {
  readonly team: Team;
  readonly seat: Seat;
}

/** The seats that a person has or had, in the order of the teams given; `isPerson` also knows who was found to be that person. */
export function seatsOf(isPerson: (id: string) => boolean, teams: readonly Team[]): readonly SeatInTeam[] {
  return teams.flatMap((team) => team.seats.filter(({ person }) => person !== undefined && isPerson(person)).map((seat) => ({ team, seat })));
}

/** What a new seat of a team is at first: a delegate where institutions send people, else a member. */
export function usualRole(kind: Team['teamKind']): Seat['role'] {
  return kind === 'organizing_committee' || kind === 'strategy_team' ? 'delegate' : 'member';
}
