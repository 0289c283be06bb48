import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useWords } from '../language.tsx';
import { OpeningPage } from './OpeningPage.tsx';

export type FirstStep = 'start' | 'join' | 'practice';
const STEPS: readonly FirstStep[] = ['start', 'join', 'practice'];

/** What a PC without a chapter asks first: start one, join one, or practise. */
export function Welcome({ onChoose, onBack }: { onChoose: (step: FirstStep) => void; onBack?: (() => void) | undefined }) {
  const t = useWords('opening');
  return (
    <OpeningPage title={t('welcome.title')} lead={t('welcome.text')} onBack={onBack}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {STEPS.map((step) => (
          <li key={step}>
            <ButtonBase
              onClick={() => onChoose(step)}
              sx={{
                width: '100%',
                display: 'flex',
                alignItems: 'center',
                gap: 2,
                textAlign: 'left',
                px: 3,
                py: 2.5,
                border: 1,
                borderColor: 'divider',
                borderRadius: 1,
                bgcolor: 'background.paper',
                '&:hover': { borderColor: 'primary.main', bgcolor: 'action.selected' },
              }}
            >
              <Box sx={{ flex: 1 }}>
                <Typography component="span" variant="h2" sx={{ display: 'block', color: 'primary.main' }}>
                  {t(`welcome.${step}`)}
                </Typography>
                <Typography component="span" sx={{ display: 'block', mt: '4px' }}>
                  {t(`welcome.${step}Text`)}
                </Typography>
              </Box>
              <ChevronRightOutlined aria-hidden sx={{ color: 'primary.main' }} />
            </ButtonBase>
          </li>
        ))}
      </Box>
    </OpeningPage>
  );
}
