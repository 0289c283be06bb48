import { useEffect, useState } from 'react';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { FAMILIES } from '../../shared/store/families.ts';
import type { HeldRecord } from '../../shared/store/history.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { startOfDay, todayOf, type TodayRecord } from '../../shared/store/today.ts';
import { useChapter } from '../app/chapter.tsx';

/** A record that the user of this PC touched today. */
export interface TouchedRecord extends TodayRecord {
  readonly name: CollectionName;
  readonly id: string;
}

const COLLECTIONS: readonly CollectionName[] = ['people', 'institutions', 'gatherings', 'sheets', 'office', 'programs', 'money'];
/** Of the office only what people write in forms: users and keys have their own page. */
const IN_OFFICE = /^(settings|device|team|cluster|cycle|view):/;
/** Records looked at before the screen may draw again. */
const BATCH = 2_000;

/** A look that spares 40,000 records: most were never touched by this user. */
function mayBeTouched({ fields, backing }: HeldRecord, user: string): boolean {
  return fields['createdBy'] === user || Object.values(backing.history ?? {}).some((lines) => lines.includes(user));
}

async function touchedOf(chapter: OpenedChapter, name: CollectionName, ids: readonly string[], since: Date): Promise<readonly TouchedRecord[]> {
  const held = await chapter.held(name, name === 'office' ? ids.filter((id) => IN_OFFICE.test(id)) : ids);
  return held.flatMap((record) => {
    if (!mayBeTouched(record, chapter.user.id)) return [];
    const found = todayOf(record, FAMILIES[name].rules, chapter.user.id, since);
    return found ? [{ ...found, name, id: record.id }] : [];
  });
}

/** What the user of this PC did today, the latest first, read from the records and kept up; undefined while it is read. */
export function useToday(): readonly TouchedRecord[] | undefined {
  const chapter = useChapter();
  const [touched, show] = useState<readonly TouchedRecord[]>();
  useEffect(() => {
    let here = true;
    const since = startOfDay(new Date());
    const all = new Map<string, TouchedRecord>();
    const tell = (): void => {
      if (here) show([...all.values()].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)));
    };
    const look = async (name: CollectionName, ids: readonly string[]): Promise<void> => {
      const found = await touchedOf(chapter, name, ids, since);
      for (const id of ids) all.delete(id);
      for (const record of found) all.set(record.id, record);
    };
    // Followed before reading, so that nothing falls between.
    const following = COLLECTIONS.map((name) =>
      chapter.collections[name].eventBulks$.subscribe(({ events }) => void look(name, events.map(({ documentId }) => documentId)).then(tell)),
    );
    const readAll = async (): Promise<void> => {
      for (const name of COLLECTIONS) {
        const ids = await chapter.heldIds(name);
        for (let from = 0; from < ids.length && here; from += BATCH) {
          await look(name, ids.slice(from, from + BATCH));
          await new Promise((resolve) => setTimeout(resolve));
        }
      }
      tell();
    };
    void readAll();
    return () => {
      here = false;
      for (const watching of following) watching.unsubscribe();
    };
  }, [chapter]);
  return touched;
}
