import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { Directory } from '../../shared/names/directory.ts';
import { useChapter } from './chapter.tsx';
import { followDirectory } from './follow-directory.ts';
import { Loading } from './Loading.tsx';

const DirectoryContext = createContext<Directory | null>(null);

/**
 * Keeps one directory of names for the opened chapter. The screens wait until everybody is in it (a moment even for
 * 12,000 people), so that none of them says "nobody yet" of a full chapter.
 */
export function DirectoryProvider({ children }: { children: ReactNode }) {
  const chapter = useChapter();
  const [directory] = useState(() => new Directory());
  const [filled, setFilled] = useState(false);
  useEffect(() => followDirectory(chapter, directory, () => setFilled(true)), [chapter, directory]);
  return <DirectoryContext value={directory}>{filled ? children : <Loading />}</DirectoryContext>;
}

/** The directory of names of the opened chapter, kept up to date; it tells its changes through `subscribe` and `version`. */
export function useDirectory(): Directory {
  const directory = use(DirectoryContext);
  if (directory === null) throw new Error('useDirectory outside of DirectoryProvider');
  return directory;
}
