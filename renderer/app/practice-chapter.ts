import type { Institution } from '../../shared/domain/institution.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Chapter, NewRecord } from '../../shared/store/chapter-types.ts';
import { AREAS, CALLED, FAMILY_NAMES, GIVEN_NAMES, INSTITUTIONS } from './practice-names.ts';

const PEOPLE = 200;
/** People written at once: few enough for the progress line to move. */
const BATCH = 25;
/** Fictional numbers only: 555-0100 to 555-0199. */
const PHONES = 100;

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Invented people, the same for the same seed: two family names for most, a phone for most, some shared at home. */
export function inventedPeople(institutions: readonly string[], seed = 1): readonly NewRecord<Person>[] {
  const random = seeded(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  return Array.from({ length: PEOPLE }, (_, index) => {
    const given = pick(GIVEN_NAMES);
    const family1 = pick(FAMILY_NAMES);
    const family2 = random() < 0.75 ? pick(FAMILY_NAMES) : undefined;
    const number = `55501${String(Math.floor(random() * PHONES)).padStart(2, '0')}`;
    const called = random() < 0.4 ? CALLED[given] : undefined;
    const institution = random() < 0.9 ? pick(institutions) : undefined;
    return {
      nameAsWritten: [given, family1, family2].filter((part) => part !== undefined).join(' '),
      given,
      family1,
      family2,
      called,
      contacts:
        random() < 0.85
          ? [{ key: `phone-${index}`, kind: 'phone' as const, value: `+1919${number}`, asWritten: `919 ${number.slice(0, 3)} ${number.slice(3)}`, status: 'ok' as const }]
          : [],
      language: pick(['es', 'es', 'es', 'both', 'en']),
      area: random() < 0.6 ? pick(AREAS) : undefined,
      affiliations: institution === undefined ? [] : [{ key: `place-${index}`, institution, roles: ['member'], isMain: true }],
    };
  });
}

/** The Sunday after `today`, when the practice meeting is. */
function nextSunday(today: Date): { y: number; m: number; d: number } {
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + (7 - today.getDay()));
  return { y: day.getFullYear(), m: day.getMonth() + 1, d: day.getDate() };
}

function inventedInstitutions(): readonly NewRecord<Institution>[] {
  return INSTITUTIONS.map(({ otherNames, ...institution }) => ({ ...institution, otherNames: [...otherNames], languages: ['es'], cityOrArea: 'Durham' }));
}

function inventedMeeting(people: readonly Person[], host: Institution | undefined, today: Date): NewRecord<Meeting> {
  return {
    kind: 'leaders_assembly',
    title: { es: 'Asamblea de líderes', en: 'Leaders’ assembly' },
    date: nextSunday(today),
    start: '16:00',
    end: '17:30',
    placeName: host?.name,
    hostInstitution: host?.id,
    expected: people.filter(({ affiliations }) => affiliations[0]?.institution === host?.id).map(({ id }) => id),
  };
}

/** Fills a practice chapter: 8 institutions, 200 invented people, one meeting. `onProgress` counts records written. */
export async function fillPracticeChapter(chapter: Chapter, onProgress: (done: number, total: number) => void, today = new Date()): Promise<void> {
  const total = INSTITUTIONS.length + PEOPLE + 1;
  onProgress(0, total);
  const institutions = await chapter.createMany('institutions', inventedInstitutions());
  onProgress(institutions.length, total);
  const invented = inventedPeople(institutions.map(({ id }) => id));
  const people: Person[] = [];
  for (let from = 0; from < invented.length; from += BATCH) {
    people.push(...(await chapter.createMany('people', invented.slice(from, from + BATCH))));
    onProgress(institutions.length + people.length, total);
  }
  await chapter.create('gatherings', inventedMeeting(people, institutions[0], today));
  onProgress(total, total);
}
