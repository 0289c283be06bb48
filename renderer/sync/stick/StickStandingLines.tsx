import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { StickStanding } from '../../../shared/sync/bundle/stick-standing.ts';
import { useWords } from '../../app/language.tsx';
import { useWhen } from '../when.ts';

/** What is known of the others by what their own sticks said, and no more than that. */
export function StickStandingLines({ standing: { saved, others }, nameOf }: { standing: StickStanding; nameOf: (device: string) => string }) {
  const t = useWords('stick');
  const when = useWhen();
  if (saved === null && others.length === 0) return null;
  const readBy = saved?.readBy.map(nameOf) ?? [];
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
      {saved === null ? null : (
        <li>
          <Typography>{readBy.length > 0 ? t('standing.readAt', { when: when(saved.at), names: readBy.join(', ') }) : t('standing.onStick', { when: when(saved.at) })}</Typography>
        </li>
      )}
      {others.map(({ device, heardAt, lacking }) => (
        <li key={device}>
          <Typography>{lacking === 0 ? t('standing.hasAll', { name: nameOf(device), when: when(heardAt) }) : t('standing.lacks', { name: nameOf(device), count: lacking, when: when(heardAt) })}</Typography>
        </li>
      ))}
    </Box>
  );
}
