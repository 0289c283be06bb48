import Box from '@mui/material/Box';
import { Link } from 'react-router';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { meetingTitle, meetingWhen } from '../meeting-words.ts';
import { sheetCounts } from './sheet-counts.ts';
import { useCountWords } from './TypingCount.tsx';

/** Papers to choose from: code, meeting, how far each is. */
export function WaitingSheets({ sheets, pathOf }: { sheets: readonly Sheet[]; pathOf: (sheet: Sheet) => string }) {
  const t = useWords('typing');
  const { lang } = useLanguage();
  const inWords = useCountWords();
  const meetings = useLiveQuery('gatherings');
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxWidth: 720, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
      {sheets.map((sheet) => {
        const meeting = meetings?.find(({ id }) => id === sheet.meeting);
        return (
          <Box component="li" key={sheet.id} sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Box
              component={Link}
              to={pathOf(sheet)}
              sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 2, py: 1, minHeight: 56, color: 'text.primary', textDecoration: 'none', outlineOffset: '-3px !important', '&:hover': { bgcolor: 'action.hover' } }}
            >
              <Box component="span" sx={{ fontWeight: 700, width: 104, flexShrink: 0 }}>
                {sheet.code}
              </Box>
              <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
                {meeting === undefined ? '' : meetingTitle(meeting, lang)}
                <Box component="span" sx={{ display: 'block', fontSize: '0.9375rem', color: 'text.secondary' }}>
                  {[meeting === undefined ? '' : meetingWhen(meeting, lang), t('page', { page: sheet.pageNo, pages: sheet.pages })].filter((text) => text !== '').join(' · ')}
                </Box>
              </Box>
              <Box component="span" className="figures" sx={{ color: 'text.secondary', fontSize: '0.9375rem' }}>
                {sheet.state === 'printed' ? t('state.printed') : inWords(sheetCounts(sheet.rows, sheet.linesOnPaper))}
              </Box>
              <Box component="span" sx={{ color: 'primary.main', textDecoration: 'underline' }}>
                {t('open.type')}
              </Box>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
