import { useEffect } from 'react';
import { StoreProblem } from '../../shared/store/chapter-types.ts';
import { useProblemSentence } from '../ui/use-problem-sentence.ts';
import { useHostSentence } from './host-trouble.ts';
import { useWords } from './language.tsx';
import { useNotices } from './notices.tsx';

const unexpected = new EventTarget();

/** Something went wrong where no screen waits for an answer; people get a sentence without detail. */
export function tellUnexpected(problem: unknown): void {
  unexpected.dispatchEvent(new CustomEvent('problem', { detail: problem }));
}

/** Turns what nobody caught into a sentence: the store's or the host's own where it has one, else a general one. */
export function UnexpectedNotice() {
  const t = useWords('shell');
  const { tell } = useNotices();
  const sentence = useProblemSentence();
  const ofHost = useHostSentence();
  useEffect(() => {
    const show = (problem: unknown): void => {
      tell('wrong', problem instanceof StoreProblem ? sentence(problem) : (ofHost(problem) ?? t('failure.unexpected')));
    };
    const onRejection = (event: PromiseRejectionEvent): void => show(event.reason);
    const onProblem = (event: Event): void => show((event as CustomEvent<unknown>).detail);
    window.addEventListener('unhandledrejection', onRejection);
    unexpected.addEventListener('problem', onProblem);
    return () => {
      window.removeEventListener('unhandledrejection', onRejection);
      unexpected.removeEventListener('problem', onProblem);
    };
  }, [t, tell, sentence, ofHost]);
  return null;
}
