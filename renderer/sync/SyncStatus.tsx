import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import { Link } from 'react-router';
import { isSafeAt, mainPeer, type SyncStatus as Status } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { useSettings } from '../office/use-settings.ts';
import { useBackgroundExchange } from './background-exchange.ts';
import { useSyncStatus } from './session-here.ts';
import { useWhen } from './when.ts';

type Mood = 'safe' | 'waiting' | 'busy' | 'problem' | 'notConnected' | 'practice';

/** Which of the few words the top bar shows; "safe" only of what a named peer has confirmed (design §7). */
export function moodOf(status: Status, isPractice: boolean): Mood {
  if (isPractice) return 'practice';
  if (status.activity !== 'resting' && status.activity !== 'pausing') return 'busy';
  const main = mainPeer(status);
  if (main === null) return 'notConnected';
  if (main.problem !== null || main.guard !== null) return 'problem';
  return isSafeAt(main) ? 'safe' : 'waiting';
}

const ICONS = {
  safe: CheckCircleOutlined,
  waiting: ScheduleOutlined,
  busy: SyncOutlined,
  problem: ErrorOutlineOutlined,
  notConnected: ScheduleOutlined,
  practice: SchoolOutlined,
};

/** The few words in the top bar that say whether the work is safe; they lead to the page that explains. */
export function SyncStatus() {
  useBackgroundExchange();
  const status = useSyncStatus();
  const settings = useSettings();
  const t = useWords('sync');
  const when = useWhen();
  const { convoca: colours } = useTheme();
  const mood = moodOf(status, settings?.practice === true);
  const Icon = ICONS[mood];
  const colour = { safe: colours.good, waiting: colours.careful, busy: colours.quiet, problem: colours.wrong, notConnected: colours.quiet, practice: colours.quiet }[mood];
  const text = {
    safe: () => t('slot.safe', { when: when(mainPeer(status)?.safeAt ?? '') }),
    waiting: () => t('slot.waiting', { count: status.waiting }),
    busy: () => t('slot.busy'),
    problem: () => t('slot.problem'),
    notConnected: () => t('slot.notConnected'),
    practice: () => t('slot.practice'),
  }[mood]();
  return (
    <Button component={Link} to="/sync" variant="text" startIcon={<Icon aria-hidden />} sx={{ color: colour, whiteSpace: 'nowrap', px: 1 }}>
      <span role="status">{text}</span>
    </Button>
  );
}
