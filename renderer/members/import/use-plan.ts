import { useEffect, useState } from 'react';
import { planImport, type ImportPlan } from '../../../shared/import/plan.ts';
import { useDirectory } from '../../app/directory.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { useInstitutions } from '../institutions/use-institutions.ts';
import type { OpenedList } from './list-file.ts';

/** The plan of an import, or how much of it is made (a share from 0 to 1), or that it could not be made. */
export type Planning = { readonly plan: ImportPlan } | { readonly share: number } | { readonly failed: true };

/** Plans what an import of the list would do, beside the screen; leaving the step calls it off. */
export function usePlan({ list, columns }: OpenedList): Planning {
  const directory = useDirectory();
  const { all, ready } = useInstitutions();
  const settings = useLiveQuery('office', { selector: { kind: 'settings' } });
  const [planning, setPlanning] = useState<Planning>({ share: 0 });
  const known = ready && settings !== undefined;
  const first = settings?.[0];
  const areaCode = first?.kind === 'settings' ? first.areaCode : '';
  useEffect(() => {
    if (!known) return undefined;
    const calledOff = new AbortController();
    planImport({
      list,
      columns,
      known: directory.sorted(),
      institutions: all,
      areaCode,
      signal: calledOff.signal,
      onProgress: (share) => setPlanning({ share }),
    }).then(
      (plan) => setPlanning({ plan }),
      () => {
        if (!calledOff.signal.aborted) setPlanning({ failed: true });
      },
    );
    return () => calledOff.abort();
    // What arrives from elsewhere while people look at the plan does not make it anew under their eyes.
  }, [list, columns, known, areaCode, directory]);
  return planning;
}
