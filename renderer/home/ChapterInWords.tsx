import Box from '@mui/material/Box';
import { Link, useNavigate } from 'react-router';
import type { Sheet } from '../../shared/domain/sheet.ts';
import { localeOf } from '../../shared/words/translate.ts';
import { useDirectory } from '../app/directory.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { NARROW } from '../app/narrow.ts';
import { useLiveQuery } from '../app/records.ts';
import { MEETINGS, TYPE } from '../meetings/paths.ts';
import { waitsForTyping } from '../meetings/typing/use-meeting-sheets.ts';
import { useNewMeeting } from '../meetings/use-new-meeting.ts';
import { MEMBERS, NEW_PERSON } from '../members/paths.ts';
import { QuietButton } from '../ui/Buttons.tsx';

/** A number of the chapter with its word, a quiet line under it, and what people come here to do about it. */
function Part({ to, count, word, more, verb, onVerb }: { to: string; count: number; word: string; more: string; verb: string; onVerb: () => void }) {
  const { lang } = useLanguage();
  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      <Box component={Link} to={to} sx={{ color: 'text.primary', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}>
        <Box component="span" className="figures" sx={{ fontSize: '1.625rem', lineHeight: '32px', fontWeight: 700, color: 'primary.main' }}>
          {new Intl.NumberFormat(localeOf(lang)).format(count)}
        </Box>{' '}
        {word}
        <Box component="span" sx={{ display: 'block', fontSize: '0.9375rem', lineHeight: '22px', color: 'text.secondary' }}>
          {more}
        </Box>
      </Box>
      <QuietButton onClick={onVerb}>{verb}</QuietButton>
    </Box>
  );
}

/** The chapter in three numbers, each with the next thing to do: people, meetings, sheets. */
export function ChapterInWords({ upcoming, meetings, sheets }: { upcoming: number; meetings: number; sheets: readonly Sheet[] }) {
  const t = useWords('home');
  const navigate = useNavigate();
  const directory = useDirectory();
  const planMeeting = useNewMeeting();
  const institutions = useLiveQuery('institutions')?.length ?? 0;
  return (
    <Box component="section" aria-labelledby="home-chapter" sx={{ borderTop: 1, borderColor: 'divider', mt: 4, pt: 2.5 }}>
      <Box component="h2" id="home-chapter" sx={{ fontSize: '1.1875rem', lineHeight: '24px', m: 0, mb: 1.5 }}>
        {t('chapter.title')}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(210px, 1fr))', gap: 3, [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' } }}>
        <Part
          to={MEMBERS}
          count={directory.size}
          word={t('chapter.people', { count: directory.size })}
          more={t('chapter.institutions', { count: institutions })}
          verb={t('add.person')}
          onVerb={() => void navigate(NEW_PERSON)}
        />
        <Part to={MEETINGS} count={meetings} word={t('chapter.meetings', { count: meetings })} more={t('chapter.upcoming', { count: upcoming })} verb={t('add.meeting')} onVerb={() => void planMeeting()} />
        <Part
          to={TYPE}
          count={sheets.length}
          word={t('chapter.sheets', { count: sheets.length })}
          more={t('chapter.toType', { count: sheets.filter(waitsForTyping).length })}
          verb={t('add.sheet')}
          onVerb={() => void navigate(TYPE)}
        />
      </Box>
    </Box>
  );
}
