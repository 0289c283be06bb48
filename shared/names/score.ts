import { isInitialWord, phoneInCommon, sameGiven, sameSurname, type MatchPerson, type NameWord } from './match-person.ts';

/** Why two people may be one, for the screen to say; each has a text in namespace `people` or `import`. */
export type MatchReason =
  | 'both-surnames'
  | 'one-surname'
  | 'given-name'
  | 'initial'
  | 'phone'
  | 'shared-phone'
  | 'institution'
  | 'other-institution'
  | 'rare-surname'
  | 'frequent-surname'
  | 'other-second-surname'
  | 'other-generation'
  | 'other-given-name';

/** `probably` the same person from 75 points, `maybe` from 55 (domain §6.4 step 4). */
export type MatchBand = 'probably' | 'maybe' | 'new';

/** How much speaks for two people being one. */
export interface Match {
  readonly score: number;
  readonly band: MatchBand;
  readonly reasons: readonly MatchReason[];
}

/** What a pair cannot tell by itself: how common names and phones are in the chapter. */
export interface Surroundings {
  /** People with that surname word, and people in all. */
  surnameCount(word: string): number;
  readonly people: number;
  /** People who have this phone. */
  phoneCount(phone: string): number;
}

const PROBABLY = 75;
const MAYBE = 55;

const FREQUENT = new Set(['garcia', 'hernandez', 'martinez', 'lopez', 'gonzalez', 'rodriguez']);

/** Words of `one` that have their like in `other`, each like used once. */
function inCommon<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): T[] {
  const left = [...other];
  return one.filter((word) => {
    const at = left.findIndex((there) => same(word, there));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function sameInitial(one: NameWord, other: NameWord): boolean {
  return (isInitialWord(one) || isInitialWord(other)) && one.word[0] === other.word[0];
}

type GivenMatch = 'same' | 'initial' | 'different' | 'unknown';

/**
 * Compares given names as arrays of words. All of the shorter must be in the longer ("Luis" in "Luis Alberto"); "María
 * Guadalupe" and "María Fernanda" have only a beginning in common, which weighs like an initial.
 */
function compareGiven(one: MatchPerson, other: MatchPerson): GivenMatch {
  const names = [one.given, one.called].filter((words) => words.length > 0);
  const others = [other.given, other.called].filter((words) => words.length > 0);
  if (names.length === 0 || others.length === 0) return 'unknown';
  let best: GivenMatch = 'different';
  for (const words of names) {
    for (const there of others) {
      const [shorter, longer] = words.length <= there.length ? [words, there] : [there, words];
      const whole = inCommon(shorter, longer, sameGiven).length;
      const withInitials = inCommon(shorter, longer, (a, b) => sameGiven(a, b) || sameInitial(a, b)).length;
      if (whole > 0 && withInitials === shorter.length) return 'same';
      if (whole > 0 || withInitials > 0) best = 'initial';
    }
  }
  return best;
}

/** Up to 10 points for a surname that one in a thousand or fewer has, none from one in a hundred. */
function rareBonus(shared: readonly NameWord[], around: Surroundings): number {
  // In a small chapter every surname is rare, which says nothing.
  if (around.people < 200 || shared.length === 0) return 0;
  const share = Math.min(...shared.map((word) => around.surnameCount(word.word))) / around.people;
  const rarity = Math.log10(0.01 / Math.max(share, 0.001));
  return Math.round(10 * Math.min(1, Math.max(0, rarity)));
}

/**
 * Scores two people after domain §6.4 step 4, with three rules that real lists asked for (`e2e/bench/names.ts`):
 * - One surname in common where both have two costs 25 in whatever place it stands, not only in the second.
 * - One surname in common, no phone, and different institutions costs 10: in a chapter of 1,200 people nine of ten such
 *   pairs were two people.
 * - Whatever the points, a different generation (Jr.) is never "probably the same", and clearly different given names
 *   are not even "maybe": a mother and her daughter share surnames, phone and parish.
 *
 * Of people who are known by several names the two that fit best count (domain §6.4 step 5).
 */
export function scoreMatch(one: MatchPerson, other: MatchPerson, around: Surroundings): Match {
  let best = scoreNames(one, other, around);
  if (one.alsoNamed.length + other.alsoNamed.length === 0) return best;
  for (const mine of [one, ...one.alsoNamed]) {
    for (const theirs of [other, ...other.alsoNamed]) {
      const match = scoreNames(mine, theirs, around);
      if (RANKS[match.band] > RANKS[best.band] || (match.band === best.band && match.score > best.score)) best = match;
    }
  }
  return best;
}

const RANKS = { new: 0, maybe: 1, probably: 2 } as const;

function scoreNames(one: MatchPerson, other: MatchPerson, around: Surroundings): Match {
  const reasons: MatchReason[] = [];
  let score = 0;
  const count = (points: number, reason: MatchReason): void => {
    score += points;
    reasons.push(reason);
  };

  const shared = inCommon(one.surnames, other.surnames, sameSurname);
  if (shared.length >= 2) count(50, 'both-surnames');
  else if (shared.length === 1) count(35, 'one-surname');
  // Two surnames known on both sides and only one in common, in whatever place.
  if (shared.length === 1 && one.surnames.length > 1 && other.surnames.length > 1) count(-25, 'other-second-surname');
  // The two may spell it differently; both spellings tell how rare it is.
  const spellings = [...shared, ...inCommon(other.surnames, one.surnames, sameSurname)].flat();
  const rare = rareBonus(spellings, around);
  if (rare > 0) count(rare, 'rare-surname');
  else if (shared.length > 0 && spellings.every(({ word }) => FREQUENT.has(word))) count(-5, 'frequent-surname');

  const given = compareGiven(one, other);
  if (given === 'same') count(25, 'given-name');
  else if (given === 'initial') count(10, 'initial');

  const phone = phoneInCommon(one, other);
  if (phone !== null) {
    // The two themselves make two; any more make it a family's or a neighbour's phone.
    if (around.phoneCount(phone) > 2) count(15, 'shared-phone');
    else count(30, 'phone');
    if (given === 'different') count(-30, 'other-given-name');
  }
  if (one.institutions.some((institution) => other.institutions.includes(institution))) {
    count(10, 'institution');
  } else if (phone === null && shared.length < 2 && one.institutions.length > 0 && other.institutions.length > 0) {
    count(-10, 'other-institution');
  }
  const otherGeneration = one.generation !== other.generation;
  if (otherGeneration) count(-20, 'other-generation');

  return { score, band: bandOf(score, given === 'different', otherGeneration), reasons };
}

function bandOf(score: number, otherGiven: boolean, otherGeneration: boolean): MatchBand {
  if (score < MAYBE || otherGiven) return 'new';
  return score >= PROBABLY && !otherGeneration ? 'probably' : 'maybe';
}
