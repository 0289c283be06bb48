import { z } from 'zod';
import { envelope, type Part, type SealedPart } from './envelope.ts';
import { partOfField, type Family } from './families.ts';
import type { HistoryLine } from './history-lines.ts';
import type { Sealer } from './sealing.ts';
import { stampsOf, type StampedPart, type Stamps, type VersionVector } from './stamps.ts';

/** Sealed parts that cannot be opened here. Of the author part there may be several, one of each author. */
export type ClosedParts = Partial<Readonly<Record<Part, readonly SealedPart[]>>>;

/** Names of the fields in the parts that not everybody in the office reads. */
export type Places = Partial<Readonly<Record<Part, readonly string[]>>>;

/** One opened part of a stored document. */
export interface OpenPart {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly stamps: Stamps;
  readonly history: readonly HistoryLine[];
  /** Number of the key that it is sealed under. */
  readonly key: number;
}

export interface ReadParts {
  readonly schema: number;
  readonly open: Partial<Readonly<Record<Part, OpenPart>>>;
  readonly closed: ClosedParts;
}

const inEnvelope = z.object(envelope.shape);

/** The parts of a stored document; null when it is not one of this chapter's, or the part for all cannot be opened. */
export function readParts(sealer: Sealer, id: string, stored: unknown): ReadParts | null {
  const parsed = inEnvelope.safeParse(stored);
  if (!parsed.success || parsed.data.chapter !== sealer.chapter) return null;
  const { schema, parts } = parsed.data;
  const open: Partial<Record<Part, OpenPart>> = {};
  const closed: Partial<Record<Part, SealedPart[]>> = {};
  for (const [part, sealed] of eachPart(parts)) {
    const content = open[part] ? null : openUnder(sealer, id, schema, part, sealed);
    if (content) open[part] = { fields: content.f, stamps: stampsOf(content), history: (content.h ?? []) as readonly HistoryLine[], key: sealed.k };
    else if (part === 'chapter') return null;
    else (closed[part] ??= []).push(sealed);
  }
  return { schema, open, closed };
}

/**
 * A part is bound to the schema number of the build that sealed it; who carries it along without its key may since have
 * raised the record's.
 */
function openUnder(sealer: Sealer, id: string, schema: number, part: Part, sealed: SealedPart): StampedPart | null {
  for (let number = schema; number > 0; number -= 1) {
    const content = sealer.open({ id, schema: number }, part, sealed) as StampedPart | null;
    if (content !== null || part === 'chapter') return content;
  }
  return null;
}

function* eachPart(parts: z.infer<typeof envelope.shape.parts>): Generator<readonly [Part, SealedPart]> {
  yield ['chapter', parts.chapter];
  if (parts.organizers) yield ['organizers', parts.organizers];
  for (const sealed of Array.isArray(parts.author) ? parts.author : parts.author ? [parts.author] : []) yield ['author', sealed];
}

/** What a sealed part is called among the vectors of the part for all: an author's is a person's own. */
export function innerName(part: Part, key: number): string {
  return part === 'author' ? `author/${String(key)}` : part;
}

/** What was seen of each part of a record, by its name; the part for all is called `chapter`. */
export function vectorsOf(chapter: Stamps | undefined): Readonly<Record<string, VersionVector>> {
  return chapter ? { ...chapter.inner, chapter: chapter.seen } : {};
}

/** The author parts of one record, as the envelope holds them: one, or a list in the order of their keys' numbers. */
export function authorsOf(open: SealedPart | undefined, closed: readonly SealedPart[] = []): SealedPart | SealedPart[] | undefined {
  const all = [...(open ? [open] : []), ...closed].sort((one, other) => one.k - other.k || (one.n < other.n ? -1 : 1));
  return all.length > 1 ? all : all[0];
}

/** The fields of a record by the part they are sealed in. `places`: where fields were found that this build does not know. */
export function split(family: Family, fields: Readonly<Record<string, unknown>>, places?: Places): Record<Part, Record<string, unknown>> {
  const byPart: Record<Part, [string, unknown][]> = { chapter: [], organizers: [], author: [] };
  for (const entry of Object.entries(fields)) {
    if (entry[1] !== undefined) byPart[placeOf(family, entry[0], places)].push(entry);
  }
  return { chapter: Object.fromEntries(byPart.chapter), organizers: Object.fromEntries(byPart.organizers), author: Object.fromEntries(byPart.author) };
}

function placeOf(family: Family, field: string, places: Places | undefined): Part {
  const known = partOfField(family, field);
  if (known !== 'chapter' || !places) return known;
  if (places.author?.includes(field)) return 'author';
  return places.organizers?.includes(field) ? 'organizers' : 'chapter';
}

/** Equal lists of names are one object: 40,000 people have few different ones. */
const namesLists = new Map<string, Places>();

/** What {@link Places} to remember of a record, or undefined when all of its fields are for everybody. */
export function placesOf(inParts: { readonly [P in 'organizers' | 'author']: Readonly<Record<string, unknown>> | undefined }): Places | undefined {
  const organizers = Object.keys(inParts.organizers ?? {});
  const author = Object.keys(inParts.author ?? {});
  if (organizers.length + author.length === 0) return undefined;
  const name = JSON.stringify([organizers, author]);
  const known = namesLists.get(name);
  if (known) return known;
  const places = { ...(organizers.length > 0 ? { organizers } : {}), ...(author.length > 0 ? { author } : {}) };
  namesLists.set(name, places);
  return places;
}
