import { useMemo } from 'react';
import type { StatusChange } from '../../../shared/domain/institution-changes.ts';
import { standingOf, type Standing } from '../../../shared/domain/institution-states.ts';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useInstitutions } from './use-institutions.ts';

/** Where every institution of the chapter stands, by its id, live; empty until it has been read. */
export function useStandings(): ReadonlyMap<string, Standing> {
  const { all } = useInstitutions();
  const changes = useOfficeRecords('status');
  return useMemo(() => {
    if (changes === undefined) return new Map();
    const of = new Map<string, StatusChange[]>();
    for (const change of changes) of.set(change.institution, [...(of.get(change.institution) ?? []), change]);
    return new Map(all.map((institution) => [institution.id, standingOf(institution, of.get(institution.id) ?? [])]));
  }, [all, changes]);
}
