import type { AbsorbedField, MergedField, MergeRecord } from '../../../shared/domain/merged-people.ts';
import { person, PERSON_ORGANIZER_FIELDS, type Person } from '../../../shared/domain/person.ts';
import { absorbedFieldsOf } from '../../../shared/names/merging/come-since.ts';
import { mergedFieldsOf } from '../../../shared/names/merging/put-together.ts';
import { takeApart } from '../../../shared/names/merging/take-apart.ts';
import type { Chapter } from '../../../shared/store/chapter-types.ts';

type WritingChapter = Pick<Chapter, 'collections' | 'create' | 'change'>;

/** True for a field whose value must lie where only organizers read; one that this version does not know may be such a field. */
function isOrganizers(field: string): boolean {
  return PERSON_ORGANIZER_FIELDS.includes(field) || !Object.hasOwn(person.shape, field);
}

/** The values of a person's fields as the merge record keeps them, each where it may be read. */
export function inParts<F extends MergedField | AbsorbedField>(fields: readonly F[]): { readonly chapter: F[]; readonly organizers: F[] } {
  return { chapter: fields.filter(({ field }) => !isOrganizers(field)), organizers: fields.filter(({ field }) => isOrganizers(field)) };
}

async function readPerson(chapter: WritingChapter, id: string): Promise<Person | null> {
  return (await chapter.collections.people.findOne(id).exec())?.toMutableJSON() ?? null;
}

/**
 * Writes that two records are one person: what the survivor says then, the mark on the absorbed one, and the record by which it
 * is undone. The mark comes last: until then they are two, and nothing is lost when the power goes between. Resolves when all of it is durable.
 */
export async function putPeopleTogether(chapter: WritingChapter, survivor: Person, absorbed: Person, patch: Readonly<Record<string, unknown>>): Promise<MergeRecord> {
  const merged = inParts(mergedFieldsOf(survivor, patch));
  const read = inParts(absorbedFieldsOf(absorbed));
  const made = await chapter.create('office', {
    kind: 'merge',
    survivor: survivor.id,
    absorbed: absorbed.id,
    mergedFields: merged.chapter,
    organizersMergedFields: merged.organizers,
    absorbedFields: read.chapter,
    organizersAbsorbedFields: read.organizers,
  });
  if (Object.keys(patch).length > 0) await chapter.change('people', survivor.id, patch);
  await chapter.change('people', absorbed.id, { mergedInto: survivor.id });
  return made as MergeRecord;
}

/** Merges of these two people that nobody has undone, also by a PC that merged them the other way round, the latest first. */
export async function standingMerges(chapter: WritingChapter, one: string, other: string): Promise<readonly MergeRecord[]> {
  const office = chapter.collections.office;
  const found = await office.find({ selector: { kind: 'merge', survivor: { $in: [one, other] } } }).exec();
  return found
    .map((document) => document.toMutableJSON())
    .filter((record): record is MergeRecord => record.kind === 'merge' && record.undoneAt === undefined && record.deletedAt === undefined)
    .filter(({ survivor, absorbed }) => [survivor, absorbed].sort().join(' ') === [one, other].sort().join(' '))
    .sort((left, right) => ((left.createdAt ?? '') < (right.createdAt ?? '') ? 1 : -1));
}

/**
 * Makes two people of one again: gives back every field that nobody changed since and takes the marks away (domain §2.3: 90 days).
 * Resolves with the fields that stay because somebody wrote in them since. May be called again after a failure.
 */
export async function takePeopleApart(chapter: WritingChapter, one: string, other: string): Promise<readonly string[]> {
  const changedSince = new Set<string>();
  const merges = await standingMerges(chapter, one, other);
  for (const { survivor, mergedFields, organizersMergedFields } of merges) {
    const now = await readPerson(chapter, survivor);
    if (now === null) continue;
    const { patch, changedSince: left } = takeApart(now, [...mergedFields, ...(organizersMergedFields ?? [])]);
    if (Object.keys(patch).length > 0) await chapter.change('people', survivor, patch);
    for (const field of left) changedSince.add(field);
  }
  for (const { survivor, absorbed } of merges) {
    const marked = await readPerson(chapter, absorbed);
    if (marked?.mergedInto === survivor) await chapter.change('people', absorbed, { mergedInto: undefined });
  }
  for (const { id } of merges) await chapter.change('office', id, { undoneAt: new Date().toISOString() });
  return [...changedSince];
}

/** Notes that somebody has looked at what came to fields of the absorbed record since the merge, and decided. */
export async function noteRead(chapter: WritingChapter, merge: MergeRecord, absorbed: Person, fields: readonly string[]): Promise<void> {
  const read = inParts(absorbedFieldsOf(absorbed).filter(({ field }) => fields.includes(field)));
  const joined = (before: readonly AbsorbedField[] | undefined, now: readonly AbsorbedField[]): AbsorbedField[] => [...(before ?? []).filter(({ field }) => !now.some((one) => one.field === field)), ...now];
  await chapter.change('office', merge.id, (now) => {
    const { absorbedFields, organizersAbsorbedFields } = now as MergeRecord;
    return {
      ...(read.chapter.length > 0 ? { absorbedFields: joined(absorbedFields, read.chapter) } : {}),
      ...(read.organizers.length > 0 ? { organizersAbsorbedFields: joined(organizersAbsorbedFields, read.organizers) } : {}),
    };
  });
}
