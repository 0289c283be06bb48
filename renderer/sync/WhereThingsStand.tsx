import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { isSafeAt, mainPeer, type PeerStatus, type SyncStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePeerName } from './peer-name.ts';
import { useWhen } from './when.ts';

/** The three answers in sentences: is the work safe, since when, how many wait (design §7). */
export function WhereThingsStand({ status }: { status: SyncStatus }) {
  const t = useWords('sync');
  const main = mainPeer(status);
  if (main !== null) return <AtPeer main={main} />;
  return (
    <Notice>
      {status.peers.length > 0 ? t('state.onlyHere') : t('state.notConnected')} {status.waiting > 0 ? t('state.notConnectedWaiting', { count: status.waiting }) : null}
    </Notice>
  );
}

function AtPeer({ main }: { main: PeerStatus }) {
  const t = useWords('sync');
  const when = useWhen();
  const peer = usePeerName()(main.peer.label);
  const { safeAt, waiting, waitingSince, setBack, clockMinutes, contactAt } = main;
  const isSafe = isSafeAt(main);
  const Icon = isSafe ? CheckCircleOutlined : ScheduleOutlined;
  const title = isSafe
    ? t('state.safe', { peer, when: when(safeAt ?? '') })
    : waiting === 0
      ? t('state.notYetThere', { peer })
      : waitingSince === null
        ? t('state.waiting', { count: waiting })
        : t('state.waitingSince', { count: waiting, when: when(waitingSince) });
  const below = isSafe ? t('state.byItself') : safeAt === null ? t('state.neverSafe', { peer }) : t('state.lastSafe', { peer, when: when(safeAt) });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <Icon aria-hidden sx={{ color: isSafe ? 'success.main' : 'warning.main', flexShrink: 0 }} />
        <Box>
          <Typography variant="h2" component="p">
            {title}
          </Typography>
          <Typography sx={{ color: 'text.secondary', mt: 0.5, '&::first-letter': { textTransform: 'uppercase' } }}>
            {below} {contactAt === null || contactAt === safeAt ? null : t('state.lastContact', { when: when(contactAt) })}
          </Typography>
        </Box>
      </Box>
      {setBack === null || isSafe ? null : <Notice kind="careful">{t(`state.${setBack.kind}`, { peer, when: when(setBack.at) })}</Notice>}
      {clockMinutes > 0 ? <Notice kind="careful">{t('clockAhead', { peer, count: clockMinutes })}</Notice> : null}
    </Box>
  );
}
