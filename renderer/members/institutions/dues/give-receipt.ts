import { receiptNumber } from '../../../../shared/domain/receipt-number.ts';
import { StoreProblem, type Chapter } from '../../../../shared/store/chapter-types.ts';

/**
 * The next receipt number of this PC. Its count goes up before the payment is written, in one change: a power cut between
 * wastes a number rather than giving it twice. Rejects with a StoreProblem.
 */
export async function giveReceiptNumber(chapter: Chapter): Promise<string> {
  const found = (await chapter.collections.office.findOne(chapter.device).exec())?.toMutableJSON();
  if (found?.kind !== 'device') throw new StoreProblem('records-missing');
  let count = 0;
  await chapter.change('office', found.id, (now) => {
    // Kept here: several that ask at once are written together, and all of them would read the last count.
    count = (now.kind === 'device' ? (now.receiptsGiven ?? 0) : 0) + 1;
    return { receiptsGiven: count };
  });
  return receiptNumber(found.letter, count);
}
