import { useEffect } from 'react';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useSyncSession } from './session-here.ts';

/** A connected office exchanges by itself this often. */
const EVERY_MS = 5 * 60_000;
/** After something was saved: long enough that a person who is typing is done. */
const QUIET_MS = 20_000;
const RECOUNT_MS = 400;

/** Counts what waits whenever something changes, and exchanges in the background while a peer is set. */
export function useBackgroundExchange(): void {
  const chapter = useChapter();
  const host = useHost();
  const session = useSyncSession();
  useEffect(() => {
    let recounting: ReturnType<typeof setTimeout> | undefined;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const exchange = async (): Promise<void> => {
      if (await host.sync.peer(chapter.database)) await session.exchange();
    };
    const soon = (): void => {
      void exchange().catch(() => undefined);
    };
    const onChange = (): void => {
      clearTimeout(recounting);
      recounting = setTimeout(() => {
        if (session.status.value.activity === 'resting') session.recount().catch(() => undefined);
      }, RECOUNT_MS);
      if (session.status.value.activity !== 'resting') return;
      clearTimeout(quiet);
      quiet = setTimeout(soon, QUIET_MS);
    };
    const watching = chapter.pouch.changes({ live: true, since: 'now' }).on('change', onChange);
    const regularly = setInterval(soon, EVERY_MS);
    window.addEventListener('online', soon);
    session.recount().catch(() => undefined);
    return () => {
      watching.cancel();
      clearTimeout(recounting);
      clearTimeout(quiet);
      clearInterval(regularly);
      window.removeEventListener('online', soon);
      void session.cancel();
    };
  }, [chapter, host, session]);
}
