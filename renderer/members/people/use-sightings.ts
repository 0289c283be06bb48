import { useMemo } from 'react';
import { usePersonIds } from '../../app/directory.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { sightingsOf, type Sighting } from './sightings.ts';

/** The meetings whose sheets name this person, live; undefined while they are read. */
export function useSightings(person: string): readonly Sighting[] | undefined {
  const ids = usePersonIds(person);
  const sheets = useLiveQuery('sheets', { selector: { rows: { $elemMatch: { person: { $in: [...ids] } } } } });
  const meetings = useLiveQuery('gatherings', { selector: { id: { $in: [...new Set((sheets ?? []).map((sheet) => sheet.meeting))] } } });
  return useMemo(() => (sheets === undefined || meetings === undefined ? undefined : sightingsOf(ids, sheets, meetings)), [ids, sheets, meetings]);
}
