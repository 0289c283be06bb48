import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { codeLabel } from '../../shared/domain/codes.ts';
import { eachOnce } from '../../shared/domain/merged-people.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { searchTokens } from '../../shared/names/normalize.ts';
import { compareDates, todayHere } from '../../shared/words/date.ts';
import { attendanceOf, type Attendance } from '../../shared/reports/attendance.ts';
import { useDirectory, useSurvivorOf } from '../app/directory.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { useRecord } from '../app/records.ts';
import { useSave } from '../app/saving.ts';
import { HistorySection } from '../history/HistorySection.tsx';
import { PrimaryButton, QuietButton, TextButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import { AboutMeeting } from './AboutMeeting.tsx';
import { ClosedYear } from './ClosedYear.tsx';
import { DoorCount } from './DoorCount.tsx';
import { ExpectedPeople } from './ExpectedPeople.tsx';
import { meetingTitle, meetingWhen } from './meeting-words.ts';
import { MEETINGS, sheetPath, typePath } from './paths.ts';
import { SheetsOfMeeting } from './SheetsOfMeeting.tsx';
import { useMeetingSheets, waitsForTyping } from './typing/use-meeting-sheets.ts';

/** What a person would say of the meeting, in one line (look.md). */
function useSentence(meeting: Meeting, { present }: Attendance): string {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const directory = useDirectory();
  const survivorOf = useSurvivorOf();
  const { kind, placeName = '', privateHome, hostInstitution, headcount } = meeting;
  const expected = eachOnce(meeting.expected, survivorOf);
  const called = searchTokens(meetingTitle(meeting, lang)).join(' ');
  const kindWords = codeLabel('meeting_type', kind, lang);
  const place = privateHome === true ? t('sentence.home') : placeName === '' ? '' : t('sentence.at', { place: placeName });
  const host = directory.institutionName(hostInstitution);
  return [
    called === searchTokens(kindWords).join(' ') ? '' : kindWords,
    meetingWhen(meeting, lang) || t('noDate'),
    place,
    host === placeName ? '' : host,
    present > 0 ? t('sentence.came', { count: present }) : expected.length > 0 ? t('sentence.expected', { count: expected.length }) : '',
    headcount === undefined ? '' : t('sentence.door', { count: headcount }),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

function WhoCame({ meeting, attendance }: { meeting: Meeting; attendance: Attendance }) {
  const t = useWords('meetings');
  const { people, unnamed, present } = attendance;
  const words = [t('attendance.present', { count: present }), t('attendance.named', { count: people.size }), ...(unnamed > 0 ? [t('attendance.unnamed', { count: unnamed })] : [])];
  return (
    <Section title={t('attendance.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box className="figures">{present > 0 ? words.join(' · ') : meeting.headcount === undefined ? t('attendance.empty') : ''}</Box>
        <DoorCount meeting={meeting} />
      </Box>
    </Section>
  );
}

function Page({ meeting }: { meeting: Meeting }) {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const save = useSave();
  const navigate = useNavigate();
  const sheets = useMeetingSheets(meeting.id) ?? [];
  const survivorOf = useSurvivorOf();
  const attendance = attendanceOf(sheets, survivorOf);
  const sentence = useSentence(meeting, attendance);
  // A meeting that nobody has written anything of begins with its form; it stays there while it is filled.
  const [isNew] = useState(meeting.title.es === '' && meeting.title.en === '' && meeting.expected.length === 0);
  const hasCome = meeting.date === undefined || compareDates(meeting.date, todayHere()) <= 0;
  const toType = sheets.find(({ state }) => state === 'typing') ?? (hasCome ? sheets.find(waitsForTyping) : undefined);
  const toPrint = { startIcon: <PrintOutlined />, onClick: () => void navigate(sheetPath(meeting.id)), children: t('page.print') };
  const about = <AboutMeeting meeting={meeting} open={isNew} />;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <Box sx={{ mb: 0.5 }}>
        <Link to={MEETINGS}>‹ {t('page.all')}</Link>
      </Box>
      <PageTitle
        title={meetingTitle(meeting, lang) || t('untitled')}
        action={
          toType === undefined ? (
            <PrimaryButton {...toPrint} />
          ) : (
            <>
              <QuietButton {...toPrint} />
              <PrimaryButton startIcon={<KeyboardOutlined />} onClick={() => void navigate(typePath(toType.code))}>
                {`${t('sheets.type')} ${toType.code}`}
              </PrimaryButton>
            </>
          )
        }
      >
        {sentence}
      </PageTitle>
      {meeting.deletedAt === undefined ? null : (
        <Box sx={{ mb: 2 }}>
          <Notice kind="careful" action={<QuietButton onClick={() => void save.restore('gatherings', meeting.id, { undoLabel: t('undo.restore') })}>{t('page.restore')}</QuietButton>}>
            {t('page.inBin')}
          </Notice>
        </Box>
      )}
      <ClosedYear date={meeting.date} />
      {sheets.length > 0 ? <SheetsOfMeeting sheets={sheets} /> : null}
      {sheets.length > 0 || meeting.headcount !== undefined ? <WhoCame meeting={meeting} attendance={attendance} /> : null}
      {isNew ? about : null}
      <ExpectedPeople meeting={meeting} />
      {isNew ? null : about}
      {sheets.length > 0 ? null : <SheetsOfMeeting sheets={sheets} />}
      {sheets.length > 0 || meeting.headcount !== undefined || !hasCome ? null : <WhoCame meeting={meeting} attendance={attendance} />}
      <HistorySection name="gatherings" id={meeting.id} level="h2" />
      {meeting.deletedAt === undefined ? (
        <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 2, '& > button': { ml: '-8px' } }}>
          <TextButton
            onClick={() =>
              void save.bin('gatherings', meeting.id, { undoLabel: t('undo.bin') }).then(() => navigate(MEETINGS))
            }
          >
            {t('page.bin')}
          </TextButton>
        </Box>
      ) : null}
    </Box>
  );
}

/** /meetings/:id — one meeting: what matters now first, then its fields. */
export function MeetingPage() {
  const t = useWords('meetings');
  const { id } = useParams();
  const meeting = useRecord('gatherings', id);
  if (meeting === undefined) return null;
  if (meeting !== null) return <Page key={meeting.id} meeting={meeting} />;
  return (
    <Box>
      <PageTitle title={t('page.gone')} />
      <Link to={MEETINGS}>{t('page.all')}</Link>
    </Box>
  );
}
