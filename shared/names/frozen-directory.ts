import { z } from 'zod';
import type { DirectoryEntry } from './directory-entry.ts';
import type { DirectoryInstitution } from './directory.ts';
import type { FrozenWords } from './word-index.ts';

/** A directory as it is kept between two openings; people stand in the order of the list, their place is their slot. */
export interface FrozenDirectory {
  readonly entries: readonly DirectoryEntry[];
  /** Records that stand under another person, and which record says that it was merged into which. */
  readonly aside: readonly DirectoryEntry[];
  readonly marks: readonly (readonly [string, string])[];
  readonly institutions: readonly DirectoryInstitution[];
  readonly words: FrozenWords;
  readonly sounds: FrozenWords;
  readonly phones: FrozenWords;
}

/** Grows when what is kept, or how names are taken apart, changes: an older one is then made anew. */
const FORMAT = 2;
const INDEXES = ['words', 'sounds', 'phones'] as const;

/** The columns of an entry, in order; what is missing at the end of a row was not known. */
const COLUMNS = ['id', 'nameAsWritten', 'phones', 'institutions', 'given', 'family1', 'family2', 'called', 'guessedPhones', 'language', 'doNotContact', 'alsoKnownAs', 'mergedInto', 'mayBe', 'isNot'] as const;

const header = z.object({
  format: z.literal(FORMAT),
  institutions: z.array(z.object({ id: z.string(), name: z.string(), otherNames: z.array(z.string()).optional() })),
  /** Words of each index, one a line. */
  texts: z.array(z.string()).length(INDEXES.length),
  /** How many slots each index holds. */
  rows: z.array(z.number().int().min(0)).length(INDEXES.length),
  marks: z.array(z.tuple([z.string(), z.string()])),
});

/**
 * The directory as bytes: the length of a JSON text, the text, then the numbers of the indexes as 32-bit integers. They
 * are for this PC only and hold names: whoever keeps them seals them.
 */
export function directoryBytes(frozen: FrozenDirectory): Uint8Array {
  const texts = INDEXES.map((name) => frozen[name].words.join('\n'));
  const rows = INDEXES.map((name) => frozen[name].slots.length);
  const { institutions, marks } = frozen;
  const text = new TextEncoder().encode(JSON.stringify({ format: FORMAT, institutions, texts, rows, marks, entries: frozen.entries.map(rowOf), aside: frozen.aside.map(rowOf) }));
  const numbers = INDEXES.flatMap((name) => [frozen[name].offsets, frozen[name].slots, frozen[name].worths]);
  const start = numbersStart(text.length);
  const bytes = new Uint8Array(start + numbers.reduce((sum, part) => sum + part.byteLength, 0));
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, 4);
  let at = start;
  for (const part of numbers) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** A directory from {@link directoryBytes}, or null when the bytes are none of this format. */
export function directoryFromBytes(bytes: Uint8Array): FrozenDirectory | null {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const { entries, aside, ...rest } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as { entries: unknown[][]; aside: unknown[][] };
    // The rows are this program's own and sealed; looking at each of 100,000 would take longer than all the rest.
    const { texts, rows, institutions, marks } = header.parse(rest);
    let at = numbersStart(length);
    const take = (count: number): Int32Array => {
      const part = new Int32Array(bytes.slice(at, at + 4 * count).buffer);
      if (part.length !== count) throw new RangeError('cut off');
      at += 4 * count;
      return part;
    };
    const indexes = INDEXES.map((_, which): FrozenWords => {
      const words = (texts[which] ?? '') === '' ? [] : (texts[which] ?? '').split('\n');
      const count = rows[which] ?? 0;
      return { words, offsets: take(words.length + 1), slots: take(count), worths: take(count) };
    });
    const [words, sounds, phones] = indexes;
    if (!words || !sounds || !phones) return null;
    return { entries: entries.map(entryOf), aside: aside.map(entryOf), marks, institutions, words, sounds, phones };
  } catch {
    return null;
  }
}

function numbersStart(textLength: number): number {
  return Math.ceil((4 + textLength) / 4) * 4;
}

function rowOf(entry: DirectoryEntry): unknown[] {
  const row: unknown[] = COLUMNS.map((column) => entry[column] ?? null);
  while (row.at(-1) === null || (Array.isArray(row.at(-1)) && (row.at(-1) as unknown[]).length === 0)) row.pop();
  return row;
}

const NONE: readonly string[] = [];

function entryOf(row: readonly unknown[]): DirectoryEntry {
  return {
    id: row[0] as string,
    nameAsWritten: row[1] as string,
    phones: (row[2] as readonly string[] | null | undefined) ?? NONE,
    institutions: (row[3] as readonly string[] | null | undefined) ?? NONE,
    given: text(row[4]),
    family1: text(row[5]),
    family2: text(row[6]),
    called: text(row[7]),
    guessedPhones: (row[8] as readonly string[] | null | undefined) ?? NONE,
    language: text(row[9]),
    doNotContact: (row[10] as boolean | null | undefined) ?? undefined,
    alsoKnownAs: (row[11] as readonly string[] | null | undefined) ?? undefined,
    mergedInto: text(row[12]),
    mayBe: (row[13] as readonly string[] | null | undefined) ?? undefined,
    isNot: (row[14] as readonly string[] | null | undefined) ?? undefined,
  };
}

function text(value: unknown): string | undefined {
  return (value as string | null | undefined) ?? undefined;
}
