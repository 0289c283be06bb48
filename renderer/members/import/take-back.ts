import type { Chapter } from '../../../shared/store/chapter-types.ts';
import { takeRowsApart } from './join-rows.ts';
import { pause } from './pause.ts';

/** How many records are put in the bin in one write. */
const CHUNK = 300;

/** The people that an import brought and that are not in the bin. */
async function peopleOfImport(chapter: Chapter, batch: string): Promise<string[]> {
  const found = await chapter.collections.people.find({ selector: { 'source.from': batch, deletedAt: { $exists: false } } }).exec();
  return found.map((person) => person.id);
}

/** The institutions that an import made and where nobody else has been added since. */
async function lonelyInstitutionsOf(chapter: Chapter, batch: string): Promise<string[]> {
  const made = await chapter.collections.institutions.find({ selector: { 'source.from': batch, deletedAt: { $exists: false } } }).exec();
  if (made.length === 0) return [];
  const others = await chapter.collections.people.find({ selector: { 'source.from': { $ne: batch }, deletedAt: { $exists: false } } }).exec();
  const lived = new Set(others.flatMap((person) => person.affiliations.map((place) => place.institution)));
  return made.map((institution) => institution.id).filter((id) => !lived.has(id));
}

/** What was put in the bin together, so that exactly that can be brought back. */
export interface TakenBack {
  readonly people: readonly string[];
  readonly institutions: readonly string[];
}

/**
 * Takes a whole import back: rows that went to people who were here are taken out of them again; its people, and its
 * institutions that have nobody else, go to the bin, where they stay for 30 days. May be called again after a failure;
 * what is in the bin already is left alone. `onProgress` hears how many of the people are in the bin.
 */
export async function takeBackImport(chapter: Chapter, batch: string, onProgress: (done: number, total: number) => void = () => undefined): Promise<TakenBack> {
  const people = await peopleOfImport(chapter, batch);
  await takeRowsApart(chapter, people);
  const institutions = await lonelyInstitutionsOf(chapter, batch);
  const deletedAt = new Date().toISOString();
  for (let from = 0; from < people.length; from += CHUNK) {
    await chapter.changeMany('people', people.slice(from, from + CHUNK), { deletedAt });
    onProgress(Math.min(people.length, from + CHUNK), people.length);
    await pause();
  }
  await chapter.changeMany('institutions', institutions, { deletedAt });
  await chapter.change('office', batch, { state: 'undone' });
  return { people, institutions };
}

/** Brings back what {@link takeBackImport} put in the bin. */
export async function bringBackImport(chapter: Chapter, batch: string, taken: TakenBack): Promise<void> {
  await chapter.changeMany('institutions', taken.institutions, { deletedAt: undefined });
  for (let from = 0; from < taken.people.length; from += CHUNK) {
    await chapter.changeMany('people', taken.people.slice(from, from + CHUNK), { deletedAt: undefined });
    await pause();
  }
  await chapter.change('office', batch, { state: 'done' });
}
