import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import { Link } from 'react-router';
import { useWords } from '../app/language.tsx';
import { useSettings } from '../office/use-settings.ts';
import { VISUALLY_HIDDEN } from '../ui/visually-hidden.ts';
import { useBackgroundExchange } from './background-exchange.ts';
import { useContactReports } from './contact-reports.ts';
import { moodOf, type Mood } from './mood.ts';
import { useKnownToMachine } from './neighbours/use-known-to-machine.ts';
import { useSyncStatus } from './session-here.ts';
import { useMoodWords } from './use-mood-words.ts';

const ICONS: Readonly<Record<Mood, typeof SyncOutlined>> = {
  practice: SchoolOutlined,
  notConnected: ScheduleOutlined,
  sending: SyncOutlined,
  receiving: SyncOutlined,
  verifying: SyncOutlined,
  pausing: HourglassEmptyOutlined,
  needsYou: ErrorOutlineOutlined,
  safe: CheckCircleOutlined,
  waiting: ScheduleOutlined,
  unconfirmed: ScheduleOutlined,
};

/** A long name of a peer gives way; the time below it never does. */
const ONE_LINE = { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/**
 * The few words in the top bar that say whether the work is safe, at whom and as of when; they lead to the page that
 * explains. Read out when the mood changes, and not with every line that is typed.
 */
export function SyncStatus() {
  useBackgroundExchange();
  useContactReports();
  useKnownToMachine();
  const status = useSyncStatus();
  const settings = useSettings();
  const t = useWords('sync');
  const { convoca: colours } = useTheme();
  const mood = moodOf(status, settings?.practice === true);
  const { short, below, announced } = useMoodWords()(mood, status);
  const Icon = ICONS[mood];
  const colour = mood === 'safe' ? colours.good : mood === 'needsYou' ? colours.wrong : mood === 'waiting' || mood === 'unconfirmed' || mood === 'pausing' ? colours.careful : colours.quiet;
  return (
    <>
      <Button component={Link} to="/sync" variant="text" startIcon={<Icon aria-hidden />} title={below === null ? short : `${short}, ${below}`} sx={{ color: colour, px: 1, minWidth: 0, flexShrink: 1, textDecoration: 'none' }}>
        <Box component="span" sx={VISUALLY_HIDDEN}>
          {`${t('title')}: `}
        </Box>
        <Box component="span" className="figures" sx={{ display: 'block', minWidth: 0, textAlign: 'left', fontSize: '0.875rem', lineHeight: '1.125rem' }}>
          <Box component="span" sx={{ ...ONE_LINE, textDecoration: 'underline', textUnderlineOffset: '3px' }}>
            {short}
          </Box>
          {below === null ? null : (
            <Box component="span" sx={{ ...ONE_LINE, fontWeight: 400 }}>
              {below}
            </Box>
          )}
        </Box>
      </Button>
      <Box component="span" role="status" sx={VISUALLY_HIDDEN}>
        {announced}
      </Box>
    </>
  );
}
