import type { Device } from '../../../shared/domain/office.ts';
import type { ChapterProof, Host } from '../../../shared/host.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { proofKeyOf } from '../../../shared/sync/neighbour-proof.ts';

/** After an office record changed: keys that come with it are in the ring by then. */
const AFTER_MS = 1500;
/** Whatever was missed is noticed by then. */
const EVERY_MS = 5 * 60_000;

/** What the machine may know of this chapter, to find and to let in its other PCs; null when it is locked by now. */
export async function chapterProof(chapter: OpenedChapter): Promise<ChapterProof | null> {
  const key = await proofKeyOf(chapter.ring, chapter.id);
  if (key === null) return null;
  const found = await chapter.collections.office.find({ selector: { kind: 'device' } }).exec();
  const devices = found.map((record) => record.toMutableJSON()).filter((record): record is Device => record.kind === 'device');
  const removed = devices.filter((device) => device.removed === true).map(({ id }) => id).sort();
  const name = devices.find((device) => device.id === chapter.device)?.name ?? '';
  return { database: chapter.database, key, device: chapter.device, removed, name };
}

/** Tells the machine now, and again whenever a key, a PC or this PC's name changes. The answer ends it. */
export function keepKnown(chapter: OpenedChapter, host: Host): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined;
  const tell = async (): Promise<void> => {
    const proof = await chapterProof(chapter);
    if (proof !== null) await host.sharing.know(proof);
  };
  // A host that is gone says so elsewhere.
  const now = (): void => void tell().catch(() => undefined);
  const watching = chapter.collections.office.$.subscribe(() => {
    clearTimeout(soon);
    soon = setTimeout(now, AFTER_MS);
  });
  const regularly = setInterval(now, EVERY_MS);
  now();
  return () => {
    watching.unsubscribe();
    clearTimeout(soon);
    clearInterval(regularly);
  };
}

/**
 * Connects with every PC of the chapter that announces itself: for one that has just joined by the network, where the
 * words were proof enough. Resolves with how many there are.
 */
export async function connectAllNearby(chapter: OpenedChapter, host: Host): Promise<number> {
  const proof = await chapterProof(chapter);
  if (proof === null) return 0;
  await host.sharing.know(proof);
  const found = await host.sharing.nearby(chapter.database);
  const answers = await Promise.all(found.map(({ address }) => host.sharing.connect(chapter.database, address)));
  return answers.filter(({ ok }) => ok).length;
}
