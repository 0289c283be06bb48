import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { fold } from '../../shared/names/normalize.ts';
import { todayHere } from '../../shared/words/date.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { useLiveQuery } from '../app/records.ts';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { inMeetingOrder, meetingTitle, meetingWhen } from './meeting-words.ts';
import { MeetingRow } from './MeetingRow.tsx';
import { TYPE } from './paths.ts';
import { useNewMeeting } from './use-new-meeting.ts';

/** From how many meetings on a search helps more than it takes room. */
const SEARCH_FROM = 6;

/** The words of a meeting that a search looks through, in both languages. */
function searchable(meeting: Meeting): string {
  return fold([meetingTitle(meeting, 'es'), meetingTitle(meeting, 'en'), meeting.placeName ?? '', meetingWhen(meeting, 'es'), meetingWhen(meeting, 'en')].join(' '));
}

function MeetingList({ meetings }: { meetings: readonly Meeting[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} />
      ))}
    </Box>
  );
}

/** /meetings — what comes up, then what is past. */
export function MeetingsScreen() {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const create = useNewMeeting();
  const navigate = useNavigate();
  const all = useLiveQuery('gatherings');
  const [query, setQuery] = useState('');
  const words = fold(query).split(/\s+/).filter((word) => word !== '');
  const shown = (all ?? []).filter((meeting) => words.every((word) => searchable(meeting).includes(word)));
  const { upcoming, past } = inMeetingOrder(shown, todayHere());
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
        <Box sx={{ maxWidth: 400, mb: 3 }}>
          <TextField label={t('list.search')} type="search" value={query} onChange={setQuery} />
        </Box>
      ) : null}
      {shown.length === 0 ? <EmptyState>{t('list.nothingFound')}</EmptyState> : null}
      {shown.length > 0 ? (
        <Section title={t('list.upcoming')} empty={upcoming.length === 0 ? t('list.noneUpcoming') : undefined}>
          <MeetingList meetings={upcoming} />
        </Section>
      ) : null}
      {past.length > 0 ? (
        <Section title={t('list.past')}>
          <MeetingList meetings={past} />
        </Section>
      ) : null}
    </Box>
  );
}
