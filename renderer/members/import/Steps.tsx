import Box from '@mui/material/Box';
import { useWords } from '../../app/language.tsx';

const STEPS = ['choose', 'columns', 'check', 'import'] as const;
export type Step = (typeof STEPS)[number];

/** Where one is on the way from a file to people. */
export function Steps({ now }: { now: Step }) {
  const t = useWords('import');
  return (
    <Box component="ol" aria-label={t('screen.steps.label')} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, listStyle: 'none', m: 0, mb: 2, p: 0 }}>
      {STEPS.map((step) => (
        <Box
          component="li"
          key={step}
          aria-current={step === now ? 'step' : undefined}
          sx={{ py: 0.5, color: step === now ? 'text.primary' : 'text.secondary', fontWeight: step === now ? 700 : 400, borderBottom: '3px solid', borderColor: step === now ? 'primary.main' : 'transparent' }}
        >
          {t(`screen.steps.${step}`)}
        </Box>
      ))}
    </Box>
  );
}
