import { useEffect } from 'react';
import type { Person } from '../../../shared/domain/person.ts';
import { protectionSince } from '../../../shared/names/merging/come-since.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useDirectory } from '../../app/directory.tsx';

/**
 * Somebody on another PC marks a record "do not contact" that was put together with another one here: the mark goes over
 * to the person at once and asks nobody (domain §2.0, §2.3). Every PC writes the same, so nothing is in question.
 */
export function KeepProtected() {
  const chapter = useChapter();
  const directory = useDirectory();
  useEffect(() => {
    const { people } = chapter.collections;
    const protect = async (absorbed: Person): Promise<void> => {
      const survivor = (await people.findOne(directory.survivorOf(absorbed.id)).exec())?.toMutableJSON();
      if (!survivor || survivor.id === absorbed.id || survivor.deletedAt !== undefined) return;
      if (Object.keys(protectionSince(survivor, absorbed)).length > 0) await chapter.change('people', survivor.id, (now) => protectionSince(now, absorbed));
    };
    const watching = people.eventBulks$.subscribe(({ events }) => {
      for (const { operation, documentData } of events) {
        const person = documentData as Person;
        // What cannot be written now is offered on the person's page.
        if (operation !== 'DELETE' && person.mergedInto !== undefined && person.deletedAt === undefined) protect(person).catch(() => undefined);
      }
    });
    return () => watching.unsubscribe();
  }, [chapter, directory]);
  return null;
}
