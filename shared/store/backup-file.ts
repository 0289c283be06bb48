import { z } from 'zod';
import { OpeningProblem } from './chapter-types.ts';
import { readySodium, type Sodium } from './sodium.ts';

/**
 * A backup file: a line with its version, then blocks. A block is a mark, three numbers (its place, the length of its
 * content, how many records live in it), BLAKE2b of all that, and its content as JSON. The first and the last block
 * say what the file is; each of the others holds stored documents, sealed as they are. A damaged block costs its own
 * records only: reading goes on at the next mark, which JSON cannot contain.
 */
const VERSION = 1;
const FIRST_LINE = 'CONVOCA-BACKUP-';
const MARK = new Uint8Array([0, 10, 67, 86, 66, 76, 10, 0]);
const NUMBERS = 12;
const SUM = 32;
const BEFORE_CONTENT = MARK.length + NUMBERS + SUM;

/** What a backup says of itself, at its beginning and at its end. */
const about = z.object({
  chapter: z.string(),
  madeAt: z.string(),
  /** The vault of the PC that made it: keys wrapped for its users. They open with the passphrases of that day. */
  vault: z.string(),
  /** Living records of the database at the beginning; in the last block, those in the file. */
  records: z.number().int().nonnegative(),
});
export type BackupAbout = z.infer<typeof about>;

/** Stored documents with their `_revisions`, all leaves of a record together. */
export type BackupDocuments = readonly Readonly<Record<string, unknown>>[];

/** What could be read of a backup. */
export interface ReadBackup {
  /** Null when both blocks that say it are damaged. */
  readonly about: BackupAbout | null;
  /** The good blocks of documents, one after another. */
  readonly documents: () => Generator<{ readonly documents: BackupDocuments; /** Share of the file read so far, 0–1. */ readonly read: number }>;
  /** Living records that the file should hold and does not, or holds damaged; null where nobody knows. */
  readonly missing: number | null;
}

type Content = { readonly about: BackupAbout } | { readonly documents: BackupDocuments };

/** Writes a backup block by block, outside of the page's memory until it is whole. */
export class BackupWriter {
  readonly #sodium: Sodium;
  readonly #parts: Blob[];
  #number = 0;

  private constructor(sodium: Sodium) {
    this.#sodium = sodium;
    this.#parts = [new Blob([`${FIRST_LINE}${String(VERSION)}\n`])];
  }

  /** A backup without blocks. */
  static async begin(): Promise<BackupWriter> {
    return new BackupWriter(await readySodium());
  }

  /** Adds a block; `living` counts the records in it that are not deleted. */
  add(content: Content, living = 0): void {
    const json = new TextEncoder().encode(JSON.stringify(content));
    const block = new Uint8Array(BEFORE_CONTENT + json.length);
    block.set(MARK);
    const numbers = new DataView(block.buffer, MARK.length, NUMBERS);
    [this.#number, json.length, living].forEach((value, at) => numbers.setUint32(at * 4, value));
    block.set(json, BEFORE_CONTENT);
    block.set(sumOf(this.#sodium, block), MARK.length + NUMBERS);
    this.#parts.push(new Blob([block]));
    this.#number += 1;
  }

  /** The file's bytes, held once. */
  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await new Blob(this.#parts).arrayBuffer());
  }
}

/**
 * Opens a backup and looks through its blocks. Throws {@link OpeningProblem} `not-a-backup` or `newer-backup`; damage is
 * no reason to throw, as long as the first line is there.
 */
export async function readBackup(bytes: Uint8Array): Promise<ReadBackup> {
  requireVersion(bytes);
  const sodium = await readySodium();
  let found: BackupAbout | null = null;
  let living = 0;
  for (const block of goodBlocks(sodium, bytes)) {
    living += block.living;
    if (block.number === 0 || block.isLast) found = aboutIn(bytes, block) ?? found;
  }
  return {
    about: found,
    missing: found && Math.max(0, found.records - living),
    *documents() {
      for (const block of goodBlocks(sodium, bytes)) {
        const content = contentOf(bytes, block);
        if (content && 'documents' in content) yield { documents: content.documents, read: block.end / bytes.length };
      }
    },
  };
}

function requireVersion(bytes: Uint8Array): void {
  const line = /^CONVOCA-BACKUP-(\d{1,6})\n/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, FIRST_LINE.length + 7)));
  if (!line) throw new OpeningProblem('not-a-backup');
  if (Number(line[1]) > VERSION) throw new OpeningProblem('newer-backup');
}

interface Block {
  readonly number: number;
  readonly living: number;
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

function* goodBlocks(sodium: Sodium, bytes: Uint8Array): Generator<Block> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = nextMark(bytes, 0);
  while (at >= 0 && at + BEFORE_CONTENT <= bytes.length) {
    const [number, length, living] = [0, 4, 8].map((offset) => view.getUint32(at + MARK.length + offset)) as [number, number, number];
    const end = at + BEFORE_CONTENT + length;
    const isGood = end <= bytes.length && isSumRight(sodium, bytes.subarray(at, end));
    if (isGood) yield { number, living, start: at + BEFORE_CONTENT, end, isLast: end === bytes.length };
    at = nextMark(bytes, isGood ? end : at + 1);
  }
}

function nextMark(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0, from); at >= 0; at = bytes.indexOf(0, at + 1)) {
    if (MARK.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

/** BLAKE2b of a block's numbers and content. */
function sumOf(sodium: Sodium, block: Uint8Array): Uint8Array {
  const hash = sodium.crypto_generichash_init(null, SUM);
  sodium.crypto_generichash_update(hash, block.subarray(MARK.length, MARK.length + NUMBERS));
  sodium.crypto_generichash_update(hash, block.subarray(BEFORE_CONTENT));
  return sodium.crypto_generichash_final(hash, SUM);
}

function isSumRight(sodium: Sodium, block: Uint8Array): boolean {
  const [kept, found] = [block.subarray(MARK.length + NUMBERS, BEFORE_CONTENT), sumOf(sodium, block)];
  return found.every((byte, at) => kept[at] === byte);
}

function contentOf(bytes: Uint8Array, block: Block): Content | null {
  return JSON.parse(new TextDecoder().decode(bytes.subarray(block.start, block.end))) as Content;
}

function aboutIn(bytes: Uint8Array, block: Block): BackupAbout | null {
  const content = contentOf(bytes, block);
  return content && 'about' in content ? (about.safeParse(content.about).data ?? null) : null;
}
