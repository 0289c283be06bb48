import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const KEYS = [
  ['F3', 'search'],
  ['↓ ↑', 'move'],
  ['Enter', 'open'],
  ['F10', 'new'],
] as const;

/** In the place of a person's page: the way to one, and the keys that lead there. */
export function NobodyChosen({ nobodyYet, newPerson }: { nobodyYet: boolean; newPerson: ReactNode }) {
  const t = useWords('members');
  if (nobodyYet) return <EmptyState action={newPerson}>{t('people.empty')}</EmptyState>;
  return (
    <EmptyState>
      {t('people.choose')}
      <Box component="span" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '8px 16px', mt: 2.5 }}>
        {KEYS.map(([key, does]) => (
          <Box component="span" key={key} sx={{ display: 'contents' }}>
            <Box component="kbd" sx={{ font: 'inherit', fontWeight: 700 }}>
              {key}
            </Box>
            <Typography component="span" sx={{ color: 'text.secondary' }}>
              {t(`people.keys.${does}`)}
            </Typography>
          </Box>
        ))}
      </Box>
    </EmptyState>
  );
}
