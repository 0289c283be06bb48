import type { ContactPoint } from '../../../shared/domain/person.ts';
import { randomToken } from '../../../shared/domain/record.ts';

type Contacts = readonly ContactPoint[];

/** Characters of a list item's key, as for affiliations. */
const KEY_LENGTH = 12;

/** The phones, or the e-mails, in their order. */
export function contactsOf(contacts: Contacts, kind: ContactPoint['kind']): ContactPoint[] {
  return contacts.filter((contact) => contact.kind === kind);
}

/** The list with one more way to reach the person. */
export function withContact(contacts: Contacts, added: Omit<ContactPoint, 'key'>): ContactPoint[] {
  return [...contacts, { ...added, key: randomToken(KEY_LENGTH) }];
}

/** The list with one of them changed; `undefined` takes a field away. */
export function withChanged(contacts: Contacts, key: string, patch: Partial<ContactPoint>): ContactPoint[] {
  return contacts.map((contact) => {
    if (contact.key !== key) return contact;
    const changed = Object.entries({ ...contact, ...patch }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(changed) as ContactPoint;
  });
}

/** The list without one of them. */
export function withoutContact(contacts: Contacts, key: string): ContactPoint[] {
  return contacts.filter((contact) => contact.key !== key);
}

/** The phone to call first: one that is right and may be called, else the first one; undefined when there is none. */
export function firstPhone(contacts: Contacts): ContactPoint | undefined {
  const phones = contactsOf(contacts, 'phone');
  return phones.find((phone) => phone.status !== 'wrong' && phone.doNotCall !== true) ?? phones[0];
}
