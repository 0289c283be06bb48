import type { CollectionName } from './chapter-types.ts';
import { collectionOfId } from './families.ts';
import type { RecordPouch } from './pouch.ts';
import type { RecordInstance } from './record-instance.ts';

const BATCH = 500;

/**
 * Follows PouchDB's changes and brings what came from elsewhere into the opened collections. A notice only marks an id;
 * what the record is now is read again inside the collection's turn, which survives stale notices and bursts.
 */
export class ChangeFeed {
  readonly #instances: ReadonlyMap<string, RecordInstance<unknown>>;
  readonly #marked = new Map<CollectionName, Set<string>>();
  readonly #changes: PouchDB.Core.Changes<Record<string, unknown>>;
  readonly #onFailure: (problem: unknown) => void;
  #working: Promise<void> | null = null;

  /** `since`: PouchDB's sequence from before the collections were read. */
  constructor(
    pouch: RecordPouch,
    since: number | string,
    instances: ReadonlyMap<string, RecordInstance<unknown>>,
    onFailure: (problem: unknown) => void,
  ) {
    this.#instances = instances;
    this.#onFailure = onFailure;
    this.#changes = pouch
      .changes({ live: true, since, style: 'all_docs', batch_size: BATCH })
      .on('change', (change) => this.#mark(change.id, change.changes.map(({ rev }) => rev)))
      .on('error', onFailure);
  }

  #mark(id: string, leaves: readonly string[]): void {
    const name = collectionOfId(id);
    const instance = name ? this.#instances.get(name) : undefined;
    if (!name || !instance?.isNews(id, leaves)) return;
    const marked = this.#marked.get(name) ?? new Set<string>();
    this.#marked.set(name, marked.add(id));
    this.#working ??= this.#work().finally(() => (this.#working = null));
  }

  async #work(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const next = [...this.#marked].find(([, ids]) => ids.size > 0);
      if (!next) return;
      const [name, ids] = next;
      const batch = [...ids].slice(0, BATCH);
      for (const id of batch) ids.delete(id);
      await this.#instances.get(name)?.refresh(batch).catch(this.#onFailure);
    }
  }

  /** Resolves when every change noticed so far is in memory. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  /** Stops following; what is being read still ends. */
  async stop(): Promise<void> {
    this.#changes.cancel();
    await this.settled();
  }
}
