import type { Institution } from '../../../shared/domain/institution.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { OfficeRecord } from '../../../shared/domain/office.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Sheet, SheetRow } from '../../../shared/domain/sheet.ts';
import { FAMILY, GIVEN, inventPhone, oneOf, sameChances } from '../people.ts';

/** A whole chapter, by collection. */
export interface InventedChapter {
  readonly institutions: Institution[];
  readonly people: Person[];
  readonly gatherings: Meeting[];
  readonly sheets: Sheet[];
  readonly office: OfficeRecord[];
}

type Chances = (below: number) => number;

/** Of 100 records 85 are people, 1 is an institution, 4 are meetings; the rest are pages of sheets with up to 15 lines. */
const SHARE = { people: 0.85, institutions: 0.01, gatherings: 0.04 };
const ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const WRITTEN = { createdAt: '2026-03-14T18:02:11.000Z', createdBy: 'user:bench', updatedAt: '2026-03-14T18:02:11.000Z', updatedBy: 'user:bench' };
const TOWNS = 40;
const LANGUAGES = ['es', 'es', 'es', 'en', 'both'];

/** The town that stands in a person's record; the same number of people live in each, by and large. */
export function townOf(number: number): string {
  return `Barrio ${String(number % TOWNS).padStart(2, '0')}`;
}

/** The person who is written last of all, and how one looks for her: when she is found, everybody can be. */
export const LAST = { nameAsWritten: 'Zoraida Zumárraga Zubiría', given: 'Zoraida', family1: 'Zumárraga', family2: 'Zubiría', typed: 'zumarraga zor' };

/**
 * A chapter of `count` records in the proportions of a real one, the same records with the same ids in every run and on
 * both sides of the bench. Everybody in it is invented.
 */
export function inventChapter(count: number): InventedChapter {
  const next = sameChances(count);
  const id = (type: string): string => `${type}:${token(next, 20)}`;
  const many = { people: Math.round(count * SHARE.people), institutions: Math.round(count * SHARE.institutions), gatherings: Math.round(count * SHARE.gatherings) };
  const institutions = Array.from({ length: many.institutions }, (_, at) => inventInstitution(id('institution'), at));
  const places = institutions.map((one) => one.id);
  const people = Array.from({ length: many.people - 1 }, () => inventPerson(id('person'), places, next));
  people.push({ ...inventPerson(id('person'), places, next), ...nameOf(LAST) });
  const gatherings = Array.from({ length: many.gatherings }, (_, at) => inventMeeting(id('meeting'), at, people, places, next));
  const office = inventOffice(id);
  const pages = count - many.people - many.institutions - many.gatherings - office.length;
  const sheets = Array.from({ length: pages }, (_, at) => inventSheet(id('sheet'), at, gatherings, people, next));
  return { institutions, people, gatherings, sheets, office };
}

/** People who are not of the chapter yet, for measures that add some; each call invents others. */
export function inventNewcomers(count: number, seed: number): Person[] {
  const next = sameChances(seed);
  return Array.from({ length: count }, () => inventPerson(`person:${token(next, 20)}`, [], next));
}

function token(next: Chances, length: number): string {
  return Array.from({ length }, () => ID_ALPHABET[next(ID_ALPHABET.length)]).join('');
}

function nameOf({ nameAsWritten, given, family1, family2 }: typeof LAST): Partial<Person> {
  return { nameAsWritten, given, family1, family2 };
}

function inventPerson(id: string, places: readonly string[], next: Chances): Person {
  const name = { given: oneOf(GIVEN, next), family1: oneOf(FAMILY, next), family2: oneOf(FAMILY, next) };
  const phone = inventPhone(next);
  const contact = { key: token(next, 8), kind: 'phone' as const, value: phone, asWritten: phone.slice(2) };
  return {
    id,
    ...WRITTEN,
    source: { kind: 'import', from: 'import:bbbbbbbbbbbbbbbbbbbb' },
    nameAsWritten: `${name.given} ${name.family1} ${name.family2}`,
    ...name,
    contacts: next(3) === 0 ? [] : [contact],
    language: oneOf(LANGUAGES, next),
    area: townOf(next(TOWNS)),
    affiliations: places.length === 0 ? [] : [{ key: token(next, 8), institution: oneOf(places, next), roles: [], isMain: true }],
    ...(next(10) === 0 ? { notes: 'Puede ayudar con comida los sábados; prefiere que se le llame después de las seis.' } : {}),
  };
}

function inventInstitution(id: string, at: number): Institution {
  return { id, ...WRITTEN, name: `Parroquia San ${GIVEN[at % GIVEN.length] ?? ''} ${String(at)}`, otherNames: [], kind: 'congregation', cityOrArea: townOf(at), languages: ['es'] };
}

function inventMeeting(id: string, at: number, people: readonly Person[], places: readonly string[], next: Chances): Meeting {
  const expected = Array.from({ length: 12 + next(24) }, () => people[next(people.length)]?.id ?? '');
  return {
    id,
    ...WRITTEN,
    kind: 'house_meeting',
    title: { es: `Reunión de casa ${String(at)}`, en: `House meeting ${String(at)}` },
    date: { y: 2024 + (at % 3), m: 1 + (at % 12), d: 1 + (at % 28) },
    start: '18:30',
    end: '20:00',
    hostInstitution: oneOf(places, next),
    expected,
    headcount: expected.length,
  };
}

function inventSheet(id: string, at: number, gatherings: readonly Meeting[], people: readonly Person[], next: Chances): Sheet {
  const rows: SheetRow[] = Array.from({ length: 6 + next(10) }, (_, line) => {
    const person = people[next(people.length)];
    return { n: line + 1, asWritten: person?.nameAsWritten ?? '', person: person?.id, state: 'linked', ticks: { call: next(2) === 0, es: true } };
  });
  return {
    id,
    ...WRITTEN,
    meeting: gatherings[at % gatherings.length]?.id ?? '',
    code: `A${String(at).padStart(5, '0')}-2`,
    pageNo: 1,
    pages: 1,
    variant: 'blank',
    printedRows: 15,
    preprinted: [],
    firstRow: 1,
    linesOnPaper: rows.length,
    rows,
    state: 'typed',
  };
}

function inventOffice(id: (type: string) => string): OfficeRecord[] {
  const letterhead = { phone: '+19195550100', email: '', address: '' };
  return [
    { id: 'settings:bbbbbbbbbbbbbbbbbbbb', ...WRITTEN, kind: 'settings', chapterName: { es: 'Capítulo inventado', en: 'Invented chapter' }, letterhead, areaCode: '919', paper: 'letter' },
    { id: id('device'), ...WRITTEN, kind: 'device', name: 'PC de la oficina', letter: 'A', codesGiven: 0 },
    { id: id('import'), ...WRITTEN, kind: 'import', added: 12_000, refused: 0, state: 'done' },
  ];
}
