import type { Review } from '../../shared/domain/office.ts';
import { sameValue } from '../../shared/store/atoms.ts';
import type { CollectionName } from '../../shared/store/chapter-types.ts';
import { collectionOfId, FAMILIES } from '../../shared/store/families.ts';
import { valueAt, withValueAt, type HistoryEntry } from '../../shared/store/history.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { settleReview } from '../../shared/store/reviews.ts';
import type { UndoStep } from '../app/undo-stack.ts';

/** The value of a review's JSON text; null for "nothing". */
export function reviewValue(text: string | undefined): unknown {
  return text === undefined ? null : (JSON.parse(text) as unknown);
}

/** Who wrote one of a review's values when, as far as the record's history still tells; else only the PC. */
export interface Writer {
  readonly user?: string;
  readonly device: string;
  readonly at?: string;
}

/** Finds the writer of the value at that place of the review. */
export function writerOf({ field, item, values, devices }: Review, at: number, history: readonly HistoryEntry[]): Writer {
  const device = devices?.[at] ?? '';
  const value = reviewValue(values[at]);
  for (const entry of history) {
    // A dot's device may have a name of its own behind it (`stamps.ts`); the history's line has none.
    if (device !== '' && entry.device !== device && !device.startsWith(`${entry.device}~`)) continue;
    const wrote = entry.changes.some((change) => change.field === field && change.item === item && change.isAfterKnown && sameValue(change.after, value));
    if (wrote) return { user: entry.user, device: entry.device, at: entry.at };
  }
  return { device };
}

/** Settles a review in one write. The answer takes it back: what stood in the record stands there again and the question is open. */
export async function settleUndoably(chapter: OpenedChapter, review: Review, choice: number): Promise<UndoStep['undo']> {
  const name = collectionOfId(review.record);
  const before = name ? await standing(chapter, name, review) : null;
  const open = await openOfSameQuestion(chapter, review);
  await settleReview(chapter, review, choice);
  const after = name ? await standing(chapter, name, review) : null;
  return async () => {
    const reopen = async (): Promise<void> => {
      for (const id of open) await chapter.change('office', id, { settledAt: undefined, chosen: undefined });
    };
    if (!name || sameValue(before, after)) {
      await reopen();
      return 'undone';
    }
    if (!sameValue(await standing(chapter, name, review), after)) return 'changed-since';
    const { field, item } = review;
    const rule = FAMILIES[name].rules[field];
    await chapter.change(name, review.record, (now) => {
      const value = withValueAt((now as unknown as Readonly<Record<string, unknown>>)[field], item, before, rule);
      return { [field]: value };
    });
    await reopen();
    return 'undone';
  };
}

/** What stands in the record at the place in question; null for nothing. */
async function standing(chapter: OpenedChapter, name: CollectionName, { record, field, item }: Review): Promise<unknown> {
  const [held] = await chapter.held(name, [record]);
  return held ? valueAt(held.fields[field], item, FAMILIES[name].rules[field]) : null;
}

async function openOfSameQuestion(chapter: OpenedChapter, { record, field, item }: Review): Promise<readonly string[]> {
  const found = await chapter.collections.office.find({ selector: { kind: 'review', record, field, settledAt: { $exists: false } } }).exec();
  return found.map((document) => document.toJSON() as Review).filter((review) => review.item === item).map(({ id }) => id);
}
