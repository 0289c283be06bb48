import { canonicalJson } from './canonical-json.ts';
import type { OpenedRecord, RecordCodec } from './codec.ts';
import { split } from './codec.ts';
import { PARTS, type Part, type SealedPart } from './envelope.ts';
import { FAMILIES, SCHEMA_NUMBER, type Family } from './families.ts';
import { mergeVersions, type Disagreement, type Merged, type Version } from './merge.ts';
import { writeAll, type RecordPouch, type StoredDocument } from './pouch.ts';

interface Leaf {
  readonly rev: string;
  readonly stored: StoredDocument;
  readonly record: OpenedRecord;
}

/**
 * Merges all living leaves of a record into one revision that every PC makes alike, keeps what a person must decide in
 * review records, and removes the losing leaves (design §4). Reviews are written first: a crash in between repeats
 * the merge and finds them there. Leaves that this PC cannot open are left to those who can.
 */
export async function settleLeaves(pouch: RecordPouch, codec: RecordCodec, family: Family, id: string): Promise<void> {
  const winner = (await pouch.get(id)) as StoredDocument;
  const leaves = await livingLeaves(pouch, codec, id);
  if (!leaves || leaves.length < 2) return;
  const merged = mergeLeaves(family, leaves);
  if (!merged) return;
  await keepReviews(pouch, codec, id, merged.disagreements);
  const schema = Math.max(...leaves.map((leaf) => leaf.record.backing.schema));
  const body = codec.sealMerged(id, schema, merged.versions, merged.closed);
  if (canonicalJson(body.parts) !== canonicalJson(winner['parts'])) {
    await writeAll(pouch, [{ _id: id, _rev: winner._rev, ...body }]);
  }
  for (const leaf of leaves) {
    if (leaf.rev === winner._rev) continue;
    await writeAll(pouch, [{ _id: id, _rev: leaf.rev, _deleted: true, ...codec.tombstone(id, schema) }]);
  }
}

async function livingLeaves(pouch: RecordPouch, codec: RecordCodec, id: string): Promise<readonly Leaf[] | null> {
  const answers = (await pouch.get(id, { open_revs: 'all' })) as readonly { ok?: StoredDocument }[];
  const leaves: Leaf[] = [];
  for (const { ok: stored } of answers) {
    if (!stored || stored._deleted) continue;
    const record = codec.open(id, stored);
    if (!record) return null;
    leaves.push({ rev: stored._rev, stored, record });
  }
  return leaves.sort((a, b) => (a.rev < b.rev ? -1 : 1));
}

interface MergedLeaves {
  readonly versions: Partial<Record<Part, Version>>;
  readonly closed: Partial<Record<Part, SealedPart>>;
  readonly disagreements: readonly Disagreement[];
}

function mergeLeaves(family: Family, leaves: readonly Leaf[]): MergedLeaves | null {
  const versions: Partial<Record<Part, Version>> = {};
  const closed: Partial<Record<Part, SealedPart>> = {};
  const disagreements: Disagreement[] = [];
  for (const part of PARTS) {
    const sealedParts = leaves.map((leaf) => leaf.record.backing.closed[part]).filter((sealed) => sealed !== undefined);
    const distinct = new Set(sealedParts.map((sealed) => canonicalJson(sealed)));
    if (distinct.size > 1) return null;
    if (sealedParts[0]) closed[part] = sealedParts[0];
    let version: Version | undefined;
    for (const leaf of leaves) {
      const stamps = leaf.record.backing.stamps[part];
      if (!stamps) continue;
      const side: Version = { fields: split(family, leaf.record.fields)[part], stamps };
      if (!version) version = side;
      else {
        const merged: Merged = mergeVersions(version, side, family.rules);
        disagreements.push(...merged.disagreements);
        version = merged;
      }
    }
    if (version && closed[part]) return null;
    if (version) versions[part] = version;
  }
  return { versions, closed, disagreements };
}

/** Writes a review for each disagreement, under an id and with bytes that are the same on every PC. */
async function keepReviews(
  pouch: RecordPouch,
  codec: RecordCodec,
  record: string,
  disagreements: readonly Disagreement[],
): Promise<void> {
  for (const { field, item, values } of disagreements) {
    const texts = values.map((value) => canonicalJson(value ?? null));
    const natural = canonicalJson([record, field, item ?? '', [...texts].sort()]);
    const id = `review:${codec.sealer.naturalToken(natural)}`;
    const fields = { kind: 'review', record, field, ...(item === undefined ? {} : { item }), values: texts };
    const stamps = { seen: { merge: 1 }, base: [['merge', 1] as const], fields: {} };
    const body = codec.sealMerged(id, SCHEMA_NUMBER, { chapter: { fields: split(FAMILIES.office, fields).chapter, stamps } }, {});
    const exists = await pouch.get(id).then(() => true, () => false);
    if (!exists) await writeAll(pouch, [{ _id: id, ...body }]);
  }
}
