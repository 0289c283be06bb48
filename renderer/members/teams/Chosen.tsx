import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';

/** What was picked, where its field stood: the name, and the way to pick another. */
export function Chosen({ label, name, onTakeOut }: { label: string; name: string; onTakeOut: () => Promise<unknown> }) {
  const t = useWords('structure');
  return (
    <Box>
      <Typography variant="body2" sx={{ fontWeight: 500, minHeight: 24 }}>
        {label}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, minHeight: 44 }}>
        <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
          {name}
        </Box>
        <TextButton aria-label={t('chosen.takeOut', { name })} onClick={() => void onTakeOut()}>
          {t('chosen.other')}
        </TextButton>
      </Box>
    </Box>
  );
}
