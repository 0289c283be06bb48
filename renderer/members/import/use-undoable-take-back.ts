import { useCallback } from 'react';
import { useChapter, useUndoStack } from '../../app/chapter.tsx';
import { useWords } from '../../app/language.tsx';
import { bringBackImport, type TakenBack } from './take-back.ts';

/** Remembers an import that was taken back, so that "Undo" brings exactly that back. */
export function useUndoableTakeBack(): (batch: string, taken: TakenBack) => void {
  const t = useWords('import');
  const chapter = useChapter();
  const undo = useUndoStack();
  return useCallback(
    (batch: string, taken: TakenBack) =>
      undo.push({
        label: t('screen.undoTakeBack'),
        undo: async () => {
          await bringBackImport(chapter, batch, taken);
          return 'undone';
        },
      }),
    [t, chapter, undo],
  );
}
