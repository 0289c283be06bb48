import { receiptNumber } from '../../../../shared/domain/receipt-number.ts';
import type { Chapter } from '../../../../shared/store/chapter-types.ts';
import { takeNumber } from '../../../app/device-count.ts';

/** The next receipt number of this PC, counted before the payment is written. Rejects with a StoreProblem. */
export async function giveReceiptNumber(chapter: Chapter): Promise<string> {
  const { letter, before } = await takeNumber(chapter, 'receiptsGiven');
  return receiptNumber(letter, before + 1);
}
