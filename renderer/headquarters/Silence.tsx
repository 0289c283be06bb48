import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { QUIET_DAYS, SILENT_DAYS } from '../../shared/sync/chapter-list.ts';
import { useWords } from '../app/language.tsx';

type Loudness = 'never' | 'fresh' | 'days' | 'quiet' | 'silent';
const ICONS = { never: ScheduleOutlined, fresh: CheckCircleOutlined, days: ScheduleOutlined, quiet: WarningAmberOutlined, silent: ErrorOutlineOutlined };

/** How long a silence is for people: offline weeks are normal, a month is a call (domain §4.14). */
export function loudnessOf(silentFor: number | null): Loudness {
  if (silentFor === null) return 'never';
  if (silentFor === 0) return 'fresh';
  if (silentFor >= SILENT_DAYS) return 'silent';
  return silentFor >= QUIET_DAYS ? 'quiet' : 'days';
}

/** Since when nothing was heard, in words and with a form of its own: never by colour alone. */
export function Silence({ silentFor }: { silentFor: number | null }) {
  const t = useWords('headquarters');
  const { convoca: colours } = useTheme();
  const loudness = loudnessOf(silentFor);
  const Icon = ICONS[loudness];
  const colour = { never: colours.quiet, fresh: colours.good, days: colours.quiet, quiet: colours.careful, silent: colours.wrong }[loudness];
  const isLoud = loudness === 'quiet' || loudness === 'silent';
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '6px', color: colour, fontWeight: isLoud ? 700 : 400 }}>
      <Icon aria-hidden sx={{ fontSize: 20, flexShrink: 0 }} />
      {loudness === 'never' || loudness === 'fresh' ? t(`chapter.${loudness}`) : t(`chapter.${loudness}`, { count: silentFor ?? 0 })}
    </Box>
  );
}
