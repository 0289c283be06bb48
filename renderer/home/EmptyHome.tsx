import Box from '@mui/material/Box';
import { useWords } from '../app/language.tsx';
import { MEETINGS } from '../meetings/paths.ts';
import { IMPORT, NEW_PERSON } from '../members/paths.ts';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';

/** The first day: one sentence, and the three ways to begin. */
export function EmptyHome({ onGo }: { onGo: (path: string) => void }) {
  const t = useWords('home');
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 4, maxWidth: 640, display: 'grid', gap: 3 }}>
      <Box>{t('empty.sentence')}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <PrimaryButton onClick={() => onGo(IMPORT)}>{t('empty.import')}</PrimaryButton>
        <QuietButton onClick={() => onGo(NEW_PERSON)}>{t('empty.add')}</QuietButton>
        <QuietButton onClick={() => onGo(MEETINGS)}>{t('empty.meeting')}</QuietButton>
      </Box>
    </Box>
  );
}
