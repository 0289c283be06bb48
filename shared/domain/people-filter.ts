import type { PartialDate } from './record.ts';

/** What a list of people can be narrowed by (domain §1, §6.4). Saved views keep these words, so none may change its meaning. */
export const FILTER_KINDS = [
  'institution',
  'noInstitution',
  'language',
  'tag',
  'talent',
  'canHost',
  'noContact',
  'neverMet',
  'since',
  'phone',
  'consent',
  'doNotContact',
  'minor',
  'rung',
  'potentialLeader',
] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

/** The kinds that ask for what only organizers read (domain §2.0, L2). */
export const ORGANIZER_FILTERS: ReadonlySet<FilterKind> = new Set(['rung', 'potentialLeader']);

/**
 * What a list is narrowed to: of each kind the values of which one must fit; all kinds must. Values are ids, codes or words
 * of the chapter; `yes` and `no` where a kind has nothing to choose from, days for `noContact`, `month` or `year` for `since`, and
 * `<scope>:<answer>` for `consent`, of which each scope must fit.
 */
export type PeopleFilter = Readonly<Partial<Record<FilterKind, readonly string[]>>>;

/** Days after which somebody is asked for with "no contact in". */
export const NO_CONTACT_DAYS = ['30', '60', '90', '180', '365'] as const;

/** What somebody said when asked for a consent: yes, no, or nobody asked. */
export const CONSENT_ANSWERS = ['yes', 'no', 'notAsked'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

/** What the directory of names knows of a person and filters ask for. */
export interface FilteredEntry {
  readonly phones: readonly string[];
  readonly institutions: readonly string[];
  readonly language?: string;
  readonly doNotContact?: boolean;
}

/** What filters ask of the records beside the directory. */
export interface PersonFacts {
  readonly tags: readonly string[];
  readonly talents: readonly string[];
  readonly canHost: boolean;
  readonly isMinor: boolean;
  readonly isPotentialLeader: boolean;
  /** When the person was written down, as the record says it. */
  readonly createdAt?: string;
  /** The latest day on which somebody of ours met or spoke with the person. */
  readonly lastContact?: PartialDate;
  readonly wasAtMeeting: boolean;
  /** Code of `ladder`; missing for who has no step yet, and for who may not read it. */
  readonly rung?: string;
  /** What was answered to each consent that was asked for; an answer that has run out is not there. */
  readonly consents: Readonly<Partial<Record<string, boolean>>>;
}

/** Somebody of whom no record says anything. */
export const NO_FACTS: PersonFacts = { tags: [], talents: [], canHost: false, isMinor: false, isPotentialLeader: false, wasAtMeeting: false, consents: {} };

const WITHOUT_FACTS: ReadonlySet<FilterKind> = new Set(['institution', 'noInstitution', 'language', 'phone', 'doNotContact']);

/** True when the directory alone cannot tell who passes. */
export function needsFacts(filter: PeopleFilter): boolean {
  return FILTER_KINDS.some((kind) => isSet(filter, kind) && !WITHOUT_FACTS.has(kind));
}

/** True when the filter narrows nothing. */
export function isEmptyFilter(filter: PeopleFilter): boolean {
  return !FILTER_KINDS.some((kind) => isSet(filter, kind));
}

function isSet(filter: PeopleFilter, kind: FilterKind): boolean {
  return (filter[kind]?.length ?? 0) > 0;
}

type Passes = (entry: FilteredEntry, facts: PersonFacts) => boolean;

/** The filter made ready to be asked of many people, on the day `today`. All that is narrowed by must fit. */
export function passing(filter: PeopleFilter, today: PartialDate): Passes {
  const tests = FILTER_KINDS.filter((kind) => isSet(filter, kind)).map((kind) => testOf(kind, filter[kind] ?? [], today));
  return (entry, facts) => tests.every((test) => test(entry, facts));
}

function testOf(kind: FilterKind, values: readonly string[], today: PartialDate): Passes {
  const wanted = new Set(values);
  const yesNo = (is: boolean): boolean => wanted.has(is ? 'yes' : 'no');
  switch (kind) {
    case 'institution':
      return ({ institutions }) => institutions.some((id) => wanted.has(id));
    case 'noInstitution':
      return ({ institutions }) => yesNo(institutions.length === 0);
    case 'language':
      return ({ language }) => language !== undefined && wanted.has(language);
    case 'phone':
      return ({ phones }) => yesNo(phones.length > 0);
    case 'doNotContact':
      return ({ doNotContact }) => yesNo(doNotContact === true);
    case 'tag':
      return (_entry, { tags }) => tags.some((tag) => wanted.has(tag));
    case 'talent':
      return (_entry, { talents }) => talents.some((talent) => wanted.has(talent));
    case 'canHost':
      return (_entry, { canHost }) => yesNo(canHost);
    case 'minor':
      return (_entry, { isMinor }) => yesNo(isMinor);
    case 'potentialLeader':
      return (_entry, { isPotentialLeader }) => yesNo(isPotentialLeader);
    case 'neverMet':
      return (_entry, { wasAtMeeting }) => yesNo(!wasAtMeeting);
    case 'rung':
      return (_entry, { rung }) => rung !== undefined && wanted.has(rung);
    case 'noContact': {
      const before = dayNumber(today) - Math.min(...values.map(Number));
      return (_entry, { lastContact }) => lastContact === undefined || latestDay(lastContact) < before;
    }
    case 'since':
      return (_entry, { createdAt }) => createdAt !== undefined && isSince(new Date(createdAt), wanted.has('year'), today);
    case 'consent': {
      const scopes = byScope(values);
      return (_entry, { consents }) => scopes.every(([scope, answers]) => answers.has(answerOf(consents[scope])));
    }
  }
}

function answerOf(given: boolean | undefined): ConsentAnswer {
  return given === undefined ? 'notAsked' : given ? 'yes' : 'no';
}

function byScope(values: readonly string[]): readonly (readonly [string, ReadonlySet<string>])[] {
  const scopes = new Map<string, Set<string>>();
  for (const value of values) {
    const [scope = '', answer = ''] = value.split(':');
    scopes.set(scope, (scopes.get(scope) ?? new Set()).add(answer));
  }
  return [...scopes];
}

function isSince(day: Date, wholeYear: boolean, today: PartialDate): boolean {
  return day.getFullYear() === today.y && (wholeYear || day.getMonth() + 1 === today.m);
}

/** Days since 1970 of a full date. */
function dayNumber({ y, m = 1, d = 1 }: PartialDate): number {
  return Math.floor(Date.UTC(y, m - 1, d) / 86_400_000);
}

/** The last day that a date known in part may mean: nobody is said to be forgotten who may have been met. */
function latestDay({ y, m, d }: PartialDate): number {
  if (m === undefined) return dayNumber({ y, m: 12, d: 31 });
  return d === undefined ? Math.floor(Date.UTC(y, m, 0) / 86_400_000) : dayNumber({ y, m, d });
}

/** The filter with one more value of a kind; a value that is there already changes nothing. Days and times take the place of the one before. */
export function withValue(filter: PeopleFilter, kind: FilterKind, value: string): PeopleFilter {
  const now = filter[kind] ?? [];
  if (now.includes(value)) return filter;
  return { ...filter, [kind]: ONE_VALUE.has(kind) ? [value] : [...now, value] };
}

/** The filter without one value of a kind. */
export function withoutValue(filter: PeopleFilter, kind: FilterKind, value: string): PeopleFilter {
  const left = (filter[kind] ?? []).filter((one) => one !== value);
  const { [kind]: _gone, ...others } = filter;
  return left.length === 0 ? others : { ...others, [kind]: left };
}

const ONE_VALUE: ReadonlySet<FilterKind> = new Set(['noInstitution', 'canHost', 'noContact', 'neverMet', 'since', 'phone', 'doNotContact', 'minor', 'potentialLeader']);

/** Reads what a saved view keeps as its filter; `unknown` are the members that a newer Convoca wrote. */
export function readFilter(kept: Readonly<Record<string, unknown>>): { readonly filter: PeopleFilter; readonly unknown: readonly string[] } {
  const known = FILTER_KINDS.flatMap((kind) => {
    const values = kept[kind];
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? [[kind, values] as const] : [];
  });
  const names = new Set<string>(known.map(([kind]) => kind));
  return { filter: Object.fromEntries(known), unknown: Object.keys(kept).filter((name) => !names.has(name)) };
}

/** What a saved view is to keep: the filter, and the members of before that this version does not understand. */
export function keptFilter(filter: PeopleFilter, before: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { unknown } = readFilter(before);
  return { ...Object.fromEntries(unknown.map((name) => [name, before[name]])), ...filter };
}
