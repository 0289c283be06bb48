import type { ContactPoint } from '../../../shared/domain/person.ts';
import { readEmail } from '../../../shared/words/email.ts';
import { readPhone } from '../../../shared/words/phone.ts';

/** A contact as typed, ready for the list. */
export type ReadContact = Omit<ContactPoint, 'key'>;

/** A phone as typed; one that cannot be read is kept as written and marked, so that nothing typed is lost (domain §6.6). */
export function readPhoneContact(typed: string, areaCode: string): ReadContact {
  const read = readPhone(typed, areaCode);
  const asWritten = typed.trim();
  if (read === null) return { kind: 'phone', value: asWritten, asWritten, check: true };
  return { kind: 'phone', value: read.e164, asWritten, ...(read.check ? { check: true } : {}) };
}

/** An e-mail as typed; what does not look like one is kept and marked. */
export function readEmailContact(typed: string): ReadContact {
  const asWritten = typed.trim();
  const read = readEmail(asWritten);
  return read === null ? { kind: 'email', value: asWritten, asWritten, check: true } : { kind: 'email', value: read, asWritten };
}

/** Another way to reach somebody, in words: "my daughter's Signal". */
export function readOtherContact(typed: string): ReadContact {
  const asWritten = typed.trim();
  return { kind: 'other', value: asWritten, asWritten };
}
