import { useCallback } from 'react';
import { isHostGone, isLockedOut } from '../../shared/host.ts';
import { useWords } from './language.tsx';

/** The sentence for a host that was ended or started again under this page; null for every other problem. */
export function useHostSentence(): (problem: unknown) => string | null {
  const t = useWords('errors');
  return useCallback(
    (problem: unknown) => {
      if (isLockedOut(problem)) return t('host.lockedOut');
      return isHostGone(problem) ? t('host.gone') : null;
    },
    [t],
  );
}
