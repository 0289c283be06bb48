import type { ReactNode } from 'react';
import { codeLabel } from '../../../shared/domain/codes.ts';
import { usePersonIds } from '../../app/directory.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EnterGoesOn } from '../../ui/EnterGoesOn.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { useInstitutions } from '../institutions/use-institutions.ts';
import { ContactsPart } from './ContactsPart.tsx';
import { ConsentsPart } from './consents/ConsentsPart.tsx';
import { useConsents, useHidesPhone } from './consents/use-consents.ts';
import { GrowthPart } from './growth/GrowthPart.tsx';
import { useRungWords } from './growth/use-rung-words.ts';
import { HelpingPart } from './helping/HelpingPart.tsx';
import { useHelpingWords } from './helping/use-helping-words.ts';
import { LanguagePart } from './LanguagePart.tsx';
import { NamePart } from './NamePart.tsx';
import { NotesPart } from './NotesPart.tsx';
import { PlacesPart } from './PlacesPart.tsx';
import { ReadsPart } from './ReadsPart.tsx';
import { TiesPart } from './ties/TiesPart.tsx';
import { useHousemates } from './ties/use-housemates.ts';
import type { PersonPart } from './parts.ts';
import type { Sighting } from './sightings.ts';
import { useContactWords } from './use-contact-words.ts';

/** The parts of a person's page, one open at a time; each field is written when it is left. */
export function PersonForm({
  id,
  person,
  edit,
  sightings,
  open,
  onOpen,
}: {
  id: string;
  person: Fields<'people'>;
  edit: EditRecord<'people'>;
  sightings: readonly Sighting[];
  open: PersonPart | null;
  onOpen: (part: PersonPart | null) => void;
}) {
  const t = useWords(['members', 'person']);
  const { lang } = useLanguage();
  const { byId } = useInstitutions();
  const readsAll = useReadsOrganizers();
  const shown = useContactWords();
  const ids = usePersonIds(id);
  const hides = useHidesPhone(ids, person);
  const asked = useConsents(ids)?.length ?? 0;
  const rung = useRungWords(ids, person, sightings);
  const helping = useHelpingWords();
  const housemates = useHousemates(person.household, id).length;
  const part = (of: PersonPart, title: string, summary: readonly (string | undefined)[], children: ReactNode) => (
    <Disclosure title={title} summary={summary.filter(Boolean).join(' · ') || t('members:nothingYet')} open={open === of} onToggle={() => onOpen(open === of ? null : of)}>
      <EnterGoesOn>{children}</EnterGoesOn>
    </Disclosure>
  );
  return (
    <>
      {part('name', t('members:person.part.name'), [person.nameAsWritten, person.called, ...(person.alsoKnownAs ?? [])], <NamePart id={id} person={person} edit={edit} />)}
      {part(
        'contacts',
        t('members:person.part.contacts'),
        person.contacts.map((contact) => (hides(contact) ? t('person:contact.hiddenMark') : shown(contact))),
        <ContactsPart id={id} person={person} edit={edit} />,
      )}
      {part('places', t('members:person.part.places'), person.affiliations.map((place) => byId.get(place.institution)?.name), <PlacesPart person={person} edit={edit} />)}
      {part(
        'language',
        t('members:person.part.language'),
        [person.languageOther ?? codeLabel('language_pref', person.language, lang), person.area],
        <>
          <LanguagePart id={id} person={person} edit={edit} />
          {readsAll ? <ReadsPart id={id} person={person} edit={edit} /> : null}
        </>,
      )}
      {part('helping', t('person:part.helping'), helping(person), <HelpingPart id={id} person={person} edit={edit} />)}
      {part('ties', t('person:part.ties'), [housemates === 0 ? '' : t('person:summary.household', { count: housemates }), ...(person.tags ?? [])], <TiesPart id={id} person={person} edit={edit} />)}
      {part('consents', t('person:part.consents'), [person.isMinor === true ? t('person:summary.minor') : '', asked === 0 ? '' : t('person:summary.asked', { count: asked })], <ConsentsPart id={id} person={person} edit={edit} />)}
      {readsAll ? part('growth', t('person:part.growth'), [rung, person.potentialLeader?.why], <GrowthPart id={id} person={person} edit={edit} sightings={sightings} />) : null}
      {readsAll ? part('notes', t('members:person.part.notes'), [person.notes], <NotesPart id={id} person={person} edit={edit} />) : null}
    </>
  );
}
