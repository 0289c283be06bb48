import type { Institution } from '../../shared/domain/institution.ts';
import type { Person } from '../../shared/domain/person.ts';
import { directoryEntry, type Directory } from '../../shared/names/directory.ts';
import type { Chapter } from '../../shared/store/chapter-types.ts';

/** People put in at once before the screen may draw again. */
const BATCH = 2_000;

function putPeople(directory: Directory, people: readonly Person[]): void {
  directory.putMany(people.filter(({ deletedAt }) => deletedAt === undefined).map(directoryEntry));
  for (const { id, deletedAt } of people) if (deletedAt !== undefined) directory.remove(id);
}

function putInstitutions(directory: Directory, institutions: readonly Institution[]): void {
  directory.putInstitutions(institutions.filter(({ deletedAt }) => deletedAt === undefined));
  for (const { id, deletedAt } of institutions) if (deletedAt !== undefined) directory.removeInstitution(id);
}

/**
 * Fills the directory from the chapter and keeps it so: what is saved here, and what arrives from elsewhere. `onFilled` is
 * called once everybody is in. The answer ends it. Who lies in the bin is not in the directory.
 */
export function followDirectory({ collections: { people, institutions } }: Chapter, directory: Directory, onFilled: () => void): () => void {
  let here = true;
  // Followed before reading, so that nothing falls between; what is read later is never older than the event.
  const following = [
    people.eventBulks$.subscribe(({ events }) => putPeople(directory, events.map((event) => event.documentData as Person))),
    institutions.eventBulks$.subscribe(({ events }) => putInstitutions(directory, events.map((event) => event.documentData as Institution))),
  ];
  const fill = async (): Promise<void> => {
    const places = await institutions.find().exec();
    if (!here) return;
    putInstitutions(directory, places.map((document) => document.toJSON() as Institution));
    const everybody = await people.find().exec();
    for (let from = 0; from < everybody.length && here; from += BATCH) {
      putPeople(directory, everybody.slice(from, from + BATCH).map((document) => document.toJSON() as Person));
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (here) onFilled();
  };
  void fill();
  return () => {
    here = false;
    for (const watching of following) watching.unsubscribe();
  };
}
