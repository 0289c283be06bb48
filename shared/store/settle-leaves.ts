import { canonicalJson } from './canonical-json.ts';
import { StoreProblem } from './chapter-types.ts';
import type { Leaf } from './closed-parts.ts';
import type { MergedPart, RecordCodec } from './codec.ts';
import type { Envelope, Part } from './envelope.ts';
import type { Family } from './families.ts';
import { mergeLeaves, sortLeaves } from './leaves.ts';
import { disagreementsOf } from './merge.ts';
import { writeAll, type RecordPouch, type StoredDocument } from './pouch.ts';
import { erasureReview, keepReviews, reviewOf, type NewReview } from './review-records.ts';
import { isWithin } from './stamps.ts';
import type { TombstoneKind } from './tombstones.ts';

/** Someone else may write the same record in between; each time it is looked at anew. */
const MOST_TRIES = 10;

/**
 * Brings a record with several leaves into one revision that every PC makes alike (design §4). Living leaves are merged,
 * what a person must decide is kept in review records, and the leaves that lost are removed. A leaf beside an erasure is
 * erased too when whoever erased had seen all of it; otherwise it stays, and a review asks. Where a leaf is gone into a
 * merge that has not arrived, what remains says so, lest this PC's next change bear the number of one that is in it.
 * Reviews are written first: a crash in between repeats the merge and finds them there. Writes nothing where nothing is
 * left to settle here.
 */
export async function settleLeaves(pouch: RecordPouch, codec: RecordCodec, family: Family, id: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (await settleOnce(pouch, codec, family, id)) return;
  }
  throw new StoreProblem('damaged');
}

/** False when the record changed in between. */
async function settleOnce(pouch: RecordPouch, codec: RecordCodec, family: Family, id: string): Promise<boolean> {
  const documents = await leafDocuments(pouch, id);
  const { living, erased, missing } = sortLeaves(codec, id, documents);
  const isErased = (leaf: Leaf): boolean => erased.some(({ seen }) => seen?.['chapter'] !== undefined && isWithin(seenBy(leaf), seen['chapter']));
  const [first, ...others] = living.filter((leaf) => !isErased(leaf));
  const losers: object[] = living.filter(isErased).map((leaf) => stoneOf(codec, id, leaf, 'erased'));
  if (first) {
    const reviews: NewReview[] = [];
    const merged = mergeLeaves(family, [first, ...others], [...erased, ...missing]);
    const chapterKey = merged.open.chapter?.key;
    if (others.length > 0) {
      for (const [part, { fields, stamps, key }] of Object.entries(merged.open) as [Part, MergedPart][]) {
        reviews.push(...disagreementsOf({ fields, stamps }, family.rules).map((found) => reviewOf(id, found, part, chapterKey, key)));
      }
    }
    for (const stone of erased) reviews.push(erasureReview(id, stone, chapterKey));
    await keepReviews(pouch, codec, reviews);
    if (others.length + erased.length + missing.length > 0) {
      const body = codec.sealMerged(id, merged.schema, merged.open, merged.closed);
      const winner = documents.find(({ _rev }) => _rev === first.rev);
      if (!sameBody(body, winner) && !(await allWritten(pouch, [{ _id: id, _rev: first.rev, ...body }]))) return false;
      losers.push(...merged.absorbed.filter((leaf) => leaf !== first).map((leaf) => stoneOf(codec, id, leaf, 'merged')));
    }
  }
  for (const loser of losers) if (!(await allWritten(pouch, [loser]))) return false;
  return true;
}

/** What is written in place of a leaf; it says what the leaf's writers had seen. */
function stoneOf(codec: RecordCodec, id: string, { rev, read: { schema, open } }: Leaf, kind: TombstoneKind): object {
  const backing = { schema, stamps: open.chapter ? { chapter: open.chapter.stamps } : {}, closed: {} };
  return { _id: id, _rev: rev, _deleted: true, ...codec.tombstone(id, schema, kind, backing) };
}

async function leafDocuments(pouch: RecordPouch, id: string): Promise<readonly StoredDocument[]> {
  const answers = (await pouch.get(id, { open_revs: 'all' })) as readonly { ok?: StoredDocument }[];
  return answers.flatMap(({ ok }) => ok ?? []);
}

/** What the leaf's writers had seen of the part for all, which every edit changes. */
function seenBy(leaf: Leaf): Readonly<Record<string, number>> {
  return leaf.read.open.chapter?.stamps.seen ?? {};
}

function sameBody(body: Envelope, stored: StoredDocument | undefined): boolean {
  return stored !== undefined && canonicalJson([body.schema, body.parts]) === canonicalJson([stored['schema'], stored['parts']]);
}

/** False when a row was refused because the record had changed. */
async function allWritten(pouch: RecordPouch, documents: readonly object[]): Promise<boolean> {
  const answers = await writeAll(pouch, documents);
  for (const answer of answers) {
    if (answer.ok) continue;
    if (answer.status === 409) return false;
    throw new StoreProblem('damaged', { cause: answer });
  }
  return true;
}
