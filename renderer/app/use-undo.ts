import { useCallback, useSyncExternalStore } from 'react';
import { useUndoLabel } from '../history/undo-label.ts';
import { useProblemSentence } from '../ui/use-problem-sentence.ts';
import { useUndoStack } from './chapter.tsx';
import { useWords } from './language.tsx';
import { useNotices } from './notices.tsx';

/**
 * What would be taken back, in words of the screen's language (null when nothing), and the way to do it; says what was
 * undone, or why it was not.
 */
export function useUndo(): { readonly label: string | null; readonly undo: () => Promise<void> } {
  const t = useWords('shell');
  const stack = useUndoStack();
  const { tell } = useNotices();
  const sentence = useProblemSentence();
  const last = useSyncExternalStore(stack.subscribe, stack.last);
  const label = useUndoLabel(last);
  const undo = useCallback(async () => {
    try {
      const done = await stack.undo();
      if (done === null) return;
      if (done.outcome === 'undone') tell('good', t('undo.done', { label }));
      else tell('careful', t('undo.changedSince', { label }));
    } catch (problem) {
      tell('wrong', sentence(problem));
    }
  }, [stack, tell, t, sentence, label]);
  return { label: last === undefined ? null : label, undo };
}
