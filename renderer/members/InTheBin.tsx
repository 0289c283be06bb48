import Box from '@mui/material/Box';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Says that a record lies in the bin, and takes it out again (domain §6.3: 30 days). */
export function InTheBin({ name, onRestore }: { name: string; onRestore: () => Promise<unknown> }) {
  const t = useWords('members');
  return (
    <Box sx={{ mb: 2 }}>
      <Notice kind="careful" action={<QuietButton onClick={() => void onRestore()}>{t('bin.takeOut')}</QuietButton>}>
        {t('bin.here', { name })}
      </Notice>
    </Box>
  );
}
