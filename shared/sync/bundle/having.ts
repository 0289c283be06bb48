import type { RecordPouch } from '../../store/pouch.ts';
import { readySodium, type Sodium } from '../../store/sodium.ts';

/** A stored record and its leaves, as the changes feed tells them. */
export interface RecordLeaves {
  readonly id: string;
  readonly revs: readonly string[];
  /** True when every leaf is a deletion. */
  readonly deleted: boolean;
}

/**
 * What a PC has, leaf by leaf, in 14 bytes each: 6 of a hash of the record's id, 2 with the leaf's generation, 6 of a hash
 * of the revision. Contents decide revisions, so an entry says for good which state of a record it means, whatever
 * becomes of the PC, its sequences or its clock. Entries are compared as text of their bytes.
 */
const ID = 6;
const ENTRY = 14;
const MOST_GENERATION = 0xffff;
/** Records read from the changes feed at once. */
const PAGE = 2000;
/** Records looked at one after another before others get their turn. */
const LOOKED_AT = 100;

/** The entries of a PC; how many come from how many records only it knows. */
export type Having = ReadonlySet<string>;

/** All records of a database with their leaves, deleted ones too, as they are now. */
export async function* allLeaves(pouch: RecordPouch): AsyncGenerator<readonly RecordLeaves[]> {
  for (let since: number | string = 0; ; ) {
    const page: PouchDB.Core.ChangesResponse<object> = await pouch.changes({ since, limit: PAGE, style: 'all_docs' });
    if (page.results.length === 0) return;
    yield page.results.map(({ id, changes, deleted }) => ({ id, revs: changes.map(({ rev }) => rev), deleted: deleted === true }));
    if (page.results.length < PAGE) return;
    since = page.last_seq;
  }
}

/** Makes entries; await it once. */
export class Entries {
  readonly #sodium: Sodium;
  private constructor(sodium: Sodium) {
    this.#sodium = sodium;
  }

  static async ready(): Promise<Entries> {
    return new Entries(await readySodium());
  }

  /** The entry of one leaf. */
  of(id: string, rev: string): string {
    const generation = Math.min(MOST_GENERATION, Number.parseInt(rev, 10) || 0);
    return this.#hash(id) + String.fromCharCode(generation >> 8, generation & 0xff) + this.#hash(rev);
  }

  /** The part of an entry that names the record. */
  record(id: string): string {
    return this.#hash(id);
  }

  #hash(text: string): string {
    // libsodium makes no fewer than 16 bytes.
    return String.fromCharCode(...this.#sodium.crypto_generichash(16, text, null).subarray(0, ID));
  }
}

/** Entries as bytes, one after another. */
export function packEntries(entries: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(entries.length * ENTRY);
  entries.forEach((entry, at) => {
    for (let offset = 0; offset < ENTRY; offset += 1) bytes[at * ENTRY + offset] = entry.charCodeAt(offset);
  });
  return bytes;
}

/** The entries in such bytes. */
export function unpackEntries(bytes: Uint8Array): string[] {
  const entries: string[] = [];
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) entries.push(String.fromCharCode(...bytes.subarray(at, at + ENTRY)));
  return entries;
}

/**
 * How many records another PC has in a state that this one has not: neither that revision nor one that came after it.
 * Looks at the revisions' history only of records where a leaf differs.
 */
export async function countUnknown(pouch: RecordPouch, theirs: Having): Promise<number> {
  const entries = await Entries.ready();
  const open = new Map<string, string[]>();
  for (const entry of theirs) {
    const record = entry.slice(0, ID);
    const known = open.get(record);
    if (known) known.push(entry);
    else open.set(record, [entry]);
  }
  const differing: string[] = [];
  for await (const page of allLeaves(pouch)) {
    for (const { id, revs } of page) {
      const asked = open.get(entries.record(id));
      if (!asked) continue;
      const here = new Set(revs.map((rev) => entries.of(id, rev)));
      const unknown = asked.filter((entry) => !here.has(entry));
      open.delete(entries.record(id));
      if (unknown.length > 0) {
        differing.push(id);
        open.set(entries.record(id), unknown);
      }
    }
  }
  for (let at = 0; at < differing.length; at += LOOKED_AT) {
    await Promise.all(
      differing.slice(at, at + LOOKED_AT).map(async (id) => {
        const record = entries.record(id);
        const isKnown = await knownTo(pouch, entries, id);
        const unknown = (open.get(record) ?? []).filter((entry) => !isKnown(entry));
        if (unknown.length === 0) open.delete(record);
      }),
    );
  }
  return open.size;
}

/** Whether an entry of that record is a revision of its history here, or may be an older one than PouchDB remembers. */
async function knownTo(pouch: RecordPouch, entries: Entries, id: string): Promise<(entry: string) => boolean> {
  const { revs, forgotten } = await revisionsOf(pouch, id);
  const known = new Set([...revs].map((rev) => entries.of(id, rev)));
  return (entry) => known.has(entry) || entry.charCodeAt(ID) * 256 + entry.charCodeAt(ID + 1) <= forgotten;
}

/** All revisions of a record that PouchDB remembers, leaves and what came before them, and the generation up to which it does not. */
export async function revisionsOf(pouch: RecordPouch, id: string): Promise<{ readonly revs: ReadonlySet<string>; readonly forgotten: number }> {
  const leaves = (await pouch.get(id, { open_revs: 'all', revs: true })) as unknown as readonly { ok?: { _revisions?: { start: number; ids: string[] } } }[];
  const revs = new Set<string>();
  let forgotten = 0;
  for (const { ok } of leaves) {
    const { start = 0, ids = [] } = ok?._revisions ?? {};
    ids.forEach((hash, back) => revs.add(`${String(start - back)}-${hash}`));
    forgotten = Math.max(forgotten, start - ids.length);
  }
  return { revs, forgotten };
}
