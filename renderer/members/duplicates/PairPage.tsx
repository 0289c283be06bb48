import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import type { LikelyPair } from '../../../shared/names/possible-duplicates.ts';
import { displayPhone } from '../../../shared/words/phone.ts';
import { NARROW } from '../../app/narrow.ts';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { DoNotContact } from '../people/DoNotContact.tsx';
import { useLiveDirectory } from '../people/use-people.ts';
import { useMeetingWords } from '../people/use-meeting-words.ts';
import { useSightings } from '../people/use-sightings.ts';
import { personPath } from '../paths.ts';
import { usePairWords } from './pair-words.ts';

/** Two people who may be one: what is known of each, why they may be one, and what to do. */
export function PairPage({ pair, onCompare, onNotTheSame }: { pair: LikelyPair; onCompare: () => void; onNotTheSame: () => void }) {
  const t = useWords('merging');
  const { directory } = useLiveDirectory();
  const words = usePairWords();
  const entries = [pair.one, pair.other].flatMap((id) => directory.get(id) ?? []);
  return (
    <>
      <Typography variant="h1" component="h2" sx={{ pt: '2px' }}>
        {words.band(pair)}
      </Typography>
      <Box component="ul" aria-label={t('pair.reasons')} sx={{ mt: 1, mb: 2, pl: '20px' }}>
        {words.reasons(pair).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 2, [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' } }}>
        {entries.map((entry) => (
          <PersonCard key={entry.id} entry={entry} />
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 3 }}>
        <PrimaryButton onClick={onCompare}>{t('pair.compare')}</PrimaryButton>
        <QuietButton onClick={onNotTheSame} aria-keyshortcuts="n">
          {t('pair.notTheSame')}
        </QuietButton>
      </Box>
    </>
  );
}

/** One of the two, in the words of a list: name, institutions, phones, where they were last seen. */
function PersonCard({ entry }: { entry: DirectoryEntry }) {
  const t = useWords('merging');
  const { directory } = useLiveDirectory();
  const { dateOf, titleOf } = useMeetingWords();
  const sightings = useSightings(entry.id);
  const last = sightings?.[0]?.meeting;
  const places = entry.institutions.map((id) => directory.institutionName(id)).filter(Boolean);
  const lines = [
    places.join(' · ') || t('pair.noInstitution'),
    entry.phones.map(displayPhone).join(' · ') || t('pair.noPhone'),
    sightings === undefined ? '' : last === undefined ? t('pair.neverSeen') : t('pair.lastSeen', { date: dateOf(last), meeting: titleOf(last) }),
  ];
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 2, overflowWrap: 'anywhere' }}>
      <Typography component="h3" variant="h2">
        <Link to={personPath(entry.id)}>{displayName(entry)}</Link>
      </Typography>
      {displayName(entry) === entry.nameAsWritten ? null : <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('pair.written', { name: entry.nameAsWritten })}</Typography>}
      {entry.doNotContact === true ? <DoNotContact /> : null}
      {lines.filter(Boolean).map((line) => (
        <Typography key={line} className="figures" sx={{ mt: 0.5 }}>
          {line}
        </Typography>
      ))}
    </Box>
  );
}
