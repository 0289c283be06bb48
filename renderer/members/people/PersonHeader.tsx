import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Person } from '../../../shared/domain/person.ts';
import { codeLabel } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useInstitutions } from '../institutions/use-institutions.ts';
import { mainPlace } from './affiliations.ts';
import { firstPhone } from './contact-list.ts';
import { DoNotContact } from './DoNotContact.tsx';
import type { Sighting } from './sightings.ts';
import { useContactWords } from './use-contact-words.ts';
import { useMeetingWords } from './use-meeting-words.ts';

/** The sentence a person would say: the name, where they belong, their language, where they were last seen (look.md). */
export function PersonHeader({ person, sightings }: { person: Person; sightings: readonly Sighting[] | undefined }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const { byId } = useInstitutions();
  const shown = useContactWords();
  const { dateOf, titleOf } = useMeetingWords();
  const place = mainPlace(person);
  const last = sightings?.[0]?.meeting;
  const phone = firstPhone(person.contacts);
  const sentence = [
    place === undefined ? '' : byId.get(place.institution)?.name,
    ...(place?.roles ?? []).filter((role) => role !== 'member').map((role) => codeLabel('affiliation_role', role, lang)),
    person.languageOther ?? codeLabel('language_pref', person.language, lang),
    last === undefined ? '' : t('person.lastSeen', { date: dateOf(last), meeting: titleOf(last) }),
  ].filter(Boolean);
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere', pt: '2px' }}>
        {person.called === undefined || person.nameAsWritten.includes(person.called) ? person.nameAsWritten : `${person.nameAsWritten} (${person.called})`}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
        {sentence.length === 0 ? t('person.onlyName') : sentence.join(' · ')}
      </Typography>
      {phone === undefined && person.doNotContact !== true ? null : (
        <Typography className="figures" sx={{ mt: 0.5, display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          {person.doNotContact === true ? <DoNotContact /> : null}
          {phone === undefined ? null : <span>{shown(phone)}</span>}
        </Typography>
      )}
    </Box>
  );
}
