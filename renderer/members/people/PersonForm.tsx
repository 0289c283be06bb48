import { useState, type ReactNode } from 'react';
import { codeLabel } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { useInstitutions } from '../institutions/use-institutions.ts';
import { ContactsPart } from './ContactsPart.tsx';
import { LanguagePart } from './LanguagePart.tsx';
import { NamePart } from './NamePart.tsx';
import { NotesPart } from './NotesPart.tsx';
import { PlacesPart } from './PlacesPart.tsx';
import { useContactWords } from './use-contact-words.ts';

type Part = 'name' | 'contacts' | 'places' | 'language' | 'notes';

/** The parts of a person's page, one open at a time; each field is written when it is left. */
export function PersonForm({ id, person, edit, first = null }: { id: string | undefined; person: Fields<'people'>; edit: EditRecord<'people'>; first?: Part | null }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const { byId } = useInstitutions();
  const readsNotes = useReadsOrganizers();
  const shown = useContactWords();
  const [open, setOpen] = useState<Part | null>(first);
  const part = (of: Part, summary: readonly (string | undefined)[], children: ReactNode) => (
    <Disclosure
      title={t(`person.part.${of}`)}
      summary={summary.filter(Boolean).join(' · ') || t('nothingYet')}
      open={open === of}
      onToggle={() => setOpen(open === of ? null : of)}
    >
      {children}
    </Disclosure>
  );
  return (
    <>
      {part('name', [person.nameAsWritten, person.called], <NamePart person={person} edit={edit} />)}
      {part('contacts', person.contacts.map(shown), <ContactsPart id={id} person={person} edit={edit} />)}
      {part('places', person.affiliations.map((place) => byId.get(place.institution)?.name), <PlacesPart person={person} edit={edit} />)}
      {part('language', [person.languageOther ?? codeLabel('language_pref', person.language, lang), person.area], <LanguagePart person={person} edit={edit} />)}
      {readsNotes ? part('notes', [person.notes], <NotesPart person={person} edit={edit} />) : null}
    </>
  );
}
