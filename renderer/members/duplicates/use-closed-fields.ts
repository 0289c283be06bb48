import { useEffect, useState } from 'react';
import { person, PERSON_ORGANIZER_FIELDS } from '../../../shared/domain/person.ts';
import { useChapter } from '../../app/chapter.tsx';

const NONE: ReadonlySet<string> = new Set();

/**
 * Fields of a person that a newer Convoca keeps where only some may read. This version does not know that of another
 * record, and would write them where everybody reads: they stay in the record that is absorbed, where nothing is lost.
 */
export function useClosedFields(id: string): ReadonlySet<string> {
  const chapter = useChapter();
  const [closed, setClosed] = useState(NONE);
  useEffect(() => {
    let here = true;
    void chapter.held('people', [id]).then(([held]) => {
      const { organizers = [], author = [] } = held?.backing.places ?? {};
      const unknown = [...organizers, ...author].filter((field) => !PERSON_ORGANIZER_FIELDS.includes(field) && !Object.hasOwn(person.shape, field));
      if (here && unknown.length > 0) setClosed(new Set(unknown));
    });
    return () => {
      here = false;
    };
  }, [chapter, id]);
  return closed;
}
