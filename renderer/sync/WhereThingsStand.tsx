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
  const { title, below } = useAnswers()(main, peer);
  const isSafe = isSafeAt(main);
  const Icon = isSafe ? CheckCircleOutlined : ScheduleOutlined;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <Icon aria-hidden sx={{ color: isSafe ? 'success.main' : 'warning.main', flexShrink: 0 }} />
        <Box>
          <Typography variant="h2" component="p">
            {title}
          </Typography>
          <Typography sx={{ color: 'text.secondary', mt: 0.5, '&::first-letter': { textTransform: 'uppercase' } }}>{below}</Typography>
        </Box>
      </Box>
      {main.setBack === null || isSafe ? null : <Notice kind="careful">{t(`state.${main.setBack.kind}`, { peer, when: when(main.setBack.at) })}</Notice>}
      {main.clockMinutes > 0 ? <Notice kind="careful">{t('clockAhead', { peer, count: main.clockMinutes })}</Notice> : null}
    </Box>
  );
}

/** What stands large, and what stands quiet below it. */
function useAnswers(): (main: PeerStatus, peer: string) => { readonly title: string; readonly below: string } {
  const t = useWords('sync');
  const when = useWhen();
  const title = (main: PeerStatus, peer: string): string => {
    const { safeAt, waiting, waitingSince, guard } = main;
    if (isSafeAt(main)) return t('state.safe', { peer, when: when(safeAt ?? '') });
    if (guard !== null) return t('state.stopped');
    if (waiting === 0) return t('state.notYetThere', { peer });
    return waitingSince === null ? t('state.waiting', { count: waiting }) : t('state.waitingSince', { count: waiting, when: when(waitingSince) });
  };
  const below = (main: PeerStatus, peer: string): string => {
    const { safeAt, contactAt } = main;
    // "On Rosa's PC, not yet at headquarters."
    const beyond = main.peer.kind === 'neighbour' ? t('state.notConnected') : '';
    if (isSafeAt(main)) return `${beyond} ${t('state.byItself')}`.trim();
    const last = safeAt === null ? t('state.neverSafe', { peer }) : t('state.lastSafe', { peer, when: when(safeAt) });
    const contact = contactAt === null || contactAt === safeAt ? '' : t('state.lastContact', { when: when(contactAt) });
    return [beyond, last, contact].filter((sentence) => sentence !== '').join(' ');
  };
  return (main, peer) => ({ title: title(main, peer), below: below(main, peer) });
}
