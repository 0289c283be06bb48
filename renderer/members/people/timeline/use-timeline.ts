import { useEffect, useMemo, useState } from 'react';
import type { RxCollection } from 'rxdb';
import type { RecordBase } from '../../../../shared/domain/record.ts';
import { useChapter } from '../../../app/chapter.tsx';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useReadsOrganizers } from '../../../app/user-access.ts';
import type { Sighting } from '../sightings.ts';
import { useMeetingWords } from '../use-meeting-words.ts';
import { useLiveDirectory } from '../use-people.ts';
import { TIMELINE_SOURCES } from './sources.ts';
import type { TimelineItem, TimelineKind } from './timeline-source.ts';

type Found = Readonly<Partial<Record<TimelineKind, readonly never[]>>>;

/** Everything that a person did, live, in no order. `ids` are all ids of the person. */
export function useTimeline(ids: readonly string[], sightings: readonly Sighting[]): readonly TimelineItem[] {
  const t = useWords('person');
  const { lang } = useLanguage();
  const { collections } = useChapter();
  const readsAll = useReadsOrganizers();
  const { directory, version } = useLiveDirectory();
  const { titleOf } = useMeetingWords();
  const [found, setFound] = useState<Found>({});
  useEffect(() => {
    const watching = TIMELINE_SOURCES.filter(({ isForOrganizers }) => readsAll || !isForOrganizers).map(({ kind, collection, selector }) => {
      const records = collections[collection] as unknown as RxCollection<RecordBase>;
      const question = { selector: { $and: [selector(ids), { deletedAt: { $exists: false } }] } };
      return records.find(question).$.subscribe((documents) => {
        setFound((before) => ({ ...before, [kind]: documents.map((document) => document.toJSON() as never) }));
      });
    });
    return () => {
      for (const one of watching) one.unsubscribe();
    };
  }, [collections, ids, readsAll]);
  const told = useMemo(() => {
    // The version stands for the institutions' names.
    void version;
    const words = { t, lang, ids, institution: (id: string) => directory.institutionName(id) };
    return TIMELINE_SOURCES.flatMap((source) => source.items(found[source.kind] ?? [], words));
  }, [found, t, lang, ids, directory, version]);
  const seen = sightings.map(({ meeting }): TimelineItem => ({ key: meeting.id, kind: 'meeting', on: meeting.date, text: titleOf(meeting), path: `/meetings/${meeting.id}` }));
  return [...seen, ...told];
}
