import type { Device } from '../domain/office.ts';
import type { Host } from '../host.ts';
import { restoreInto, type Progress, type Restored } from './backup.ts';
import { readBackup } from './backup-file.ts';
import { OpeningProblem, StoreProblem } from './chapter-types.ts';
import { RecordsMissing, type Loss } from './loss.ts';
import type { OpenedChapter } from './open-records.ts';
import { unlockChapter, type OpeningPlace } from './opening.ts';
import { openPouch } from './pouch.ts';
import { VAULT_PREFIX } from './vault-entry.ts';
import { openVault, readVault, type KeptVault } from './vault.ts';
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
   * Opens a chapter from a backup with a passphrase of the day it was made; where this PC has the chapter already, with
   * its passphrase here. Throws `wrong-passphrase`, `already-here` when the passphrase opens the backup only, and as
   * `restoreInto` does.
   */
  chapterFrom(bytes: Uint8Array, passphrase: string, onProgress: Progress): Promise<BroughtBack>;
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
    chapterFrom: (bytes, passphrase, onProgress) => chapterFrom(host, place, bytes, passphrase, onProgress),
  };
}

async function chapterFrom(host: Host, place: OpeningPlace, bytes: Uint8Array, passphrase: string, onProgress: Progress): Promise<BroughtBack> {
  const file = await readBackup(bytes);
  if (!file.about) throw new OpeningProblem('damaged-backup');
  const { chapter, vault } = file.about;
  const database = `chapter-${chapter}`;
  const kept = readableVault(await host.keep.read(VAULT_PREFIX + chapter));
  if (kept) {
    const { ring } = await openVault(kept, passphrase).catch((cause: unknown) => Promise.reject(new OpeningProblem('already-here', { cause })));
    ring.forget();
  } else {
    // A passphrase that does not open it must not leave half a chapter behind.
    const { ring } = await openVault(readVault(vault), passphrase);
    ring.forget();
  }
  const pouch = openPouch(database, place.adapter, place.prefix);
  const restored = await restoreInto(pouch, chapter, file, onProgress).finally(() => pouch.close());
  if (!kept) await host.keep.write(VAULT_PREFIX + chapter, vault);
  else await keysMustOpen(host, place, database, passphrase, vault);
  const opened = await unlockChapter(host, place, database, passphrase, true);
  await skipCodes(opened);
  await acceptCount(host, opened);
  return { ...restored, chapter: opened };
}

/** Takes the backup's vault where this PC's own keys open none of the records. */
async function keysMustOpen(host: Host, place: OpeningPlace, database: string, passphrase: string, vault: string): Promise<void> {
  const opened = await unlockChapter(host, place, database, passphrase).catch((problem: unknown) => {
    if (problem instanceof StoreProblem && problem.code === 'wrong-key') return null;
    if (problem instanceof RecordsMissing) return undefined;
    throw problem;
  });
  if (opened === null) await host.keep.write(VAULT_PREFIX + database.slice('chapter-'.length), vault);
  await opened?.close();
}

function readableVault(text: string | null): KeptVault | null {
  try {
    return text === null ? null : readVault(text);
  } catch (problem) {
    if (problem instanceof StoreProblem && problem.code === 'newer-schema') throw problem;
    return null;
  }
}

async function skipCodes(chapter: OpenedChapter): Promise<void> {
  const device = await chapter.collections.office.findOne(chapter.device).exec();
  if (!device) return;
  await chapter.change('office', chapter.device, (now) => ({ codesGiven: (now as Device).codesGiven + SKIPPED_CODES }));
}
