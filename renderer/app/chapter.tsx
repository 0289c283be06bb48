import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { Chapter } from '../../shared/store/chapter-types.ts';
import { UndoStack } from './undo-stack.ts';

interface OpenChapter {
  readonly chapter: Chapter;
  readonly undo: UndoStack;
}

const ChapterContext = createContext<OpenChapter | null>(null);

/** Gives the opened chapter to the screens, with the steps that can be taken back. */
export function ChapterProvider({ chapter, children }: { chapter: Chapter; children: ReactNode }) {
  const [undo] = useState(() => new UndoStack());
  const open = useMemo(() => ({ chapter, undo }), [chapter, undo]);
  return <ChapterContext value={open}>{children}</ChapterContext>;
}

function useOpenChapter(): OpenChapter {
  const open = use(ChapterContext);
  if (open === null) throw new Error('no chapter is open here');
  return open;
}

/** The opened chapter. Throws outside of one: the lock screen knows no records. */
export function useChapter(): Chapter {
  return useOpenChapter().chapter;
}

/** The steps that can be taken back. */
export function useUndoStack(): UndoStack {
  return useOpenChapter().undo;
}
