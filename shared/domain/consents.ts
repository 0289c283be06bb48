import { surelyCompared } from './partial-date.ts';
import type { Consent } from './person-changes.ts';
import type { PartialDate } from './record.ts';
import type { Sheet } from './sheet.ts';

/** What a person wrote on a sheet whose heading asks to keep and call: a phone of their own, or a tick (domain §2.14, §3.1). */
export interface SheetWord {
  /** Code of `consent_scope`. */
  readonly scope: string;
  readonly sheet: string;
  readonly meeting: string;
}

/** Whether something is allowed today, and why (domain §2.14). */
export type ConsentNow =
  | { readonly isGiven: boolean; readonly because: 'said'; readonly answer: Consent }
  | { readonly isGiven: false; readonly because: 'expired'; readonly answer: Consent }
  | { readonly isGiven: true; readonly because: 'sheet'; readonly word: SheetWord }
  | { readonly isGiven: false; readonly because: 'unasked' };

/**
 * True when an answer takes the place of another one: it was surely given on a later day, or on the same day by somebody
 * who knew the other. The clocks of two PCs decide nothing, so two answers of one day that did not know of each other
 * both stand.
 */
function replaces(later: Consent, earlier: Consent): boolean {
  const order = surelyCompared(later.on, earlier.on);
  return order === 0 ? later.after?.includes(earlier.id) === true : order > 0;
}

/**
 * What holds today of one scope (domain §2.14). The latest answer holds; where two stand, as after a yes and a no on two
 * PCs, the no does. A yes that has run out is a no, and so is no answer, unless the person's own hand on a sheet says yes.
 */
export function consentNow(answers: readonly Consent[], scope: string, today: PartialDate, words: readonly SheetWord[] = []): ConsentNow {
  const ofScope = answers.filter((answer) => answer.scope === scope);
  const standing = ofScope.filter((answer) => !ofScope.some((other) => other !== answer && replaces(other, answer)));
  const no = standing.find(({ isGiven }) => !isGiven);
  if (no !== undefined) return { isGiven: false, because: 'said', answer: no };
  const yes = standing.find(({ expires }) => expires === undefined || surelyCompared(expires, today) >= 0);
  if (yes !== undefined) return { isGiven: true, because: 'said', answer: yes };
  const [expired] = standing;
  if (expired !== undefined) return { isGiven: false, because: 'expired', answer: expired };
  const word = words.find((one) => one.scope === scope);
  return word === undefined ? { isGiven: false, because: 'unasked' } : { isGiven: true, because: 'sheet', word };
}

/**
 * What people said by their own hand on sheets. A phone on a line means "keep" and "call", as the heading of the sheet
 * says; a tick means what its column asks. `people` are the ids of one person.
 */
export function wordsOnSheets(people: readonly string[], sheets: readonly Sheet[]): SheetWord[] {
  return sheets.flatMap(({ id, meeting, rows }) =>
    rows
      .filter((row) => row.person !== undefined && people.includes(row.person))
      .flatMap(({ phoneAsWritten, ticks }) => {
        const hasPhone = phoneAsWritten !== undefined && phoneAsWritten.trim() !== '';
        const scopes = [hasPhone ? 'keep' : '', hasPhone || ticks?.call === true ? 'call' : '', ticks?.message === true ? 'message' : ''];
        return scopes.filter((scope) => scope !== '').map((scope) => ({ scope, sheet: id, meeting }));
      }),
  );
}
