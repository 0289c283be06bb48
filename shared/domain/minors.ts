import { consentNow } from './consents.ts';
import { yearAfter } from './partial-date.ts';
import type { ContactPoint, Person } from './person.ts';
import type { Consent } from './person-changes.ts';
import type { PartialDate } from './record.ts';

/** Codes of `consent_scope` that are not asked of anyone under 18 (domain §5.5). */
export const NOT_OF_MINORS: readonly string[] = ['photo', 'story'];

/** True when mother, father or guardian signed that a minor's phone is kept or called (domain §5.5). */
export function guardianAgreed(answers: readonly Consent[], today: PartialDate): boolean {
  return ['keep', 'call'].some((scope) => {
    const now = consentNow(answers, scope, today);
    return now.isGiven && now.because === 'said' && now.answer.how === 'guardian_signed';
  });
}

/** True for a phone that is kept and not shown: a minor's own one, as long as no guardian agreed (domain §5.5). */
export function hidesPhone(person: Pick<Person, 'isMinor'>, contact: ContactPoint, agreed: boolean): boolean {
  return person.isMinor === true && contact.kind === 'phone' && contact.ofGuardian !== true && !agreed;
}

/** When a minor's record is erased: 12 months after the last activity (domain §5.5, §5.6). */
export function minorExpires(lastActivity: PartialDate): PartialDate {
  return yearAfter(lastActivity);
}
