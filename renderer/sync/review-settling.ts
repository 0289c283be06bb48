import type { Review } from '../../shared/domain/office.ts';
import { collectionOfId } from '../../shared/store/families.ts';
import type { CollectionName, RecordsByCollection } from '../../shared/store/chapter-types.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';

/** The value of a review as JSON text, back as a value; undefined for "there was none". */
export function reviewValue(text: string | undefined): unknown {
  const value = text === undefined ? null : (JSON.parse(text) as unknown);
  return value === null ? undefined : value;
}

/** Settles a review: the chosen value goes into the record when it is not there already, and the review is closed. */
export async function settleReview(chapter: OpenedChapter, review: Review, chosen: number): Promise<void> {
  const collection = collectionOfId(review.record);
  if (chosen > 0 && collection !== null) await putValue(chapter, collection, review, reviewValue(review.values[chosen]));
  await chapter.change('office', review.id, { settledAt: new Date().toISOString() });
}

async function putValue(chapter: OpenedChapter, collection: CollectionName, review: Review, value: unknown): Promise<void> {
  const found = await chapter.collections[collection].findOne(review.record).exec();
  if (!found) return;
  const record: Record<string, unknown> = { ...found.toMutableJSON() };
  const next = review.item === undefined ? value : withItem(record[review.field], review.item, value);
  const patch = { [review.field]: next } as Partial<RecordsByCollection[CollectionName]>;
  await chapter.change(collection, review.record, patch);
}

/** The list with the item of that key replaced; keys are in `key`, of sheet rows in `n`. */
function withItem(list: unknown, item: string, value: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((entry: unknown) => {
    const { key, n } = entry as { key?: string; n?: number };
    return String(key ?? n) === item ? value : entry;
  });
}

/** What a person reads of a value: texts as they are, of a list's item its main text. */
export function reviewText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  const { asWritten, value: inner, es, en, y, m, d } = value as Record<string, string | number | undefined>;
  if (typeof y === 'number') return [y, m, d].filter((part) => part !== undefined).join('-');
  const texts = [asWritten ?? inner, es, en].filter((text): text is string => typeof text === 'string' && text !== '');
  return texts.length > 0 ? texts.join(' · ') : JSON.stringify(value);
}
