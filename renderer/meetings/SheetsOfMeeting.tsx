import Box from '@mui/material/Box';
import { Link } from 'react-router';
import type { Sheet } from '../../shared/domain/sheet.ts';
import { useWords } from '../app/language.tsx';
import { Section } from '../ui/Section.tsx';
import { typePath } from './paths.ts';
import { sheetCounts } from './typing/sheet-counts.ts';
import { useCountWords } from './typing/TypingCount.tsx';
import { waitsForTyping } from './typing/use-meeting-sheets.ts';

/** The printed pages of a meeting: code, state, counts, and the way to type each. */
export function SheetsOfMeeting({ sheets }: { sheets: readonly Sheet[] }) {
  const t = useWords('meetings');
  const inWords = useCountWords();
  if (sheets.length === 0) return <Section title={t('sheets.title')} empty={t('sheets.empty')} />;
  return (
    <Section title={t('sheets.title')}>
      <Box
        component="table"
        sx={{ width: '100%', maxWidth: 720, borderCollapse: 'collapse', bgcolor: 'background.paper', border: 1, borderColor: 'divider', '& th, & td': { textAlign: 'left', px: 2, height: 44, borderTop: 1, borderColor: 'divider' }, '& thead th': { fontSize: '0.9375rem', fontWeight: 500, border: 0 } }}
      >
        <thead>
          <tr>
            <th scope="col">{t('sheets.code')}</th>
            <th scope="col">{t('sheets.state')}</th>
            <th scope="col">{t('sheets.progress')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.id}>
              <th scope="row">{sheet.code}</th>
              <td>{t(`sheets.is_${sheet.state}`)}</td>
              <td className="figures">{sheet.rows.length === 0 && sheet.linesOnPaper === undefined ? '' : inWords(sheetCounts(sheet.rows, sheet.linesOnPaper))}</td>
              <td style={{ textAlign: 'right' }}>
                <Link to={typePath(sheet.code)} aria-label={`${waitsForTyping(sheet) ? t('sheets.type') : t('sheets.correct')} ${sheet.code}`}>
                  {waitsForTyping(sheet) ? t('sheets.type') : t('sheets.correct')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Section>
  );
}
