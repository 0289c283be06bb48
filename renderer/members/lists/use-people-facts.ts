import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Directory } from '../../../shared/names/directory.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useDirectory } from '../../app/directory.tsx';
import { PeopleFacts } from './people-facts.ts';

/** One index for each directory, and so for each open chapter; it goes with it. */
const indexes = new WeakMap<Directory, PeopleFacts>();

function factsOf(chapter: OpenedChapter, directory: Directory): PeopleFacts {
  const there = indexes.get(directory);
  if (there !== undefined) return there;
  const made = new PeopleFacts(chapter, directory.survivorOf);
  indexes.set(directory, made);
  return made;
}

/** The index of what lists ask beyond names, live. It is read when `wanted` first says so; `problem` says why it could not be. */
export function usePeopleFacts(wanted: boolean): { readonly facts: PeopleFacts; readonly version: number; readonly ready: boolean; readonly problem: unknown } {
  const facts = factsOf(useChapter(), useDirectory());
  const [problem, setProblem] = useState<unknown>(null);
  const version = useSyncExternalStore(facts.subscribe, facts.version);
  useEffect(() => {
    if (wanted) facts.read().catch(setProblem);
  }, [facts, wanted]);
  return { facts, version, ready: facts.isReady, problem };
}
