import { useMemo } from 'react';
import type { Institution } from '../../../shared/domain/institution.ts';
import { useLiveQuery } from '../../app/records.ts';

/** Names stand in one order in both languages: the Spanish one, where ñ is a letter of its own (domain §6.4). */
const ORDER = new Intl.Collator('es');

/** The institutions of the chapter, in the order of their names. */
export interface Institutions {
  /** False until they have been read. */
  readonly ready: boolean;
  readonly all: readonly Institution[];
  readonly byId: ReadonlyMap<string, Institution>;
}

/** All institutions that are not in the bin, live. */
export function useInstitutions(): Institutions {
  const found = useLiveQuery('institutions');
  return useMemo(() => {
    const all = [...(found ?? [])].sort((one, other) => ORDER.compare(one.name, other.name));
    return { ready: found !== undefined, all, byId: new Map(all.map((institution) => [institution.id, institution])) };
  }, [found]);
}
