import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { LogLine } from '../../shared/sync/sync-log.ts';
import { useWords } from '../app/language.tsx';
import { Section } from '../ui/Section.tsx';
import { useLogWords } from './log-words.ts';
import { LOG_PATH } from './paths.ts';

/** The last lines of the log; the whole of it is a page of its own. */
const SHOWN = 3;

export function LogSection({ log }: { log: readonly LogLine[] }) {
  const t = useWords('sync');
  const said = useLogWords();
  const lines = log.slice(-SHOWN).reverse().map(said);
  if (lines.length === 0) return <Section title={t('log.title')} empty={t('log.empty')} />;
  return (
    <Section
      title={t('log.title')}
      action={
        <Button component={Link} to={LOG_PATH} variant="outlined">
          {t('log.open')}
        </Button>
      }
    >
      <Box component="ul" aria-label={t('log.title')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {lines.map(({ when, text }, at) => (
          <Typography component="li" key={log.length - at} className="figures" sx={{ py: 0.5 }}>
            {when}: {text}
          </Typography>
        ))}
      </Box>
    </Section>
  );
}
