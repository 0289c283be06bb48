import type { PartialDate } from '../domain/record.ts';
import { addDays, compareDates, firstDayOf } from '../domain/calendar.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Visit } from '../domain/institution-changes.ts';
import { isCurrent, type DuesAccount } from './dues-account.ts';

/** One thing that keeps an institution strong; `null` where the app cannot know it. */
export interface HealthPart {
  readonly of: 'coreTeam' | 'dues' | 'action' | 'assembly' | 'oneToOnes' | 'listening' | 'visit';
  readonly isMet: boolean | null;
  readonly points: number;
}

/** The word for an institution's health; `unknown` while less than half of it can be known. */
export type HealthWord = 'strong' | 'growing' | 'needsVisit' | 'unknown';

/** A gathering whose sheets are typed, and who of the institution stands on them. */
export interface TypedGathering {
  /** Ids of the institution's people whom we expected, and of those who came. */
  readonly expected: ReadonlySet<string>;
  readonly came: ReadonlySet<string>;
}

/** What is known of one institution; `undefined` where there is nothing to look at. */
export interface HealthFacts {
  /** People in the core team who have not left. */
  readonly coreTeam: number;
  /** Undefined for an ally, which pays none. */
  readonly dues: DuesAccount | undefined;
  readonly visits: readonly Pick<Visit, 'on'>[];
  /** The chapter's last public action and last assembly of leaders or delegates. */
  readonly action: TypedGathering | undefined;
  readonly assembly: TypedGathering | undefined;
  /** Ids of the institution's delegates and their alternates. */
  readonly delegates: ReadonlySet<string>;
  /** House meetings of the chapter in the cycle that say who hosted them, and those that this institution hosted. */
  readonly hostedAnywhere: number;
  readonly hostedHere: number;
  readonly today: PartialDate;
}

/** A core team of fewer does not count (domain §4.10). */
const CORE_TEAM = 3;
/** The share of whom an institution promised that has to come. */
const CAME = 0.6;
const VISITED_WITHIN = 90;
/** A word is said only when at least this many of the ten points can be known. */
const KNOWN_FOR_A_WORD = 5;

/**
 * The parts of an institution's health (domain §4.10, ten points). What the app holds today gives: the core team, dues,
 * visits; the last action, measured by whom we expected of the institution (no turnout plans yet, so their number stands
 * for the pledge) and only when somebody was expected and a sheet is typed; the last assembly, by its delegates on typed
 * sheets; a house meeting it hosted in the cycle, where the chapter writes down hosts at all. One-to-ones are not kept
 * yet. What cannot be known is `null`: it neither counts nor lowers the whole.
 */
export function healthParts(facts: HealthFacts): readonly HealthPart[] {
  const { coreTeam, dues, visits, action, assembly, delegates, hostedAnywhere, hostedHere, today } = facts;
  const since = addDays(firstDayOf(today), -VISITED_WITHIN);
  const cameOf = (pledged: ReadonlySet<string>, came: ReadonlySet<string>): number => [...pledged].filter((id) => came.has(id)).length;
  return [
    { of: 'coreTeam', points: 2, isMet: coreTeam >= CORE_TEAM },
    { of: 'dues', points: 2, isMet: dues === undefined || dues.state === 'undated' ? null : isCurrent(dues) },
    { of: 'action', points: 2, isMet: action === undefined || action.expected.size === 0 ? null : action.came.size / action.expected.size >= CAME },
    { of: 'assembly', points: 1, isMet: assembly === undefined ? null : cameOf(delegates, assembly.came) > 0 },
    { of: 'oneToOnes', points: 1, isMet: null },
    { of: 'listening', points: 1, isMet: hostedHere > 0 ? true : hostedAnywhere > 0 ? false : null },
    { of: 'visit', points: 1, isMet: visits.some(({ on }) => compareDates(on, since) >= 0) },
  ];
}

/** The word over what is known: the share of the known points, on the scale 8–10 strong, 4–7 growing, 0–3 needs a visit. */
export function healthWord(parts: readonly HealthPart[]): HealthWord {
  const sum = (of: readonly HealthPart[]): number => of.reduce((total, { points }) => total + points, 0);
  const known = sum(parts.filter(({ isMet }) => isMet !== null));
  if (known < KNOWN_FOR_A_WORD) return 'unknown';
  const ofTen = Math.round((sum(parts.filter(({ isMet }) => isMet === true)) * 10) / known);
  return ofTen >= 8 ? 'strong' : ofTen >= 4 ? 'growing' : 'needsVisit';
}

/** The latest of these kinds of gatherings that has taken place; one without a day is none. */
export function lastOfKind(meetings: readonly Meeting[], kinds: readonly string[], today: PartialDate): Meeting | undefined {
  const gone = meetings.filter(({ kind, date }) => kinds.includes(kind ?? '') && date !== undefined && compareDates(date, today) <= 0);
  return [...gone].sort((one, other) => compareDates(other.date ?? { y: 0 }, one.date ?? { y: 0 }) || (one.id < other.id ? -1 : 1))[0];
}
