import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { compareDates, dateInWords, todayHere } from '../../shared/words/date.ts';
import { useChapter } from '../app/chapter.tsx';
import { useDirectory } from '../app/directory.tsx';
import { useHost } from '../app/host.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { NARROW } from '../app/narrow.ts';
import { useLiveQuery } from '../app/records.ts';
import { useWaitingDuplicates } from '../members/duplicates/use-duplicates.ts';
import { inMeetingOrder, meetingTitle, meetingWhen } from '../meetings/meeting-words.ts';
import { meetingPath, sheetPath } from '../meetings/paths.ts';
import { readPlace, type TypingPlace } from '../meetings/typing/typing-place.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ChapterInWords } from './ChapterInWords.tsx';
import { EmptyHome } from './EmptyHome.tsx';
import { useListsToDelete } from './ListsToDelete.tsx';
import { waitingFor } from './waiting.ts';
import { WaitingList } from './WaitingList.tsx';

/** Meetings shown under "coming up"; the others are one click away. */
const SHOWN = 5;
const NOON = 12;
const EVENING = 19;

function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' {
  return hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening';
}

/** Where this PC's clerk was typing, read once. */
function useTypingPlace(): TypingPlace | null {
  const { keep } = useHost();
  const [place, setPlace] = useState<TypingPlace | null>(null);
  useEffect(() => {
    let here = true;
    void readPlace(keep).then((kept) => {
      if (here) setPlace(kept);
    });
    return () => {
      here = false;
    };
  }, [keep]);
  return place;
}

/** The next meetings, each with the way to its sheet. */
function NextMeetings() {
  const t = useWords('home');
  const { lang } = useLanguage();
  const meetings = useLiveQuery('gatherings') ?? [];
  const today = todayHere();
  const next = inMeetingOrder(meetings, today).upcoming.filter(({ date }) => date !== undefined).slice(0, SHOWN);
  if (next.length === 0) return <Box sx={{ color: 'text.secondary', py: 1 }}>{t('next.none')}</Box>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {next.map((meeting) => {
        const title = meetingTitle(meeting, lang) || t('next.untitled');
        const isToday = meeting.date?.d !== undefined && compareDates(meeting.date, today) === 0;
        return (
          <Box component="li" key={meeting.id} sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 56, borderBottom: 1, borderColor: 'divider' }}>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <Link to={meetingPath(meeting.id)} style={{ color: 'inherit' }}>
                {title}
              </Link>
              <Box sx={{ fontSize: '0.9375rem', lineHeight: '20px', color: 'text.secondary' }}>
                {isToday ? <strong>{t('next.today')} </strong> : null}
                {meetingWhen(meeting, lang)}
              </Box>
            </Box>
            <Link to={sheetPath(meeting.id)} aria-label={t('next.printOf', { meeting: title })}>
              {t('next.print')}
            </Link>
          </Box>
        );
      })}
    </Box>
  );
}

/** The first page: what waits for the person who sits here, and what comes next (look.md). */
export function HomeScreen() {
  const t = useWords('home');
  const { lang } = useLanguage();
  const chapter = useChapter();
  const directory = useDirectory();
  const navigate = useNavigate();
  const place = useTypingPlace();
  const toDelete = useListsToDelete();
  const pairs = useWaitingDuplicates();
  const meetings = useLiveQuery('gatherings');
  const sheets = useLiveQuery('sheets');
  const settings = useLiveQuery('office', { selector: { kind: 'settings' } })?.[0];
  if (meetings === undefined || sheets === undefined) return null;
  const name = settings?.kind === 'settings' ? settings.chapterName[lang] || settings.chapterName.es || settings.chapterName.en : '';
  const today = todayHere();
  const greeting = t(`greeting.${partOfDay(new Date().getHours())}`, { name: chapter.user.name });
  const underTyping = sheets.find(({ id, state }) => id === place?.sheet && state === 'typing');
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageTitle title={greeting}>{[name, dateInWords(today, lang)].filter((text) => text !== '').join(' · ')}</PageTitle>
      {directory.size === 0 && meetings.length === 0 ? (
        <EmptyHome />
      ) : (
        <>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1.1fr) minmax(0, 1fr)', gap: 4, pt: 1, [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' } }}>
            <Box component="section" aria-labelledby="home-waiting">
              <Box component="h2" id="home-waiting" sx={{ fontSize: '1.1875rem', lineHeight: '24px', m: 0, mb: 1.5 }}>
                {t('waiting.title')}
              </Box>
              <WaitingList waiting={waitingFor(meetings, sheets, today)} place={underTyping === undefined ? null : place} toDelete={toDelete} pairs={pairs} onGo={(path) => void navigate(path)} />
            </Box>
            <Box component="section" aria-labelledby="home-next">
              <Box component="h2" id="home-next" sx={{ fontSize: '1.1875rem', lineHeight: '24px', m: 0, mb: 0.5 }}>
                {t('next.title')}
              </Box>
              <NextMeetings />
            </Box>
          </Box>
          <ChapterInWords meetings={meetings.length} upcoming={inMeetingOrder(meetings, today).upcoming.length} sheets={sheets} />
        </>
      )}
    </Box>
  );
}
