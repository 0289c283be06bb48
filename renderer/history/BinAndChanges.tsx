import Box from '@mui/material/Box';
import { Link } from 'react-router';
import { useWords } from '../app/language.tsx';
import { Section } from '../ui/Section.tsx';
import { BIN, TODAY } from './paths.ts';

/** Where the office leads to the bin and to today's changes. */
export function BinAndChanges() {
  const t = useWords('history');
  return (
    <Section title={t('menu.title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1 }}>
        <Link to={TODAY}>{t('menu.today')}</Link>
        <Link to={BIN}>{t('menu.bin')}</Link>
      </Box>
    </Section>
  );
}
