import { useCallback, useSyncExternalStore } from 'react';
import { useProblemSentence } from '../ui/use-problem-sentence.ts';
import { useUndoStack } from './chapter.tsx';
import { useWords } from './language.tsx';
import { useNotices } from './notices.tsx';
import type { UndoStep } from './undo-stack.ts';

/** The step that would be taken back, and the way to do it; says what was undone, or why it was not. */
export function useUndo(): { readonly last: UndoStep | undefined; readonly undo: () => Promise<void> } {
  const t = useWords('shell');
  const stack = useUndoStack();
  const { tell } = useNotices();
  const sentence = useProblemSentence();
  const last = useSyncExternalStore(stack.subscribe, stack.last);
  const undo = useCallback(async () => {
    try {
      const done = await stack.undo();
      if (done === null) return;
      const { label } = done.step;
      if (done.outcome === 'undone') tell('good', t('undo.done', { label }));
      else tell('careful', t('undo.changedSince', { label }));
    } catch (problem) {
      tell('wrong', sentence(problem));
    }
  }, [stack, tell, t, sentence]);
  return { last, undo };
}
