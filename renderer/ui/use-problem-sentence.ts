import { useCallback } from 'react';
import { StoreProblem } from '../../shared/store/chapter-types.ts';
import { useHostSentence } from '../app/host-trouble.ts';
import { useWords } from '../app/language.tsx';
import { UnreadableDate } from './unreadable-date.ts';

/**
 * The sentence for something that went wrong while writing: what happened, what it means for the work, what to do.
 * Anything that has no sentence of its own gets a general one; details never reach the screen.
 */
export function useProblemSentence(): (problem: unknown) => string {
  const t = useWords(['errors', 'common']);
  const ofHost = useHostSentence();
  return useCallback(
    (problem: unknown) => {
      if (problem instanceof StoreProblem) return t(`errors:store.${problem.code}`);
      if (problem instanceof UnreadableDate) return t('common:date.unreadable');
      return ofHost(problem) ?? t('common:problem.notSaved');
    },
    [t, ofHost],
  );
}
