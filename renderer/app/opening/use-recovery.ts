import { useEffect, useRef, useState } from 'react';
import type { Restored } from '../../../shared/store/backup.ts';
import type { BringingBack } from '../../../shared/store/bring-back.ts';
import type { Loss } from '../../../shared/store/loss.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { mainPeer, type SyncProblem } from '../../../shared/sync/status.ts';
import type { SyncSession } from '../../../shared/sync/session.ts';
import { useHost } from '../host.tsx';
import { BACKUP_ENDING, BACKUP_LIMIT } from './backup-ending.ts';

/** A chapter that lost records, and how to open what is left of it. */
export interface LostChapter {
  readonly database: string;
  readonly loss: Loss;
  open(): Promise<OpenedChapter>;
}

/** What is being done, with how far it is. */
export type RecoveryWork =
  | { readonly way: 'peer'; readonly received: number }
  | { readonly way: 'backup'; readonly share: number }
  | { readonly way: 'open' };

/** How the last way ended, when it did not end at the chapter's home. */
export type RecoveryEnd =
  | { readonly kind: 'still-missing'; readonly count: number; readonly unreadable: number }
  | { readonly kind: 'peer'; readonly problem: SyncProblem }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'problem'; readonly problem: unknown };

/** The ways on from a loss: one at a time, and each ends at the chapter's home or with what to do next. */
export interface Recovery {
  readonly loss: Loss;
  readonly work: RecoveryWork | null;
  readonly end: RecoveryEnd | null;
  readonly fromPeer: () => void;
  readonly fromBackup: () => void;
  /** Opens with what is here. */
  readonly keep: () => void;
  /** Ends receiving; what came back stays. */
  readonly stop: () => void;
}

/** `onDone` gets the chapter that holds what it should, or what somebody decided to go on with. */
export function useRecovery(lost: LostChapter, bringing: () => Promise<BringingBack>, onDone: (chapter: OpenedChapter) => Promise<void>): Recovery {
  const host = useHost();
  const [loss, setLoss] = useState(lost.loss);
  const [work, setWork] = useState<RecoveryWork | null>(null);
  const [end, setEnd] = useState<RecoveryEnd | null>(null);
  const opening = useRef<Promise<OpenedChapter> | null>(null);
  const session = useRef<SyncSession | null>(null);
  const stopped = useRef(false);
  useEffect(() => {
    const [open, running] = [opening, session];
    // Whoever goes back leaves the chapter as it is; one that was handed on is not here any more.
    return () => {
      const [chapter, receiving] = [open.current, running.current];
      void Promise.resolve(receiving?.cancel()).then(() => chapter?.then((one) => one.close()).catch(() => undefined));
    };
  }, []);

  const opened = (): Promise<OpenedChapter> => {
    opening.current ??= lost.open().catch((problem: unknown) => {
      opening.current = null;
      throw problem;
    });
    return opening.current;
  };
  const begin = (first: RecoveryWork, way: (chapter: OpenedChapter, ways: BringingBack) => Promise<void>): void => {
    setWork(first);
    setEnd(null);
    stopped.current = false;
    Promise.all([opened(), bringing()])
      .then(([chapter, ways]) => way(chapter, ways))
      .catch((problem: unknown) => setEnd({ kind: 'problem', problem }))
      .finally(() => setWork(null));
  };
  const finish = async (chapter: OpenedChapter, ways: BringingBack): Promise<void> => {
    setWork({ way: 'open' });
    await ways.accept(chapter);
    opening.current = null;
    await onDone(chapter);
  };
  const finishIfWhole = async (chapter: OpenedChapter, ways: BringingBack, unreadable = 0): Promise<void> => {
    const left = await ways.lossNow(chapter, lost.loss);
    if (left === null && unreadable === 0) return finish(chapter, ways);
    if (left !== null) setLoss(left);
    setEnd({ kind: 'still-missing', count: left === null ? 0 : Math.max(0, (left.held ?? 0) - left.here), unreadable });
  };

  const receive = async (chapter: OpenedChapter, ways: BringingBack): Promise<void> => {
    const { SyncSession } = await import('../../../shared/sync/session.ts');
    const here = new SyncSession(chapter, host.sync, { origin: window.location.origin, fetch: window.fetch.bind(window) });
    session.current = here;
    const following = here.status.subscribe(({ received, activity }) => {
      if (activity !== 'resting') setWork({ way: 'peer', received });
    });
    const status = await here.exchangeEverything(undefined, { once: true }).finally(() => {
      following.unsubscribe();
      session.current = null;
    });
    await chapter.settled();
    const left = await ways.lossNow(chapter, lost.loss);
    if (left !== null) setLoss(left);
    if (stopped.current) return setEnd({ kind: 'stopped' });
    const problem = mainPeer(status)?.problem ?? null;
    if (problem !== null) return setEnd({ kind: 'peer', problem });
    await finishIfWhole(chapter, ways);
  };

  return {
    loss,
    work,
    end,
    fromPeer: () => begin({ way: 'peer', received: 0 }, receive),
    fromBackup: () => {
      const choosing = host.files.choose(BACKUP_ENDING, BACKUP_LIMIT);
      choosing.then(
        (file) => {
          if (file === null) return;
          begin({ way: 'backup', share: 0 }, async (chapter, ways) => {
            const restored: Restored = await ways.fromBackup(chapter, file.bytes, (share) => setWork({ way: 'backup', share }));
            await finishIfWhole(chapter, ways, restored.missing);
          });
        },
        (problem: unknown) => setEnd({ kind: 'problem', problem }),
      );
    },
    keep: () => begin({ way: 'open' }, finish),
    stop: () => {
      stopped.current = true;
      void session.current?.cancel();
    },
  };
}
