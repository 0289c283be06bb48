import Box from '@mui/material/Box';
import { useWords } from '../language.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { StepCard } from './StepCard.tsx';

export type FirstStep = 'start' | 'join' | 'practice' | 'backup';
const STEPS: readonly FirstStep[] = ['start', 'join', 'practice', 'backup'];

/** What a PC without a chapter asks first: start one, join one, practise, or bring one back. */
export function Welcome({ onChoose, onBack }: { onChoose: (step: FirstStep) => void; onBack?: (() => void) | undefined }) {
  const t = useWords('opening');
  return (
    <OpeningPage title={t('welcome.title')} lead={t('welcome.text')} onBack={onBack}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {STEPS.map((step) => (
          <li key={step}>
            <StepCard title={t(`welcome.${step}`)} text={t(`welcome.${step}Text`)} onClick={() => onChoose(step)} />
          </li>
        ))}
      </Box>
    </OpeningPage>
  );
}
