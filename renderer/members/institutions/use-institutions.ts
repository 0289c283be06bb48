import { useMemo } from 'react';
import type { Institution } from '../../../shared/domain/institution.ts';
import { useLanguage } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';

/** The institutions of the chapter, in the order of their names. */
export interface Institutions {
  /** False until they have been read. */
  readonly ready: boolean;
  readonly all: readonly Institution[];
  readonly byId: ReadonlyMap<string, Institution>;
}

/** All institutions that are not in the bin, live. */
export function useInstitutions(): Institutions {
  const { lang } = useLanguage();
  const found = useLiveQuery('institutions');
  return useMemo(() => {
    const order = new Intl.Collator(lang);
    const all = [...(found ?? [])].sort((one, other) => order.compare(one.name, other.name));
    return { ready: found !== undefined, all, byId: new Map(all.map((institution) => [institution.id, institution])) };
  }, [found, lang]);
}
