import { MatchIndex } from '../names/candidates.ts';
import { directoryEntry, type DirectoryEntry } from '../names/directory.ts';
import type { MatchBand, MatchReason } from '../names/score.ts';
import { Turns } from '../names/turns.ts';
import { carefulPieces } from './careful.ts';
import type { ImportField } from './headings.ts';
import { InstitutionNames, type KnownInstitution, type PlannedInstitution } from './institutions.ts';
import type { PeopleList } from './read-list.ts';
import { personOfRow, type RowPerson, type RowProblem } from './to-person.ts';

/** Somebody who may be the person of a row: an earlier row of the list, or a person of the chapter. */
interface SamePerson {
  readonly row?: number;
  readonly id?: string;
  readonly score: number;
  readonly band: Exclude<MatchBand, 'new'>;
  readonly reasons: readonly MatchReason[];
}

/** A person that the import will add. Likely duplicates are marked and added all the same; nothing is merged. */
export interface PlannedPerson extends RowPerson {
  /** An institution of the chapter (`id`) or of the plan (`key`); null when the row names none. */
  readonly institution: { readonly id: string } | { readonly key: string } | null;
  /** What of the row is better not written about a person (see `careful.ts`); of most rows nothing. */
  readonly careful: readonly string[];
  /** At most four, best first (domain §6.4 point 6). */
  readonly sameAs: readonly SamePerson[];
}

/** What an import would do; nothing is written yet. */
export interface ImportPlan {
  readonly people: readonly PlannedPerson[];
  /** Institutions to be made. */
  readonly institutions: readonly PlannedInstitution[];
  readonly problems: readonly RowProblem[];
}

/** What a plan is made of. */
export interface ImportQuestion {
  readonly list: PeopleList;
  /** What each column holds, confirmed by a person. */
  readonly columns: readonly ImportField[];
  /** Everybody of the chapter, such as `directory.sorted()`. */
  readonly known: readonly DirectoryEntry[];
  readonly institutions: readonly KnownInstitution[];
  /** The chapter's, three digits or empty. */
  readonly areaCode: string;
  /** Called with a share from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

const MOST_SHOWN = 4;

/**
 * Plans an import: reads every row, gathers institutions by name, and marks rows that may be one person with each other or
 * with people of the chapter. Works in slices so that the screen stays alive; rejects with the signal's reason when it
 * is called off.
 */
export async function planImport(question: ImportQuestion): Promise<ImportPlan> {
  const { list, columns, areaCode, onProgress, signal } = question;
  const turns = new Turns(signal);
  const names = new InstitutionNames(question.institutions);
  const people: Omit<PlannedPerson, 'sameAs'>[] = [];
  const problems: RowProblem[] = [];
  for (const [at, row] of list.rows.entries()) {
    const read = personOfRow(row, columns, areaCode);
    if ('reason' in read) problems.push(read);
    else people.push({ ...read, institution: names.place(read.institutionName), careful: carefulPieces(read.fields) });
    if (await turns.pause()) onProgress?.((0.5 * at) / list.rows.length);
  }
  const sameAs = await markSame(people, question, turns);
  onProgress?.(1);
  return {
    people: people.map((person) => ({ ...person, sameAs: sameAs.get(person.row) ?? [] })),
    institutions: names.planned(),
    problems,
  };
}

type Unmarked = Omit<PlannedPerson, 'sameAs'>;

async function markSame(people: readonly Unmarked[], question: ImportQuestion, turns: Turns): Promise<Map<number, SamePerson[]>> {
  const index = new MatchIndex();
  for (const entry of question.known) {
    index.put(entry);
    await turns.pause();
  }
  const rowOf = new Map<string, number>();
  for (const person of people) {
    const id = `row ${person.row}`;
    rowOf.set(id, person.row);
    const institution = person.institution === null ? [] : ['id' in person.institution ? person.institution.id : person.institution.key];
    index.put({ ...directoryEntry({ ...person.fields, id }), institutions: institution });
    await turns.pause();
  }
  const pairs = await index.duplicates({
    among: new Set(rowOf.keys()),
    signal: question.signal,
    onProgress: (done, all) => question.onProgress?.(0.5 + (0.5 * done) / Math.max(1, all)),
  });
  const marks = new Map<number, SamePerson[]>();
  for (const { one, other, score, band, reasons } of pairs) {
    const row = rowOf.get(other);
    if (row === undefined || band === 'new') continue;
    const there = rowOf.get(one);
    const mark = { ...(there === undefined ? { id: one } : { row: there }), score, band, reasons };
    marks.set(row, [...(marks.get(row) ?? []), mark]);
  }
  for (const [row, found] of marks) marks.set(row, found.sort((one, other) => other.score - one.score).slice(0, MOST_SHOWN));
  return marks;
}
