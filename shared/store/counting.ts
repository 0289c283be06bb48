import { noteCount } from './canary.ts';
import type { Host } from '../host.ts';
import type { OpenedChapter } from './open-records.ts';
import { copyVault } from './vault-copy.ts';
import { onWrites } from './write-notices.ts';

/** Milliseconds after a write until the count is noted; writes in between are noted with it. */
const NOTE_AFTER = 20_000;

/**
 * Keeps the note of how much this PC holds up to date while the chapter is open: some seconds after a write, and when
 * the chapter is closed. A crash in between leaves an older note, which asks for less than is there.
 */
export function keepCounting(host: Pick<Host, 'keep' | 'sync'>, chapter: OpenedChapter): void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let noting: Promise<void> = Promise.resolve();
  const note = (): Promise<void> => {
    waiting = null;
    // A note that cannot be written now is written after the next write, and refuses nothing.
    noting = noting
      .then(() => copyVault(host.keep, chapter.id, chapter.pouch))
      .then(() => noteCount(host, chapter.id, chapter.pouch))
      .catch(() => undefined);
    return noting;
  };
  const end = onWrites(chapter.pouch, () => {
    waiting ??= setTimeout(() => void note(), NOTE_AFTER);
  });
  chapter.beforeClose(async () => {
    end();
    if (waiting) clearTimeout(waiting);
    await note();
  });
}
