import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { QuietButton } from '../../ui/Buttons.tsx';

/** One computer of a list, and the one thing to do with it. `spoken` names the computer for who does not see the row. */
export function ComputerLine({ title, detail, verb, spoken, onPress }: { title: string; detail?: string; verb: string; spoken: string; onPress: () => void }) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 56, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{title}</Typography>
        {detail === undefined ? null : (
          <Typography className="figures" variant="body2" sx={{ color: 'text.secondary' }}>
            {detail}
          </Typography>
        )}
      </Box>
      <QuietButton aria-label={spoken} onClick={onPress}>
        {verb}
      </QuietButton>
    </Box>
  );
}
