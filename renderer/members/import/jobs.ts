import { useCallback, useSyncExternalStore } from 'react';
import type { Chapter } from '../../../shared/store/chapter-types.ts';
import { useChapter } from '../../app/chapter.tsx';
import { ImportJob } from './import-job.ts';
import type { Intake } from './intake.ts';

/** The import of each open chapter, so that it goes on while people look at another screen. */
const jobs = new WeakMap<Chapter, ImportJob>();
const listeners = new Set<() => void>();

function put(chapter: Chapter, job: ImportJob | null): void {
  if (job === null) jobs.delete(chapter);
  else jobs.set(chapter, job);
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chapter's import on its way or just ended, the way to start one, and to put an ended one away. */
export function useImportJob(): { readonly job: ImportJob | null; readonly start: (intake: Intake) => void; readonly putAway: () => void } {
  const chapter = useChapter();
  const job = useSyncExternalStore(follow, () => jobs.get(chapter) ?? null);
  const start = useCallback(
    (intake: Intake) => {
      const started = new ImportJob(chapter, intake);
      put(chapter, started);
      void started.run();
    },
    [chapter],
  );
  const putAway = useCallback(() => put(chapter, null), [chapter]);
  return { job, start, putAway };
}
