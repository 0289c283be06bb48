import { useCallback } from 'react';
import { hostTroubleCode } from '../../../shared/host.ts';
import { isStorageFull } from '../../../shared/store/pouch.ts';
import { StickProblem } from '../../../shared/sync/bundle/stick-problem.ts';
import { useHostSentence } from '../../app/host-trouble.ts';
import { useWords } from '../../app/language.tsx';

/** The sentence for what went wrong with a stick: what happened, what it means for the work, what to do. */
export function useStickSentence(): (doing: 'saving' | 'reading', problem: unknown) => string {
  const t = useWords('stick');
  const ofHost = useHostSentence();
  return useCallback(
    (doing, problem) => {
      if (problem instanceof StickProblem) return t(`problem.${problem.code}`);
      if (doing === 'saving') return hostTroubleCode(problem) === 'ENOSPC' ? t('problem.stick-full') : (ofHost(problem) ?? t('problem.not-written'));
      return isStorageFull(problem) ? t('problem.this-pc-full') : (ofHost(problem) ?? t('problem.not-readable'));
    },
    [t, ofHost],
  );
}
