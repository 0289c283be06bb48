import { useMemo } from 'react';
import type { Institution } from '../../../shared/domain/institution.ts';
import type { Cluster } from '../../../shared/domain/structure.ts';
import { inLanguage } from '../../../shared/words/bilingual.ts';
import { useLanguage } from '../../app/language.tsx';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useInstitutions } from '../../members/institutions/use-institutions.ts';

/** A cluster and the institutions that say they take part in it, by name. */
export interface ClusterAndMembers {
  readonly cluster: Cluster;
  readonly institutions: readonly Institution[];
}

/** The clusters by title, those without one last; undefined while they are read. */
export function useClusters(): readonly ClusterAndMembers[] | undefined {
  const { lang } = useLanguage();
  const found = useOfficeRecords('cluster');
  const { all, ready } = useInstitutions();
  return useMemo(() => {
    if (found === undefined || !ready) return undefined;
    const order = new Intl.Collator(lang);
    const title = ({ cluster }: ClusterAndMembers): string => inLanguage(cluster.title, lang);
    return found
      .map((cluster) => ({ cluster, institutions: all.filter((institution) => institution.cluster === cluster.id) }))
      .sort((one, other) => Number(title(one) === '') - Number(title(other) === '') || order.compare(title(one), title(other)) || (one.cluster.id < other.cluster.id ? -1 : 1));
  }, [found, all, ready, lang]);
}
