import { useMemo } from 'react';
import type { CycleFacts } from '../../../shared/reports/cycle-figures.ts';
import { todayHere } from '../../../shared/words/date.ts';
import { useSurvivorOf } from '../../app/directory.tsx';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useLiveQuery } from '../../app/records.ts';

/** What the goals are counted from, live; undefined until all of it has been read. */
export function useCycleFacts(): CycleFacts | undefined {
  const meetings = useLiveQuery('gatherings');
  const sheets = useLiveQuery('sheets');
  const institutions = useLiveQuery('institutions');
  const statusChanges = useOfficeRecords('status');
  const records = useLiveQuery('people');
  const payments = useLiveQuery('money');
  const survivorOf = useSurvivorOf();
  return useMemo(() => {
    if (!meetings || !sheets || !institutions || !statusChanges || !records || !payments) return undefined;
    const people = records.map(({ id, createdAt }) => ({ id, writtenOn: createdAt === undefined ? undefined : todayHere(new Date(createdAt)) }));
    return { meetings, sheets, institutions, statusChanges, people, payments, survivorOf, today: todayHere() };
  }, [meetings, sheets, institutions, statusChanges, records, payments, survivorOf]);
}
