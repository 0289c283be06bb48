import type { Host } from '../../shared/host.ts';
import type { BringingBack } from '../../shared/store/bring-back.ts';
import type { ChapterJoin, ChapterListing, ChapterStart } from '../../shared/store/chapter-types.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import type { Card } from '../../shared/store/vault-entry.ts';
import type * as StoreOpening from '../../shared/store/opening.ts';

/** The ways to open a chapter on this PC, as the opening screens use them. */
export interface Opening {
  list(): Promise<readonly ChapterListing[]>;
  start(start: ChapterStart): Promise<OpenedChapter>;
  /** `acceptMissing` opens a chapter whose records the browser has lost, to be filled again from a peer. */
  unlock(database: string, passphrase: string, acceptMissing?: boolean): Promise<OpenedChapter>;
  join(join: ChapterJoin): Promise<OpenedChapter>;
  /** The administrators whose passphrase a recovery sheet can replace; `words` as they were typed. */
  administratorsOnSheet(database: string, words: string): Promise<readonly Card[]>;
  /** Opens with a recovery sheet, for one of them or for a new administrator, who has a new passphrase from then on. */
  openWithSheet(
    database: string,
    words: string,
    who: { readonly administrator: string } | { readonly name: string },
    passphrase: string,
    acceptMissing?: boolean,
  ): Promise<OpenedChapter>;
  /** The ways on when records are missing, or when a chapter comes from a backup. */
  readonly bringingBack: () => Promise<BringingBack>;
}

/** The store with PouchDB's idb adapter; loaded when first needed, so that the first paint does not wait for it. */
async function store(): Promise<typeof StoreOpening> {
  const [opening, pouch, idb] = await Promise.all([
    import('../../shared/store/opening.ts'),
    import('pouchdb-core'),
    import('pouchdb-adapter-idb'),
  ]);
  pouch.default.plugin(idb.default);
  // Otherwise a browser that runs out of room may throw the whole chapter away (anchors A7).
  void navigator.storage?.persist?.().catch(() => false);
  return opening;
}

/** The real opening on this PC. `onFailure` hears what goes wrong later, when no screen waits for it. */
export function openingOn(host: Host, onFailure: (problem: unknown) => void): Opening {
  const place = { adapter: 'idb', onFailure };
  return {
    list: async () => {
      const [{ listChapters, prepareOpening }, { bringVaultsBack }] = await Promise.all([store(), import('../../shared/store/vault-copy.ts')]);
      await bringVaultsBack(host.keep, place);
      const chapters = await listChapters(host);
      if (chapters.length > 0) void prepareOpening(place).catch(onFailure);
      return chapters;
    },
    start: async (start) => (await store()).startChapter(host, place, start),
    unlock: async (database, passphrase, acceptMissing) => {
      const [{ unlockChapter }, { withCopiedVault }] = await Promise.all([store(), import('../../shared/store/vault-copy.ts')]);
      return withCopiedVault(host.keep, place, database, () => unlockChapter(host, place, database, passphrase, acceptMissing));
    },
    join: async (join) => (await store()).joinChapter(host, place, join),
    administratorsOnSheet: async (database, words) => (await store()).administratorsOnSheet(host, database, words),
    openWithSheet: async (database, words, who, passphrase, acceptMissing) =>
      (await store()).openWithSheet(host, place, database, words, who, passphrase, acceptMissing),
    bringingBack: async () => {
      const [{ bringingBack }] = await Promise.all([import('../../shared/store/bring-back.ts'), store()]);
      return bringingBack(host, place);
    },
  };
}
