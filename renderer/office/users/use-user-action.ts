import { useState } from 'react';
import { UserProblem } from '../../../shared/store/users.ts';
import { useWords } from '../../app/language.tsx';
import { useProblemSentence } from '../../ui/use-problem-sentence.ts';

/** Something done to users that takes a moment, and the sentence for what went wrong. */
export interface UserAction {
  readonly working: boolean;
  readonly problem: string | null;
  run(action: () => Promise<void>): void;
}

/** Runs one change of users at a time; what went wrong stays until the next. */
export function useUserAction(): UserAction {
  const t = useWords('users');
  const sentence = useProblemSentence();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  return {
    working,
    problem: problem === null ? null : problem instanceof UserProblem ? t(`problem.${problem.code}`) : sentence(problem),
    run: (action) => {
      if (working) return;
      setWorking(true);
      setProblem(null);
      // The button's "one moment" must be painted before the passphrase is stretched, which holds the page for a while.
      void new Promise((resolve) => setTimeout(resolve, 30))
        .then(action)
        .catch(setProblem)
        .finally(() => setWorking(false));
    },
  };
}
