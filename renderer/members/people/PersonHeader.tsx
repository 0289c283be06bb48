import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Person } from '../../../shared/domain/person.ts';
import { codeLabel } from '../../../shared/domain/codes.ts';
import { usePersonIds } from '../../app/directory.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { useInstitutions } from '../institutions/use-institutions.ts';
import { mainPlace } from './affiliations.ts';
import { useHidesPhone } from './consents/use-consents.ts';
import { StopContacting } from './consents/StopContacting.tsx';
import { firstPhone } from './contact-list.ts';
import type { Sighting } from './sightings.ts';
import { useContactWords } from './use-contact-words.ts';
import { useMeetingWords } from './use-meeting-words.ts';

/**
 * The sentence a person would say: the name, where they belong, their language, where they were last seen (look.md).
 * Below it the phone, one press away from being changed, and the button for who wants no more calls.
 */
export function PersonHeader({ person, sightings, onFixPhone }: { person: Person; sightings: readonly Sighting[] | undefined; onFixPhone: () => void }) {
  const t = useWords(['members', 'person']);
  const { lang } = useLanguage();
  const { byId } = useInstitutions();
  const shown = useContactWords();
  const hides = useHidesPhone(usePersonIds(person.id), person);
  const { dateOf, titleOf } = useMeetingWords();
  const place = mainPlace(person);
  const last = sightings?.[0]?.meeting;
  const phone = firstPhone(person.contacts.filter((contact) => !hides(contact)));
  const sentence = [
    place === undefined ? '' : byId.get(place.institution)?.name,
    ...(place?.roles ?? []).filter((role) => role !== 'member').map((role) => codeLabel('affiliation_role', role, lang)),
    person.languageOther ?? codeLabel('language_pref', person.language, lang),
    last === undefined ? '' : t('members:person.lastSeen', { date: dateOf(last), meeting: titleOf(last) }),
  ].filter(Boolean);
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere', pt: '2px' }}>
        {person.called === undefined || person.nameAsWritten.includes(person.called) ? person.nameAsWritten : `${person.nameAsWritten} (${person.called})`}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
        {sentence.length === 0 ? t('members:person.onlyName') : sentence.join(' · ')}
      </Typography>
      <Box className="figures" sx={{ mt: 0.5, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5, minHeight: 44 }}>
        {phone === undefined ? null : <span>{shown(phone)}</span>}
        {person.deletedAt === undefined ? (
          <>
            <TextButton onClick={onFixPhone} aria-keyshortcuts="F2">
              {t(phone === undefined ? 'person:contact.add' : 'person:contact.fix')}
            </TextButton>
            <StopContacting person={person} />
          </>
        ) : null}
      </Box>
    </Box>
  );
}
