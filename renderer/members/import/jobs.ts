import { useCallback, useSyncExternalStore } from 'react';
import type { ImportPlan } from '../../../shared/import/plan.ts';
import type { Chapter } from '../../../shared/store/chapter-types.ts';
import { useChapter } from '../../app/chapter.tsx';
import { ImportJob } from './import-job.ts';
import { intakeOf } from './intake.ts';

/** An import that was started, with the rows it left out. */
export interface StartedImport {
  readonly job: ImportJob;
  readonly problems: ImportPlan['problems'];
  readonly headings: readonly string[] | null;
}

/** The import of each open chapter, so that it goes on while people look at another screen. */
const started = new WeakMap<Chapter, StartedImport>();
const listeners = new Set<() => void>();

function put(chapter: Chapter, one: StartedImport | null): void {
  if (one === null) started.delete(chapter);
  else started.set(chapter, one);
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chapter's import on its way or just ended, the way to start one, and to put an ended one away. */
export function useStartedImport(): {
  readonly current: StartedImport | null;
  readonly start: (plan: ImportPlan, joined: ReadonlyMap<number, string>, headings: readonly string[] | null) => void;
  readonly putAway: () => void;
} {
  const chapter = useChapter();
  const current = useSyncExternalStore(follow, () => started.get(chapter) ?? null);
  const start = useCallback(
    (plan: ImportPlan, joined: ReadonlyMap<number, string>, headings: readonly string[] | null) => {
      const job = new ImportJob(chapter, intakeOf(plan, joined));
      put(chapter, { job, problems: plan.problems, headings });
      void job.run();
    },
    [chapter],
  );
  const putAway = useCallback(() => put(chapter, null), [chapter]);
  return { current, start, putAway };
}
