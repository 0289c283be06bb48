import type { ContactPoint } from '../../../shared/domain/person.ts';
import { usePersonIds } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { AddField } from '../../ui/AddField.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { AddOtherContact } from './AddOtherContact.tsx';
import { useHidesPhone } from './consents/use-consents.ts';
import { contactsOf, withChanged, withContact, withoutContact } from './contact-list.ts';
import { ContactRow } from './ContactRow.tsx';
import { readEmailContact, readOtherContact, readPhoneContact } from './read-contact.ts';
import { useAreaCode } from './use-area-code.ts';

interface ContactsProps {
  readonly id: string | undefined;
  readonly person: Fields<'people'>;
  readonly edit: EditRecord<'people'>;
}

/** How to reach a person: phones, e-mails and other ways (domain §2.3, §6.6). */
export function ContactsPart(of: ContactsProps) {
  return (
    <>
      <ContactList kind="phone" {...of} />
      <ContactList kind="email" {...of} />
      <ContactList kind="other" {...of} />
    </>
  );
}

/** All phones, all e-mails or all other ways, and the box for one more. */
export function ContactList({ kind, id, person, edit }: ContactsProps & { kind: ContactPoint['kind'] }) {
  const t = useWords(['members', 'person']);
  const areaCode = useAreaCode();
  const hides = useHidesPhone(usePersonIds(id ?? ''), person);
  const read = (typed: string) => (kind === 'phone' ? readPhoneContact(typed, areaCode) : kind === 'email' ? readEmailContact(typed) : readOtherContact(typed));
  const label = kind === 'other' ? t('person:field.other') : t(`members:person.field.${kind}`);
  const undoLabel = (name: string): string => t('members:undo.field', { field: label, name });
  const contacts = contactsOf(person.contacts, kind);
  const add = (typed: string): Promise<unknown> => edit((now) => ({ contacts: withContact(now.contacts, read(typed)) }), undoLabel);
  return (
    <>
      {contacts.map((contact) => (
        <ContactRow
          key={contact.key}
          person={id}
          isMinor={person.isMinor === true}
          isHidden={hides(contact)}
          contact={contact}
          onChange={(patch) => edit((now) => ({ contacts: withChanged(now.contacts, contact.key, patch) }), undoLabel)}
          onRemove={() => edit((now) => ({ contacts: withoutContact(now.contacts, contact.key) }), undoLabel)}
          read={read}
        />
      ))}
      {kind === 'other' ? (
        <AddOtherContact label={contacts.length === 0 ? label : t('person:field.anotherOther')} onAdd={add} />
      ) : (
        <AddField
          type={kind === 'phone' ? 'tel' : 'email'}
          label={contacts.length === 0 ? label : t(`members:contact.another.${kind}`)}
          hint={kind === 'phone' && contacts.length === 0 ? t('members:contact.hint') : undefined}
          onAdd={add}
        />
      )}
    </>
  );
}
