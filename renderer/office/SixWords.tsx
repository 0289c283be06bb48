import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useWords } from '../app/language.tsx';

/** The six words of an invitation, large enough to be read out or written down. */
export function SixWords({ words }: { words: readonly string[] }) {
  const t = useWords('office');
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2 }}>
        {t('invite.words')}
      </Typography>
      <Box
        component="ol"
        aria-label={t('invite.words')}
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1, p: 0, m: 0, mt: 1, mb: 2, listStylePosition: 'inside', fontSize: '1.25rem', fontWeight: 700 }}
      >
        {words.map((word, index) => (
          <Box component="li" key={`${String(index)}-${word}`} data-word={word} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1, bgcolor: 'background.paper' }}>
            {word}
          </Box>
        ))}
      </Box>
    </>
  );
}
