import { displayPhone, readPhone } from '../../../shared/words/phone.ts';

/** A phone as it is shown once the cursor left it; `check` where it could not be read or its area code was guessed (domain §6.5). */
export function shownPhone(typed: string, areaCode: string): { readonly text: string; readonly check: boolean } {
  if (typed.trim() === '') return { text: '', check: false };
  const read = readPhone(typed, areaCode);
  return read === null ? { text: typed.trim(), check: true } : { text: displayPhone(read.e164), check: read.check };
}
