import type { Backing, RecordCodec } from './codec.ts';
import type { Family } from './families.ts';
import type { IdRange, Keeping, KeptDocument, Writing } from './keeping.ts';
import type { RecordPouch, StoredDocument } from './pouch.ts';
import { settleLeaves } from './settle-leaves.ts';
import { SharedBackings } from './shared-backings.ts';

/**
 * How a collection of a chapter is kept: sealed, merged field by field, under ids that every PC shares, and without
 * anything of RxDB's, so that equal contents are equal bytes (design §4, §5).
 */
export class ChapterKeeping implements Keeping<Backing> {
  readonly ranges: readonly IdRange[];
  readonly erases = false;
  readonly #codec: RecordCodec;
  readonly #family: Family;
  readonly #backings = new SharedBackings();

  constructor(codec: RecordCodec, family: Family) {
    this.#codec = codec;
    this.#family = family;
    this.ranges = family.types.map((type) => ({ startkey: `${type}:`, endkey: `${type}:\uffff` }));
  }

  storedId(id: string): string {
    return id;
  }

  idOf(storedId: string): string {
    return storedId;
  }

  write({ id, fields, rx, before }: Writing<Backing>): { readonly body: object; readonly backing: Backing } {
    if (rx._deleted) {
      const backing = before?.backing ?? { schema: 1, stamps: {}, closed: {} };
      return { body: { _deleted: true, ...this.#codec.tombstone(id, backing.schema, 'erased', before?.backing) }, backing };
    }
    const { envelope, backing } = this.#codec.seal(this.#family, id, fields, before);
    return { body: envelope, backing };
  }

  read(id: string, stored: StoredDocument): KeptDocument<Backing> | null {
    return this.#codec.open(id, stored);
  }

  shared(backing: Backing): Backing {
    return this.#backings.of(backing);
  }

  isPartlyClosed(backing: Backing): boolean {
    return Object.keys(backing.closed).length > 0;
  }

  isGenuineTombstone(id: string, stored: StoredDocument): boolean {
    return this.#codec.isGenuineTombstone(id, stored);
  }

  settle(pouch: RecordPouch, storedId: string): Promise<void> {
    return settleLeaves(pouch, this.#codec, this.#family, storedId);
  }
}
