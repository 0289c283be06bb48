import type { CollectionName } from './chapter-types.ts';
import { collectionOfId } from './families.ts';
import type { RecordPouch } from './pouch.ts';
import type { ChapterInstance } from './rx-storage.ts';
import { onWrites } from './write-notices.ts';

const BATCH = 500;

/**
 * Follows the writes to a chapter's database and brings what came from elsewhere into the opened collections. A notice
 * only marks an id; what the record is now is read again inside the collection's turn, which survives stale notices
 * and bursts.
 */
export class ChangeFeed {
  readonly #instances: ReadonlyMap<CollectionName, ChapterInstance>;
  readonly #marked = new Map<CollectionName, Set<string>>();
  /** Revisions told of, of records that were not read again yet: several may be leaves beside each other. */
  readonly #revisions = new Map<string, Set<string>>();
  readonly #end: () => void;
  readonly #onFailure: (problem: unknown) => void;
  #working: Promise<void> | null = null;

  /** Follows from now on; what was written before is whose who read the database afterwards. */
  constructor(pouch: RecordPouch, instances: ReadonlyMap<CollectionName, ChapterInstance>, onFailure: (problem: unknown) => void) {
    this.#instances = instances;
    this.#onFailure = onFailure;
    this.#end = onWrites(pouch, ({ changes }) => {
      for (const { id, rev } of changes) this.#mark(id, rev);
    });
  }

  #mark(id: string, rev: string): void {
    const name = collectionOfId(id);
    const instance = name ? this.#instances.get(name) : undefined;
    if (!name || !instance?.isNews(id, [rev])) return;
    this.#revisions.set(id, (this.#revisions.get(id) ?? new Set()).add(rev));
    this.mark(name, [id]);
  }

  /** These records are read again as soon as nothing else is being done. */
  mark(name: CollectionName, ids: Iterable<string>): void {
    const marked = this.#marked.get(name) ?? new Set<string>();
    for (const id of ids) marked.add(id);
    this.#marked.set(name, marked);
    this.#working ??= this.#work().finally(() => (this.#working = null));
  }

  async #work(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const next = [...this.#marked].find(([, ids]) => ids.size > 0);
      if (!next) return;
      const [name, ids] = next;
      const batch = [...ids].slice(0, BATCH);
      const several = new Set(batch.filter((id) => (this.#revisions.get(id)?.size ?? 0) > 1));
      for (const id of batch) {
        ids.delete(id);
        this.#revisions.delete(id);
      }
      await this.#instances.get(name)?.refresh(batch, several).catch(this.#onFailure);
    }
  }

  /** Resolves when everything written so far is in memory. */
  async settled(): Promise<void> {
    // The notice of a write that has just ended comes in the next turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
    while (this.#working) await this.#working;
  }

  /** Stops following; what is being read still ends. */
  async stop(): Promise<void> {
    this.#end();
    while (this.#working) await this.#working;
  }
}
