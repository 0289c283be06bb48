import type { RecordCodec } from './codec.ts';
import { canonicalJson } from './canonical-json.ts';
import { StoreProblem } from './chapter-types.ts';
import type { Part } from './envelope.ts';
import { SCHEMA_NUMBER } from './families.ts';
import type { Disagreement } from './merge.ts';
import { writeAll, type RecordPouch } from './pouch.ts';
import type { Stamps } from './stamps.ts';
import type { TombstoneRead } from './tombstones.ts';
import { textOf } from './variants.ts';

/** The `field` of a review about a record that was erased at one PC and changed at another. */
export const ERASED = 'erased';
/** What can be chosen then, as JSON texts like a review's other values; the first stands for now. */
export const ERASURE_CHOICES = ['"keep"', '"delete"'] as const;

/** A review to be kept, with bytes that are the same on every PC. */
export interface NewReview {
  /** What makes its id. */
  readonly natural: string;
  readonly chapter: Readonly<Record<string, unknown>>;
  /** The values, when they are of a part that not everybody reads: they are sealed in that part here too. */
  readonly inner?: { readonly part: Part; readonly fields: Readonly<Record<string, unknown>>; readonly key: number | undefined };
  readonly key: number | undefined;
}

/** Nobody's stamps: a merge has no author. */
const MADE_BY_MERGE: Stamps = { seen: { merge: 1 }, base: [['merge', 1]], fields: {} };

/**
 * The review of a disagreement in a part. Its id comes from the changes that disagree, so that the same two values
 * disagreeing once more are a new question. `chapterKey`, `partKey`: numbers of the keys that the record is sealed under.
 */
export function reviewOf(record: string, found: Disagreement, part: Part, chapterKey: number | undefined, partKey: number | undefined): NewReview {
  const { field, item, values, variants } = found;
  const changes = variants.map(({ dot, value }) => [...dot, textOf(value)]);
  const about = { kind: 'review', record, field, ...(item === undefined ? {} : { item }) };
  const content = {
    values: values.map(textOf),
    devices: values.map((value) => variants.find((one) => textOf(one.value) === textOf(value))?.dot[0] ?? ''),
  };
  const natural = canonicalJson([record, part, field, item ?? '', changes]);
  if (part === 'chapter') return { natural, chapter: { ...about, ...content }, key: chapterKey };
  return { natural, chapter: about, inner: { part, fields: content, key: partKey }, key: chapterKey };
}

/** The review of a record that was erased by someone who had not seen what it is now. */
export function erasureReview(record: string, { seen }: TombstoneRead, key: number | undefined): NewReview {
  return { natural: canonicalJson([record, ERASED, seen]), chapter: { kind: 'review', record, field: ERASED, values: ERASURE_CHOICES }, key };
}

/** Writes the reviews that are not there yet; one that is there, settled or not, is left as it is. */
export async function keepReviews(pouch: RecordPouch, codec: RecordCodec, reviews: readonly NewReview[]): Promise<void> {
  for (const { natural, chapter, inner, key } of reviews) {
    const id = `review:${codec.sealer.naturalToken(natural)}`;
    const exists = await pouch.get(id).then(() => true, () => false);
    if (exists) continue;
    const part = (fields: Readonly<Record<string, unknown>>, number: number | undefined) => ({
      fields,
      stamps: MADE_BY_MERGE,
      history: [],
      ...(number === undefined ? {} : { key: number }),
    });
    const parts = { chapter: part(chapter, key), ...(inner ? { [inner.part]: part(inner.fields, inner.key) } : {}) };
    const [answer] = await writeAll(pouch, [{ _id: id, ...codec.sealMerged(id, SCHEMA_NUMBER, parts, {}) }]);
    // Refused as known: it has come from elsewhere in this moment, with the same bytes.
    if (!answer?.ok && answer?.status !== 409) throw new StoreProblem('damaged', { cause: answer });
  }
}
