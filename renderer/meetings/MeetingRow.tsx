import Box from '@mui/material/Box';
import { Link } from 'react-router';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { eachOnce } from '../../shared/domain/merged-people.ts';
import { attendanceOf } from '../../shared/reports/attendance.ts';
import { useSurvivorOf } from '../app/directory.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { meetingTitle, meetingWhen } from './meeting-words.ts';
import { meetingPath } from './paths.ts';
import { useMeetingSheets } from './typing/use-meeting-sheets.ts';

/** A meeting of the list: its name, when and where, and how many. */
export function MeetingRow({ meeting }: { meeting: Meeting }) {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const survivorOf = useSurvivorOf();
  const { present } = attendanceOf(useMeetingSheets(meeting.id) ?? [], survivorOf);
  const expected = eachOnce(meeting.expected, survivorOf).length;
  const came = meeting.headcount ?? present;
  const people = came > 0 ? t('list.came', { count: came }) : expected > 0 ? t('list.expected', { count: expected }) : '';
  return (
    <Box component="li" sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box
        component={Link}
        to={meetingPath(meeting.id)}
        sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 2, py: 1, minHeight: 60, color: 'text.primary', textDecoration: 'none', outlineOffset: '-3px !important', '&:hover': { bgcolor: 'action.hover' } }}
      >
        <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
          <Box component="span" sx={{ display: 'block', fontWeight: 500, overflowWrap: 'anywhere' }}>
            {meetingTitle(meeting, lang) || t('untitled')}
          </Box>
          <Box component="span" sx={{ display: 'block', fontSize: '0.9375rem', lineHeight: '22px', color: 'text.secondary' }}>
            {[meetingWhen(meeting, lang) || t('noDate'), meeting.placeName ?? ''].filter((text) => text !== '').join(' · ')}
          </Box>
        </Box>
        <Box component="span" className="figures" sx={{ color: 'text.secondary', fontSize: '0.9375rem', flexShrink: 0 }}>
          {people}
        </Box>
      </Box>
    </Box>
  );
}
