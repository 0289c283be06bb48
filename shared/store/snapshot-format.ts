import { z } from 'zod';
import type { Backing } from './codec.ts';
import type { OpenedAtRevision } from './record-memory.ts';
import { openBytes, sealBytes, type BytesOwner } from './sealed-bytes.ts';

/** A record as it is kept in the snapshot and in memory. */
export type KeptRecord = OpenedAtRevision<Backing>;

/** Grows when what stands in a snapshot changes; one of another number is ignored and made anew. */
const FORMAT = 1;

/** What a snapshot says of itself. It is written last, so that a snapshot that was not finished is none. */
const head = z.object({
  format: z.literal(FORMAT),
  /** The schema number of the program that wrote it: another one may read records otherwise. */
  schema: z.number().int(),
  /** PouchDB's id of the database it was made from; one that was deleted and filled again has another. */
  database: z.string(),
  /** Everything up to this sequence is in it, or is read again because it changed later. */
  sequence: z.number().int(),
  /** Names the blobs of this snapshot, so that the one before stays whole until this one is. */
  generation: z.string(),
  /** Blobs of each collection. */
  chunks: z.record(z.string(), z.number().int().min(0)),
  /** Names of what the screens keep with it. */
  notes: z.array(z.string()),
  /** Records that must be read from the database: those with a part that only their author reads, or that did not open. */
  unread: z.array(z.string()),
});
export type SnapshotHead = z.infer<typeof head>;

/**
 * Seals and opens the blobs of one snapshot. They hold what the person who sits here may read, under the key of the
 * innermost part that holds: another role has a snapshot of its own. The seal is the digest: a blob that was altered,
 * cut off or put in another's place does not open.
 */
export class SnapshotSeal {
  readonly #owner: BytesOwner;
  readonly #part: 'chapter' | 'organizers';
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  constructor(owner: BytesOwner) {
    this.#owner = owner;
    this.#part = owner.ring.holds('organizers') ? 'organizers' : 'chapter';
  }

  /** Where a blob lies on the shelf; without a name, what all names of this role begin with. */
  place(...name: readonly (string | number)[]): string {
    return [this.#part, ...name].join('/');
  }

  headBlob(content: Omit<SnapshotHead, 'format'>): Promise<Uint8Array> {
    return this.blob('head', this.#encoder.encode(JSON.stringify({ format: FORMAT, ...content })));
  }

  /** The head, or null when there is none that this program understands and this person may open. */
  async openHead(blob: Uint8Array | undefined): Promise<SnapshotHead | null> {
    const plain = await this.open('head', blob);
    if (!plain) return null;
    const parsed = head.safeParse(this.#json(plain));
    return parsed.success ? parsed.data : null;
  }

  chunkBlob(place: string, records: readonly KeptRecord[]): Promise<Uint8Array> {
    const numbers = new Map<string, number>();
    const backings: Backing[] = [];
    const which = records.map(({ backing }) => {
      const text = JSON.stringify(backing);
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, backings.length);
      return backings.push(backing) - 1;
    });
    const chunk = { ids: records.map(({ id }) => id), revs: records.map(({ rev }) => rev), fields: records.map(({ fields }) => fields), which, backings };
    return this.blob(place, this.#encoder.encode(JSON.stringify(chunk)));
  }

  /** The records in an opened blob. Equal backings are one object: most records of a list share theirs. */
  recordsIn(plain: Uint8Array): readonly KeptRecord[] {
    const { ids, revs, fields, which, backings } = this.#json(plain) as {
      ids: string[]; revs: string[]; fields: Record<string, unknown>[]; which: number[]; backings: Backing[];
    };
    return ids.map((id, at) => ({ id, rev: revs[at] ?? '', fields: fields[at] ?? {}, backing: backings[which[at] ?? 0] as Backing }));
  }

  /** A blob with these bytes, for that place. */
  blob(place: string, plain: Uint8Array): Promise<Uint8Array> {
    return sealBytes(this.#owner, `snapshot/${place}`, this.#part, plain);
  }

  /** The bytes in a blob, or null when it is damaged or there is none. */
  async open(place: string, blob: Uint8Array | undefined): Promise<Uint8Array | null> {
    return blob ? openBytes(this.#owner, `snapshot/${place}`, this.#part, blob) : null;
  }

  /** What was sealed here is JSON of this program; only its head can be another program's. */
  #json(plain: Uint8Array): unknown {
    return JSON.parse(this.#decoder.decode(plain));
  }
}
