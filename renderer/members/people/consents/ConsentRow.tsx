import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useWords } from '../../../app/language.tsx';
import { QuietButton } from '../../../ui/Buttons.tsx';

/** One scope: what it is, what holds now and why, and the two answers. */
export function ConsentRow({ scope, now, isAsked, onAnswer }: { scope: string; now: string; isAsked: boolean; onAnswer: (isGiven: boolean) => void }) {
  const t = useWords('person');
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 60, py: 0.5, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 500 }}>{scope}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {isAsked ? now : t('minor.notAsked')}
        </Typography>
      </Box>
      {isAsked ? (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <QuietButton aria-label={t('consent.yesWhat', { scope })} onClick={() => onAnswer(true)}>
            {t('consent.yes')}
          </QuietButton>
          <QuietButton aria-label={t('consent.noWhat', { scope })} onClick={() => onAnswer(false)}>
            {t('consent.no')}
          </QuietButton>
        </Box>
      ) : null}
    </Box>
  );
}
