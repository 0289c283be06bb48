import type { Institution } from '../../../shared/domain/institution.ts';
import type { Affiliation, Person } from '../../../shared/domain/person.ts';
import type { NewRecord } from '../../../shared/store/chapter-types.ts';
import { withPlace } from '../people/affiliations.ts';

/** One row that becomes a person. */
export interface IntakePerson {
  readonly fields: NewRecord<Person>;
  /** The id of an institution that is here, or the place of a new one in {@link Intake.institutions}. */
  readonly institution?: string | number;
  /** Codes of `affiliation_role` at that institution. */
  readonly roles?: readonly string[];
  /** Ids of people here who may be the same person. */
  readonly likePeople: readonly string[];
  /** Places in {@link Intake.people}, smaller than this one's, of rows that may be the same person. */
  readonly likeRows: readonly number[];
}

/** What an import will write, once a person has looked at it. */
export interface Intake {
  readonly people: readonly IntakePerson[];
  readonly institutions: readonly NewRecord<Institution>[];
  /** How many rows could not be read. */
  readonly refused: number;
}

/** How many people are written at once: few enough for the screen to stay alive, many enough to be quick. */
const CHUNK = 300;

/**
 * The order of writing: places in `people`, in chunks. A row that may be the same person as one of its own chunk waits
 * for the next, since the other's id is known only after writing.
 */
export function chunksOf(people: readonly Pick<IntakePerson, 'likeRows'>[], size: number = CHUNK): number[][] {
  const chunks: number[][] = [];
  let waiting: number[] = [];
  let next = 0;
  while (next < people.length || waiting.length > 0) {
    const chunk: number[] = [];
    const later: number[] = [];
    /** Rows of this chunk and rows put off: their ids are not known yet. */
    const open = new Set<number>();
    const take = (at: number): void => {
      const waits = chunk.length >= size || (people[at]?.likeRows.some((row) => open.has(row)) ?? false);
      (waits ? later : chunk).push(at);
      open.add(at);
    };
    waiting.forEach(take);
    while (chunk.length < size && next < people.length) {
      take(next);
      next += 1;
    }
    waiting = later;
    chunks.push(chunk);
  }
  return chunks;
}

/** Ids that the written ones have received: of institutions by their place, of people by their row. */
export interface Written {
  readonly institutions: readonly string[];
  readonly people: ReadonlyMap<number, string>;
}

/** The record of one row: where it came from, its institution, and whom it may be the same as (domain §6.4: never merged). */
export function recordOf(row: IntakePerson, batch: string, written: Written): NewRecord<Person> {
  const place = typeof row.institution === 'number' ? written.institutions[row.institution] : row.institution;
  const like = [...row.likePeople, ...row.likeRows.flatMap((at) => written.people.get(at) ?? [])];
  return {
    ...row.fields,
    affiliations: place === undefined ? [] : withRolesOf(row, withPlace([], place)),
    source: { kind: 'import', from: batch },
    ...(like.length === 0 ? {} : { possibleDuplicates: like }),
  };
}

/** The roles that the list gives a person belong to the institution that it names. */
function withRolesOf(row: IntakePerson, places: Affiliation[]): Affiliation[] {
  return places.map((place) => ({ ...place, roles: [...(row.roles ?? [])] }));
}
