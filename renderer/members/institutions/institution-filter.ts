import type { Institution } from '../../../shared/domain/institution.ts';
import type { Standing } from '../../../shared/domain/institution-states.ts';

/** What the list of institutions is narrowed to; empty texts narrow nothing. */
export interface InstitutionFilter {
  readonly typed: string;
  /** Code of `institution_type`. */
  readonly kind: string;
  /** Code of `institution_status`. */
  readonly status: string;
  /** Id of a cluster. */
  readonly cluster: string;
}

export const ALL_INSTITUTIONS: InstitutionFilter = { typed: '', kind: '', status: '', cluster: '' };

/** True for an institution of that kind, state and cluster; what was typed is looked for elsewhere. */
export function passesFilter({ kind, cluster }: Pick<Institution, 'kind' | 'cluster'>, standing: Standing | undefined, filter: InstitutionFilter): boolean {
  const passes = (wanted: string, is: string | undefined): boolean => wanted === '' || wanted === is;
  return passes(filter.kind, kind) && passes(filter.status, standing?.status) && passes(filter.cluster, cluster);
}
