import type { Person } from '../../../shared/domain/person.ts';
import type { ImportPlan, PlannedPerson } from '../../../shared/import/plan.ts';
import type { NewRecord } from '../../../shared/store/chapter-types.ts';
import { withPlace } from '../people/affiliations.ts';

/** One person of the plan, and whom of the plan they may be the same as. */
export interface IntakePerson {
  readonly planned: PlannedPerson;
  /** Places in {@link Intake.people}, smaller than this one's. */
  readonly likeRows: readonly number[];
}

/** What an import will write, once a person has looked at it. */
export interface Intake {
  readonly people: readonly IntakePerson[];
  readonly institutions: ImportPlan['institutions'];
  /** How many rows could not be read. */
  readonly refused: number;
  /** Places in `people` that somebody said to be a person of the chapter, with that person's id. */
  readonly joins: ReadonlyMap<number, string>;
}

/**
 * The plan as it will be written: of two rows that may be one person, the later one carries the mark. `joined`: numbers of
 * rows that are people of the chapter, with the ids of those.
 */
export function intakeOf({ people, institutions, problems }: ImportPlan, joined: ReadonlyMap<number, string> = new Map()): Intake {
  const placeOf = new Map(people.map(({ row }, at) => [row, at]));
  const likeRows = people.map((): Set<number> => new Set());
  for (const [at, person] of people.entries()) {
    for (const { row } of person.sameAs) {
      const other = row === undefined ? undefined : placeOf.get(row);
      if (other !== undefined && other !== at) likeRows[Math.max(at, other)]?.add(Math.min(at, other));
    }
  }
  return {
    people: people.map((planned, at) => ({ planned, likeRows: [...(likeRows[at] ?? [])] })),
    institutions,
    refused: problems.length,
    joins: new Map(
      [...joined].flatMap(([row, id]) => {
        const at = placeOf.get(row);
        return at === undefined ? [] : [[at, id] as const];
      }),
    ),
  };
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

/** Ids that what was written has received: of institutions by their key in the plan, of people by their place. */
export interface Written {
  readonly institutions: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<number, string>;
}

/** The record of one row: where it came from, its institution, and whom it may be the same as (domain §6.4: never merged). */
export function recordOf({ planned, likeRows }: IntakePerson, batch: string, written: Written): NewRecord<Person> {
  const like = [...planned.sameAs.flatMap(({ id }) => id ?? []), ...likeRows.flatMap((at) => written.people.get(at) ?? [])];
  const { institution, roles, fields } = planned;
  const place = institution === null ? undefined : 'id' in institution ? institution.id : written.institutions.get(institution.key);
  return {
    ...fields,
    affiliations: place === undefined ? [] : withPlace([], place).map((first) => ({ ...first, roles: [...roles] })),
    source: { kind: 'import', from: batch },
    ...(like.length === 0 ? {} : { possibleDuplicates: like }),
  };
}
