import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ChapterRow } from '../../shared/sync/chapter-list.ts';
import { useWords } from '../app/language.tsx';
import { NARROW } from '../app/narrow.ts';
import { useNumber } from './use-number.ts';

/** The figures of one chapter side by side, so that the eye goes down the columns. */
export function Figures({ row }: { row: ChapterRow }) {
  const t = useWords('headquarters');
  const number = useNumber();
  const records = Object.values(row.totals).reduce((all, one) => all + one, 0);
  const versions = row.versions.map(({ version, isOld }) => (isOld ? t('figure.old', { version }) : version)).join(', ');
  const isKnown = row.devices.length > 0;
  const hasOld = row.versions.some(({ isOld }) => isOld);
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', ml: '32px', gridTemplateColumns: '96px 104px 56px 84px 64px', columnGap: 1.5, rowGap: 1, [NARROW]: { ml: 0, gridTemplateColumns: 'repeat(auto-fill, minmax(104px, 1fr))', width: '100%' } }}>
      <Figure label={t('figure.computers')}>{row.devices.length === 0 ? t('figure.none') : number(row.devices.length)}</Figure>
      <Figure label={t('figure.version')} isMarked={hasOld}>
        {versions !== '' ? versions : t(isKnown ? 'figure.unknown' : 'figure.nothing')}
      </Figure>
      <Figure label={t('figure.waiting')} isMarked={row.waiting > 0}>
        {isKnown ? number(row.waiting) : t('figure.nothing')}
      </Figure>
      <Figure label={t('figure.refused')} isMarked={row.denied > 0}>
        {isKnown ? number(row.denied) : t('figure.nothing')}
      </Figure>
      <Figure label={t('figure.records')}>{isKnown ? number(records) : t('figure.nothing')}</Figure>
    </Box>
  );
}

/** One figure under its word; what asks for attention is heavier. */
function Figure({ label, isMarked = false, children }: { label: string; isMarked?: boolean; children: string }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography component="dt" variant="caption" sx={{ color: 'text.secondary', display: 'block' }}>
        {label}
      </Typography>
      <Typography component="dd" className="figures" sx={{ m: 0, fontWeight: isMarked ? 700 : 400, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}
