import { useWords } from '../../app/language.tsx';
import { SavedSwitch } from '../../ui/SavedSwitch.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { AddContact } from './AddContact.tsx';
import { contactsOf, withChanged, withContact, withoutContact } from './contact-list.ts';
import { ContactRow } from './ContactRow.tsx';
import { readEmailContact, readPhoneContact } from './read-contact.ts';
import { useAreaCode } from './use-area-code.ts';

/** How to reach a person: phones and e-mails, and whether nobody should (domain §2.3, §6.6). */
export function ContactsPart({ id, person, edit }: { id: string | undefined; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('members');
  const label = t('person.field.doNotContact');
  return (
    <>
      <ContactList kind="phone" id={id} person={person} edit={edit} />
      <ContactList kind="email" id={id} person={person} edit={edit} />
      <SavedSwitch
        label={label}
        hint={t('person.hint.doNotContact')}
        value={person.doNotContact}
        onSave={(doNotContact) => edit(() => ({ doNotContact: doNotContact || undefined }), (name) => t('undo.field', { field: label, name }))}
      />
    </>
  );
}

/** All phones, or all e-mails, and the box for one more. */
export function ContactList({ kind, id, person, edit }: { kind: 'phone' | 'email'; id: string | undefined; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('members');
  const areaCode = useAreaCode();
  const read = (typed: string) => (kind === 'phone' ? readPhoneContact(typed, areaCode) : readEmailContact(typed));
  const undoLabel = (name: string): string => t('undo.field', { field: t(`person.field.${kind}`), name });
  const contacts = contactsOf(person.contacts, kind);
  return (
    <>
      {contacts.map((contact) => (
        <ContactRow
          key={contact.key}
          person={id}
          contact={contact}
          onChange={(patch) => edit((now) => ({ contacts: withChanged(now.contacts, contact.key, patch) }), undoLabel)}
          onRemove={() => edit((now) => ({ contacts: withoutContact(now.contacts, contact.key) }), undoLabel)}
          read={read}
        />
      ))}
      <AddContact
        type={kind === 'phone' ? 'tel' : 'email'}
        label={contacts.length === 0 ? t(`person.field.${kind}`) : t(`contact.another.${kind}`)}
        hint={kind === 'phone' && contacts.length === 0 ? t('contact.hint') : undefined}
        onAdd={(typed) => edit((now) => ({ contacts: withContact(now.contacts, read(typed)) }), undoLabel)}
      />
    </>
  );
}
