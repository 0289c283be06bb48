import type { Institution } from '../../shared/domain/institution.ts';
import type { Person } from '../../shared/domain/person.ts';
import { directoryEntry, type Directory } from '../../shared/names/directory.ts';
import { directoryBytes, directoryFromBytes } from '../../shared/names/frozen-directory.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';

type Followed = Pick<OpenedChapter, 'collections' | 'notes'>;

/** People put in at once before the screen may draw again. */
const BATCH = 2_000;
/** The name under which the directory is kept with the snapshot. */
const NOTE = 'directory';

function putPeople(directory: Directory, people: readonly Person[]): void {
  directory.putMany(people.filter(({ deletedAt }) => deletedAt === undefined).map(directoryEntry));
  for (const { id, deletedAt, mergedInto } of people) if (deletedAt !== undefined) directory.remove(id, mergedInto);
}

function putInstitutions(directory: Directory, institutions: readonly Institution[]): void {
  directory.putInstitutions(institutions.filter(({ deletedAt }) => deletedAt === undefined));
  for (const { id, deletedAt } of institutions) if (deletedAt !== undefined) directory.removeInstitution(id);
}

/**
 * Fills the directory from the chapter and keeps it so: what is saved here, and what arrives from elsewhere. `onFilled` is
 * called once everybody is in. The answer ends it. Who lies in the bin is not in the directory. It begins with the
 * directory as it was at the last snapshot, which is there long before all records are.
 */
export function followDirectory({ collections: { people, institutions }, notes }: Followed, directory: Directory, onFilled: () => void): () => void {
  let here = true;
  let isWhole = false;
  // Followed before reading, so that nothing falls between; what is read later is never older than the event.
  const following = [
    people.eventBulks$.subscribe(({ events }) => {
      const kept = events.filter(({ operation }) => operation !== 'DELETE');
      putPeople(directory, kept.map((event) => event.documentData as Person));
      for (const event of events) if (event.operation === 'DELETE') directory.remove(event.documentId);
    }),
    institutions.eventBulks$.subscribe(({ events }) => putInstitutions(directory, events.map((event) => event.documentData as Institution))),
  ];
  const endNote = notes.provide(NOTE, () => (isWhole ? directoryBytes(directory.freeze()) : null));
  const fill = async (): Promise<void> => {
    const note = await notes.read(NOTE);
    const frozen = note ? directoryFromBytes(note.content) : null;
    const unread = note ? await note.unread : null;
    if (!here) return;
    if (frozen && unread && directory.size === 0) {
      directory.thaw(frozen);
      onFilled();
      await readAgain(unread);
    } else {
      await readAll();
      if (here) onFilled();
    }
    isWhole = here;
  };
  const readAgain = async (ids: readonly string[]): Promise<void> => {
    const [changedPeople, changedPlaces] = await Promise.all([people.findByIds([...ids]).exec(), institutions.findByIds([...ids]).exec()]);
    if (!here) return;
    putPeople(directory, [...changedPeople.values()].map((document) => document.toJSON() as Person));
    putInstitutions(directory, [...changedPlaces.values()].map((document) => document.toJSON() as Institution));
    for (const id of ids) {
      if (!changedPeople.has(id)) directory.remove(id);
      if (!changedPlaces.has(id)) directory.removeInstitution(id);
    }
  };
  const readAll = async (): Promise<void> => {
    const places = await institutions.find().exec();
    if (!here) return;
    putInstitutions(directory, places.map((document) => document.toJSON() as Institution));
    const everybody = await people.find().exec();
    for (let from = 0; from < everybody.length && here; from += BATCH) {
      putPeople(directory, everybody.slice(from, from + BATCH).map((document) => document.toJSON() as Person));
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  void fill();
  return () => {
    here = false;
    endNote();
    for (const watching of following) watching.unsubscribe();
  };
}
