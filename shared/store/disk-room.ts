const BLOCK = 4 * 1024 * 1024;
/** Blocks that opening a database may need: LevelDB first writes out what its log of up to some MB holds. */
const TO_OPEN = 4;
const PROBE = 'room';
/** A cache takes no address of Electron's own scheme. */
const ADDRESS = 'https://convoca.invalid/room';
/** What a browser without a cache answers; it says nothing of the disk. */
const NO_ANSWER = new Set(['SecurityError', 'NotSupportedError', 'NotAllowedError', 'TypeError']);

/**
 * Whether the disk of the browser's profile takes some blocks of 4 MB more, found out by writing and removing them.
 * A full disk must not be met by IndexedDB itself: Chromium may take what a write has left half done there for damage
 * and begin an empty database in its place, and every record of this PC would be gone. True where it cannot be found
 * out. The room is sought in a cache: sought in the page's private files, a full disk ends the whole browser.
 */
export async function hasRoom(blocks: number = TO_OPEN): Promise<boolean> {
  if (typeof caches === 'undefined') return true;
  try {
    const cache = await caches.open(PROBE);
    try {
      await cache.put(ADDRESS, new Response(new Blob(Array.from({ length: blocks }, () => block()))));
    } finally {
      // A cache that is deleted whole keeps its room for as long as this page lives.
      await cache.delete(ADDRESS).catch(() => false);
    }
    return true;
  } catch (problem) {
    return problem instanceof Error && NO_ANSWER.has(problem.name);
  }
}

let keptBlock: Blob | null = null;

/** Made once: the browser keeps it outside of this page and need not be given it again. */
function block(): Blob {
  keptBlock ??= new Blob([new Uint8Array(BLOCK)]);
  return keptBlock;
}

/** A look at the disk holds for so long, in ms, and for so many bytes of records. */
const HOLDS = 30_000;
const HOLDS_BYTES = 1024 * 1024;

let foundRoomAt = Number.NEGATIVE_INFINITY;

/** Whether the disk has room for an opening. A look that found room holds for half a minute: from the list of chapters to the passphrase. */
export async function hasRoomToOpen(): Promise<boolean> {
  if (Date.now() - foundRoomAt < HOLDS) return true;
  const room = await hasRoom();
  if (room) foundRoomAt = Date.now();
  return room;
}

let lookedAt = Number.NEGATIVE_INFINITY;
let writtenSince = 0;
let looking: Promise<boolean> | null = null;

/**
 * Whether so many bytes of records may be written. Looks at the disk anew every half minute and when much was written
 * since; while half of that is left the writing need not wait for it.
 */
export async function mayWrite(bytes: number): Promise<boolean> {
  writtenSince += bytes;
  const isOld = Date.now() - lookedAt >= HOLDS;
  if (!isOld && writtenSince < HOLDS_BYTES / 2) return true;
  looking ??= look().finally(() => (looking = null));
  if (!isOld && writtenSince < HOLDS_BYTES) return true;
  return looking;
}

async function look(): Promise<boolean> {
  const before = writtenSince;
  const room = await hasRoom(1);
  lookedAt = room ? Date.now() : Number.NEGATIVE_INFINITY;
  if (room) writtenSince -= before;
  return room;
}
