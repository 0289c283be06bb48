import type { Device } from '../domain/office.ts';
import type { Host } from '../host.ts';
import { restoreInto, type Progress, type Restored } from './backup.ts';
import { readBackup } from './backup-file.ts';
import type { Loss } from './canary.ts';
import { VAULT_PREFIX } from './chapter-access.ts';
import { OpeningProblem } from './chapter-types.ts';
import type { OpenedChapter } from './open-records.ts';
import { requireNotHere, unlockChapter, type OpeningPlace } from './opening.ts';
import { openPouch } from './pouch.ts';
import { openVault, readVault } from './vault.ts';
import { acceptCount, lossNow } from './watched-opening.ts';

/** Codes skipped on papers after a loss: those that this PC printed since the last that anybody else has heard of. */
const SKIPPED_CODES = 100;

/** A chapter that a backup has brought, and what the backup lacked. */
export interface BroughtBack extends Restored {
  readonly chapter: OpenedChapter;
}

/** The ways on from a loss, as the screens use them. */
export interface BringingBack {
  /** Merges a backup into an opened chapter that lost records. Throws as `restoreInto` and `readBackup` do. */
  fromBackup(chapter: OpenedChapter, bytes: Uint8Array, onProgress: Progress): Promise<Restored>;
  /** What is missing after all; null when the PC holds as much as it once did. */
  lossNow(chapter: OpenedChapter, before: Loss): Promise<Loss | null>;
  /** Goes on with what is here: from now on that is what this PC should hold. */
  accept(chapter: OpenedChapter): Promise<void>;
  /**
   * Opens a chapter from a backup with a passphrase of the day it was made. `replace`: also where this PC has the
   * chapter and its keys do not open it. Throws `wrong-passphrase`, `already-here`, and as `restoreInto` does.
   */
  chapterFrom(bytes: Uint8Array, passphrase: string, replace: boolean, onProgress: Progress): Promise<BroughtBack>;
}

/** The ways on from a loss on this PC. */
export function bringingBack(host: Host, place: OpeningPlace): BringingBack {
  return {
    fromBackup: async (chapter, bytes, onProgress) => {
      const restored = await restoreInto(chapter.pouch, chapter.id, await readBackup(bytes), onProgress);
      await chapter.settled();
      return restored;
    },
    lossNow,
    accept: async (chapter) => {
      await skipCodes(chapter);
      await acceptCount(host, chapter);
    },
    chapterFrom: (bytes, passphrase, replace, onProgress) => chapterFrom(host, place, bytes, passphrase, replace, onProgress),
  };
}

async function chapterFrom(host: Host, place: OpeningPlace, bytes: Uint8Array, passphrase: string, replace: boolean, onProgress: Progress): Promise<BroughtBack> {
  const file = await readBackup(bytes);
  if (!file.about) throw new OpeningProblem('damaged-backup');
  const { chapter, vault } = file.about;
  if (!replace) await requireNotHere(host, chapter);
  // A passphrase that does not open it must not leave half a chapter behind.
  const { ring } = await openVault(readVault(vault), passphrase);
  ring.forget();
  const database = `chapter-${chapter}`;
  const pouch = openPouch(database, place.adapter, place.prefix);
  const restored = await restoreInto(pouch, chapter, file, onProgress).finally(() => pouch.close());
  await host.keep.write(VAULT_PREFIX + chapter, vault);
  const opened = await unlockChapter(host, place, database, passphrase, true);
  await skipCodes(opened);
  await acceptCount(host, opened);
  return { ...restored, chapter: opened };
}

async function skipCodes(chapter: OpenedChapter): Promise<void> {
  const device = await chapter.collections.office.findOne(chapter.device).exec();
  if (!device) return;
  await chapter.change('office', chapter.device, (now) => ({ codesGiven: (now as Device).codesGiven + SKIPPED_CODES }));
}
