import { useMemo } from 'react';
import { words } from '../../../shared/words/translate.ts';
import { useChapter, useUndoStack } from '../../app/chapter.tsx';

/** The ways of a person into the bin and out of it, with every record that stands for them (ADR 20); one step to take back. */
export function useBinPerson(ids: readonly string[]): { readonly put: (undoLabel: string) => Promise<void>; readonly takeOut: (undoLabel: string) => Promise<void> } {
  const chapter = useChapter();
  const undo = useUndoStack();
  return useMemo(() => {
    const write = async (deletedAt: string | undefined, label: string): Promise<void> => {
      const at = new Date().toISOString();
      await chapter.changeMany('people', ids, { deletedAt });
      undo.push({
        label,
        about: { name: 'people', id: ids[0] ?? '', kind: deletedAt === undefined ? 'restored' : 'binned', field: 'deletedAt', lang: words.language },
        undo: async () => {
          await chapter.changeMany('people', ids, { deletedAt: deletedAt === undefined ? at : undefined });
          return 'undone';
        },
      });
    };
    return { put: (label) => write(new Date().toISOString(), label), takeOut: (label) => write(undefined, label) };
  }, [chapter, undo, ids]);
}
