import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Directory } from '../../shared/names/directory.ts';
import { useChapter } from './chapter.tsx';
import { followDirectory } from './follow-directory.ts';
import { followNicknames } from './follow-nicknames.ts';
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
  useEffect(() => followNicknames(chapter, directory), [chapter, directory]);
  return <DirectoryContext value={directory}>{filled ? children : <Loading />}</DirectoryContext>;
}

/** The directory of names of the opened chapter, kept up to date; it tells its changes through `subscribe` and `version`. */
export function useDirectory(): Directory {
  const directory = use(DirectoryContext);
  if (directory === null) throw new Error('useDirectory outside of DirectoryProvider');
  return directory;
}

/** Grows when other records than before are one person. */
function useMerges(directory: Directory): number {
  return useSyncExternalStore(directory.subscribe, () => directory.merges);
}

/**
 * The id of the person that an id in a record stands for (ADR 20). Another function whenever other records than before
 * are one person, so that what is counted with it is counted anew.
 */
export function useSurvivorOf(): (id: string) => string {
  const directory = useDirectory();
  const merges = useMerges(directory);
  return useMemo(() => {
    void merges;
    return (id: string) => directory.survivorOf(id);
  }, [directory, merges]);
}

/** All ids that stand for a person, the person's own first: records that name people may say any of them (ADR 20). */
export function usePersonIds(id: string): readonly string[] {
  const directory = useDirectory();
  const merges = useMerges(directory);
  return useMemo(() => {
    void merges;
    return directory.idsOf(id);
  }, [directory, merges, id]);
}
