import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { UndoStack } from './undo-stack.ts';

interface ChapterHere {
  readonly chapter: OpenedChapter;
  readonly undo: UndoStack;
}

const ChapterContext = createContext<ChapterHere | null>(null);

/** Gives the opened chapter to the screens, with the steps that can be taken back. */
export function ChapterProvider({ chapter, children }: { chapter: OpenedChapter; children: ReactNode }) {
  const [undo] = useState(() => new UndoStack());
  const here = useMemo(() => ({ chapter, undo }), [chapter, undo]);
  return <ChapterContext value={here}>{children}</ChapterContext>;
}

function useChapterHere(): ChapterHere {
  const here = use(ChapterContext);
  if (here === null) throw new Error('no chapter is open here');
  return here;
}

/** The opened chapter. Throws outside of one: the lock screen knows no records. */
export function useChapter(): OpenedChapter {
  return useChapterHere().chapter;
}

/** The steps that can be taken back. */
export function useUndoStack(): UndoStack {
  return useChapterHere().undo;
}
