import { useEffect, useMemo, useState } from 'react';
import type { OfficeRecord } from '../../shared/domain/office.ts';
import type { RecordBase } from '../../shared/domain/record.ts';
import { searchTokens } from '../../shared/names/normalize.ts';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { useSurvivorOf } from '../app/directory.tsx';
import { useLiveQuery } from '../app/records.ts';
import { recordPath } from './paths.ts';
import { useRecordTitle } from './record-title.ts';

/** A record in the bin as the screen lists it. */
export interface BinnedRecord {
  readonly name: CollectionName;
  readonly id: string;
  readonly title: string;
  /** The address of its page. */
  readonly path: string;
  readonly deletedAt: string;
  /** User id of who moved it here. */
  readonly by: string | undefined;
  /** True while a person has to decide something about it; until then it is not deleted. */
  readonly waits: boolean;
}

/** All records in the bin, the latest first; undefined while they are read. */
export function useBin(): readonly BinnedRecord[] | undefined {
  const people = useLiveQuery('people', {}, 'only-bin');
  const institutions = useLiveQuery('institutions', {}, 'only-bin');
  const gatherings = useLiveQuery('gatherings', {}, 'only-bin');
  const sheets = useLiveQuery('sheets', {}, 'only-bin');
  const office = useLiveQuery('office', { selector: { kind: { $in: ['team', 'cluster', 'cycle', 'view'] } } }, 'only-bin');
  const reviews = useLiveQuery('office', { selector: { kind: 'review', settledAt: { $exists: false } } });
  const titleOf = useRecordTitle();
  const survivorOf = useSurvivorOf();
  return useMemo(() => {
    if (!people || !institutions || !gatherings || !sheets || !office || !reviews) return undefined;
    const undecided = new Set(reviews.map((record: OfficeRecord) => (record.kind === 'review' ? record.record : '')));
    const listed = (name: CollectionName, records: readonly RecordBase[]): BinnedRecord[] =>
      records.map((record) => ({
        name,
        id: record.id,
        title: titleOf(name, fieldsOf(record)),
        path: recordPath(name, record.id, fieldsOf(record)),
        deletedAt: record.deletedAt ?? '',
        by: record.updatedBy,
        waits: undecided.has(record.id),
      }));
    const all = [...listed('people', people.filter(({ id }) => survivorOf(id) === id)), ...listed('institutions', institutions), ...listed('gatherings', gatherings), ...listed('sheets', sheets), ...listed('office', office)];
    return all.sort((one, other) => (one.deletedAt < other.deletedAt ? 1 : one.deletedAt > other.deletedAt ? -1 : one.id < other.id ? -1 : 1));
  }, [people, institutions, gatherings, sheets, office, reviews, titleOf, survivorOf]);
}

function fieldsOf(record: RecordBase): Readonly<Record<string, unknown>> {
  return record;
}

/** Those whose title has all the words that are sought; accents, case and order do not matter. */
export function soughtInBin(all: readonly BinnedRecord[], query: string): readonly BinnedRecord[] {
  const sought = searchTokens(query);
  if (sought.length === 0) return all;
  return all.filter(({ title }) => {
    const tokens = searchTokens(title);
    return sought.every((word) => tokens.some((token) => token.startsWith(word)));
  });
}

/** The moment, told anew each minute, for what counts days. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
