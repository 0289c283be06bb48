import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SyncStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWhen } from './when.ts';

/** The three answers in sentences, and what went wrong if something did (design §7). */
export function WhereThingsStand({ status }: { status: SyncStatus }) {
  const t = useWords('sync');
  const when = useWhen();
  const peer = status.peer ?? t('connection.labelDefault');
  if (status.peer === null) {
    return (
      <Notice>
        {t('state.notConnected')} {status.waiting > 0 ? t('state.notConnectedWaiting', { count: status.waiting }) : null}
      </Notice>
    );
  }
  const isSafe = status.waiting === 0 && status.safeAt !== null;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {status.problem === null ? null : <Notice kind="wrong">{t(`problem.${status.problem}`, { peer })}</Notice>}
      <Box aria-live="polite">
        <Typography variant="h2" component="p">
          {isSafe ? t('state.safe', { peer, when: when(status.safeAt ?? '') }) : t('state.waiting', { count: status.waiting })}
        </Typography>
        {isSafe ? null : (
          <Typography color="text.secondary">
            {status.safeAt === null ? t('state.neverSafe', { peer }) : t('state.lastSafe', { peer, when: when(status.safeAt) })}
          </Typography>
        )}
      </Box>
      {status.denied > 0 ? <Notice kind="careful">{t('state.denied', { peer, count: status.denied })}</Notice> : null}
    </Box>
  );
}
