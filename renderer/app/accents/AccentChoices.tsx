import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useWords } from '../language.tsx';
import { useAccents } from './accents.tsx';

/** The two helps for letters that the keyboard lacks. */
export function AccentChoices() {
  const t = useWords('shell');
  const accents = useAccents();
  return (
    <Box sx={{ mt: 2 }}>
      <Typography component="h3" variant="body2" sx={{ fontWeight: 500 }}>
        {t('accents.title')}
      </Typography>
      {(['row', 'keys'] as const).map((help) => (
        <FormControlLabel
          key={help}
          sx={{ minHeight: 44, ml: 0, gap: 1, display: 'flex' }}
          control={<Switch checked={accents[help].isOn} onChange={(event) => accents[help].turn(event.target.checked)} />}
          label={t(`accents.${help === 'row' ? 'showRow' : 'useKeys'}`)}
        />
      ))}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('accents.keysHint')}
      </Typography>
    </Box>
  );
}
