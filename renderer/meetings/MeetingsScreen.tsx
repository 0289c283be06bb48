import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { fold } from '../../shared/names/normalize.ts';
import { todayHere } from '../../shared/words/date.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { useLiveQuery } from '../app/records.ts';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { inMeetingOrder, meetingTitle, meetingWhen, yearsOf } from './meeting-words.ts';
import { MeetingList } from './MeetingList.tsx';
import { TYPE } from './paths.ts';
import { useNewMeeting } from './use-new-meeting.ts';

/** From how many meetings on a search helps more than it takes room. */
const SEARCH_FROM = 6;

/** The words of a meeting that a search looks through, in both languages. */
function searchable(meeting: Meeting): string {
  return fold([meetingTitle(meeting, 'es'), meetingTitle(meeting, 'en'), meeting.placeName ?? '', meetingWhen(meeting, 'es'), meetingWhen(meeting, 'en')].join(' '));
}

/** /meetings — what comes up, then what is past. */
export function MeetingsScreen() {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const create = useNewMeeting();
  const navigate = useNavigate();
  const all = useLiveQuery('gatherings');
  const [query, setQuery] = useState('');
  const [year, setYear] = useState('');
  const years = useMemo(() => yearsOf(all ?? []), [all]);
  const words = fold(query).split(/\s+/).filter((word) => word !== '');
  // Twenty-four years of meetings are put in words once, and only when somebody searches.
  const isSearched = words.length > 0;
  const texts = useMemo(() => new Map(isSearched ? all?.map((meeting) => [meeting.id, searchable(meeting)]) : []), [all, isSearched]);
  const shown = (all ?? []).filter(({ id, date }) => (year === '' || String(date?.y) === year) && words.every((word) => texts.get(id)?.includes(word)));
  const { upcoming, past } = inMeetingOrder(shown, todayHere());
  // Another question begins at the top of the list.
  const asked = `${year} ${words.join(' ')}`;
  const newButton = (
    <PrimaryButton startIcon={<AddOutlined />} onClick={() => void create()}>
      {t('list.new')}
    </PrimaryButton>
  );
  if (all === undefined) return null;
  if (all.length === 0) {
    return (
      <Box>
        <PageTitle title={t('title')} />
        <EmptyState action={newButton}>{t('list.empty')}</EmptyState>
      </Box>
    );
  }
  return (
    <Box sx={{ maxWidth: 960 }} lang={lang}>
      <PageTitle
        title={t('title')}
        action={
          <>
            <QuietButton onClick={() => void navigate(TYPE)}>{t('list.type')}</QuietButton>
            {newButton}
          </>
        }
      >
        {t('list.count', { count: all.length })}
      </PageTitle>
      {all.length >= SEARCH_FROM ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 2, maxWidth: 720, mb: 3 }}>
          <Box sx={{ flex: '2 1 280px' }}>
            <TextField label={t('list.search')} type="search" value={query} onChange={setQuery} />
          </Box>
          {years.length < 2 ? null : (
            <Box sx={{ flex: '1 1 200px' }}>
              <ChoiceField label={t('list.year')} choices={[{ value: '', label: t('list.allYears') }, ...years.map((one) => ({ value: String(one), label: String(one) }))]} canBeEmpty={false} value={year} onChange={setYear} />
            </Box>
          )}
        </Box>
      ) : null}
      {shown.length === 0 ? <EmptyState>{t('list.nothingFound')}</EmptyState> : null}
      {shown.length > 0 ? (
        <Section title={t('list.upcoming')} empty={upcoming.length === 0 ? t('list.noneUpcoming') : undefined}>
          <MeetingList key={asked} meetings={upcoming} />
        </Section>
      ) : null}
      {past.length > 0 ? (
        <Section title={t('list.past')}>
          <MeetingList key={asked} meetings={past} />
        </Section>
      ) : null}
    </Box>
  );
}
