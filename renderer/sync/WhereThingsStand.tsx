import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { isSafeAt, mainPeer, type SyncStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePeerName } from './peer-name.ts';
import { useWhen } from './when.ts';

/** The three answers in sentences, and what went wrong if something did (design §7). */
export function WhereThingsStand({ status }: { status: SyncStatus }) {
  const t = useWords('sync');
  const when = useWhen();
  const nameOf = usePeerName();
  const main = mainPeer(status);
  if (main === null) {
    return (
      <Notice>
        {t('state.notConnected')} {status.waiting > 0 ? t('state.notConnectedWaiting', { count: status.waiting }) : null}
      </Notice>
    );
  }
  const peer = nameOf(main.peer.label);
  const isSafe = isSafeAt(main);
  const refused = main.denied.length;
  const Icon = isSafe ? CheckCircleOutlined : ScheduleOutlined;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {main.problem === null ? null : <Notice kind="wrong">{t(`problem.${main.problem}`, { peer })}</Notice>}
      <Box aria-live="polite" sx={{ display: 'flex', gap: 1.5 }}>
        <Icon aria-hidden sx={{ color: isSafe ? 'success.main' : 'warning.main', flexShrink: 0 }} />
        <Box>
          <Typography variant="h2" component="p">
            {isSafe ? t('state.safe', { peer, when: when(main.safeAt ?? '') }) : t('state.waiting', { count: status.waiting })}
          </Typography>
          <Typography sx={{ color: 'text.secondary', mt: 0.5, '&::first-letter': { textTransform: 'uppercase' } }}>
            {isSafe ? t('state.byItself') : main.safeAt === null ? t('state.neverSafe', { peer }) : t('state.lastSafe', { peer, when: when(main.safeAt) })}
          </Typography>
        </Box>
      </Box>
      {main.clockMinutes > 0 ? <Notice kind="careful">{t('clockAhead', { peer, minutes: main.clockMinutes })}</Notice> : null}
      {refused > 0 ? <Notice kind="careful">{t('state.denied', { peer, count: refused })}</Notice> : null}
    </Box>
  );
}
