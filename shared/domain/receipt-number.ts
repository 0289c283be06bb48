/** Digits of a receipt's number; a PC that gave out more goes on with six. */
const DIGITS = 5;

/**
 * The number on a receipt, `A-00123`: the PC's letter and its own count from 1, so that two PCs that work apart never
 * print the same number (domain §2.20).
 */
export function receiptNumber(letter: string, count: number): string {
  return `${letter}-${String(count).padStart(DIGITS, '0')}`;
}
