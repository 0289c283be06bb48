import Box from '@mui/material/Box';
import { useState } from 'react';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { MeetingRow } from './MeetingRow.tsx';

/** Each row reads its sheets, so that a chapter of many years draws its list piece by piece. */
const AT_ONCE = 50;

/** Meetings one under the other: the first fifty, and as many more whenever someone asks. */
export function MeetingList({ meetings }: { meetings: readonly Meeting[] }) {
  const t = useWords('meetings');
  const [shown, show] = useState(AT_ONCE);
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        {meetings.slice(0, shown).map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </Box>
      {meetings.length > shown ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 2 }}>
          <QuietButton onClick={() => show(shown + AT_ONCE)}>{t('list.more')}</QuietButton>
          <Box component="span" role="status" className="figures" sx={{ color: 'text.secondary' }}>
            {t('list.shown', { shown, all: meetings.length })}
          </Box>
        </Box>
      ) : null}
    </>
  );
}
