import { useEffect } from 'react';
import { onWrites } from '../../shared/store/write-notices.ts';
import { mainPeer } from '../../shared/sync/status.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useSyncSession } from './session-here.ts';

/** A connected office exchanges by itself this often. */
const EVERY_MS = 5 * 60_000;
/** After something was saved: long enough that a person who is typing is done. */
const QUIET_MS = 20_000;

/** Counts what waits whenever something changes, and exchanges in the background while a peer is set. */
export function useBackgroundExchange(): void {
  const chapter = useChapter();
  const host = useHost();
  const session = useSyncSession();
  useEffect(() => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const exchange = async (): Promise<void> => {
      // An exchange that pauses goes on by itself, and when the peer asked for.
      if (session.status.value.activity !== 'resting' || (await host.sync.peers(chapter.database)).length === 0) return;
      const main = mainPeer(await session.exchange());
      // Somebody went on typing meanwhile.
      if (main !== null && main.problem === null && main.guard === null && main.waiting > main.denied.length) afterQuiet();
    };
    const afterQuiet = (): void => {
      clearTimeout(quiet);
      quiet = setTimeout(soon, QUIET_MS);
    };
    const soon = (): void => {
      void exchange().catch(() => undefined);
    };
    const endWatching = onWrites(chapter.pouch, ({ changes, received }) => {
      if (received) return;
      session.noteChanges(changes.map(({ id }) => id));
      if (session.status.value.activity === 'resting') afterQuiet();
    });
    const regularly = setInterval(soon, EVERY_MS);
    const online = (): void => {
      session.hurry();
      soon();
    };
    window.addEventListener('online', online);
    session.recount().catch(() => undefined);
    return () => {
      endWatching();
      clearTimeout(quiet);
      clearInterval(regularly);
      window.removeEventListener('online', online);
      void session.cancel();
    };
  }, [chapter, host, session]);
}
