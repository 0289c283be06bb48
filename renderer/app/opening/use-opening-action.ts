import { useCallback, useState } from 'react';
import { OpeningProblem, StoreProblem } from '../../../shared/store/chapter-types.ts';
import { isHostGone, isLockedOut } from '../../../shared/host.ts';
import { NothingOffered } from '../../sync/neighbours/nothing-offered.ts';
import { useWords } from '../language.tsx';
import { ChapterInUse } from './in-use.ts';

/** Something that opens a chapter and takes a moment. */
export interface OpeningAction {
  readonly working: boolean;
  readonly problem: unknown;
  run(action: () => Promise<void>): void;
}

/** Runs one opening at a time, and keeps what went wrong until the next try. */
export function useOpeningAction(): OpeningAction {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = useCallback((action: () => Promise<void>) => {
    setWorking(true);
    setProblem(null);
    action()
      .catch(setProblem)
      .finally(() => setWorking(false));
  }, []);
  return { working, problem, run };
}

/** The sentence for a chapter that did not open: what happened, that nothing is lost, what to do next. */
export function useOpeningSentence(): (problem: unknown) => string {
  const t = useWords(['opening', 'errors', 'shell', 'neighbours']);
  return (problem) => {
    if (problem instanceof NothingOffered) return t('neighbours:join.noOffer');
    if (problem instanceof ChapterInUse) return t('opening:inUse.text');
    if (problem instanceof OpeningProblem || problem instanceof StoreProblem) return t(`opening:problem.${problem.code}`);
    if (isLockedOut(problem)) return t('errors:host.lockedOut');
    return isHostGone(problem) ? t('shell:failure.noHost') : t('opening:problem.unknown');
  };
}
