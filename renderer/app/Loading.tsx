import Box from '@mui/material/Box';
import { useWords } from './language.tsx';

/** A moment's wait, said in words; empty for the first instant so that quick things do not flicker. */
export function Loading() {
  const t = useWords('shell');
  return (
    <Box role="status" sx={{ p: 4, color: 'text.secondary', animation: 'appear 120ms 400ms both', '@keyframes appear': { from: { opacity: 0 }, to: { opacity: 1 } } }}>
      {t('loading')}
    </Box>
  );
}
