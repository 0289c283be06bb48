import type { Lang } from '../domain/codes.ts';
import { localeOf } from './translate.ts';

/** The greatest amount that is read, in cents: a hundred million dollars. More was mistyped. */
const MOST = 10_000_000_000;

/** Cents as people write money here: "$1,200.50" in both languages (domain §6.1: es-US). */
export function moneyInWords(cents: number, lang: Lang): string {
  return new Intl.NumberFormat(localeOf(lang), { style: 'currency', currency: 'USD' }).format(cents / 100);
}

/**
 * Reads an amount as typed, in cents: 1200, 1,200, $1,200.50, 1.200,50, 1 200, 12.5, "1,200 dólares". A mark followed by
 * three digits parts thousands, by one or two digits it begins the cents. Null when it is no amount, or could be two.
 */
export function readMoney(text: string): number | null {
  const bare = text
    .toLowerCase()
    .replace(/us\s?\$|\$|\busd\b|\bd[oó]l(?:ares?|s\.?)?(?![a-z])|\bdollars?\b/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  const read = /^(\d*(?:[., ]\d{3})*)(?:([.,])(\d{1,2})?)?$/.exec(bare);
  if (read === null) return null;
  const [, whole = '', mark, cents = ''] = read;
  const marks = new Set(whole.replace(/\d/g, ''));
  const grouped = marks.size === 0 || /^\d{1,3}[., ]/.test(whole);
  if ((whole === '' && cents === '') || marks.size > 1 || !grouped || (mark !== undefined && marks.has(mark))) return null;
  const amount = Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'));
  return amount <= MOST ? amount : null;
}
