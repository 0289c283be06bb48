import { useEffect, useState } from 'react';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { readHistory, type HistoryEntry } from '../../shared/store/history.ts';
import { useChapter } from '../app/chapter.tsx';
import { useRecord } from '../app/records.ts';

/** A record's history, read again whenever the record changes; undefined while it is read. */
export function useHistory(name: CollectionName, id: string): readonly HistoryEntry[] | undefined {
  const chapter = useChapter();
  const record = useRecord(name, id);
  const [found, show] = useState<{ readonly id: string; readonly entries: readonly HistoryEntry[] }>();
  useEffect(() => {
    let here = true;
    if (record === undefined) return undefined;
    void readHistory(chapter, name, id).then((entries) => {
      if (here) show({ id, entries });
    });
    return () => {
      here = false;
    };
  }, [chapter, name, id, record]);
  return found?.id === id ? found.entries : undefined;
}
