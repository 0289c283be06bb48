import Box from '@mui/material/Box';
import { TextButton } from '../../ui/Buttons.tsx';
import { useWords } from '../language.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { StepCard } from './StepCard.tsx';

export type FirstStep = 'start' | 'join' | 'practice' | 'backup';
const STEPS: readonly FirstStep[] = ['start', 'join', 'practice', 'backup'];

/** What a PC without a chapter asks first: start one, join one, practise, or bring one back. */
export function Welcome({ onChoose, onHeadquarters, onBack }: { onChoose: (step: FirstStep) => void; onHeadquarters: () => void; onBack?: (() => void) | undefined }) {
  const t = useWords(['opening', 'headquarters']);
  return (
    <OpeningPage title={t('opening:welcome.title')} lead={t('opening:welcome.text')} onBack={onBack}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {STEPS.map((step) => (
          <li key={step}>
            <StepCard title={t(`opening:welcome.${step}`)} text={t(`opening:welcome.${step}Text`)} onClick={() => onChoose(step)} />
          </li>
        ))}
      </Box>
      <Box sx={{ mt: 3, ml: '-8px' }}>
        <TextButton onClick={onHeadquarters}>{t('headquarters:link')}</TextButton>
      </Box>
    </OpeningPage>
  );
}
