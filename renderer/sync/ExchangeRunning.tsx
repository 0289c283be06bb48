import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { mainPeer, type SyncStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { usePeerName } from './peer-name.ts';
import { useProblemWords } from './ProblemNotice.tsx';
import { useWhen } from './when.ts';

/** An exchange that runs or waits to go on: what is being done with whom, how much went through, and the ways to end it. */
export function ExchangeRunning({ status, onNow, onStop }: { status: SyncStatus; onNow: () => void; onStop: () => void }) {
  const t = useWords('sync');
  const when = useWhen();
  const nameOf = usePeerName();
  const problemWords = useProblemWords();
  const { activity, at, peers, sent, received, nextTryAt } = status;
  const spoken = peers.find(({ peer }) => peer.id === at)?.peer ?? null;
  const peer = spoken?.kind === 'here' ? t('peer.here') : nameOf(spoken?.label ?? peers[0]?.peer.label ?? null);
  const counts = `${t('progress.sent', { count: sent })} · ${t('progress.received', { count: received })}`;
  const stop = <QuietButton onClick={onStop}>{t('cancel')}</QuietButton>;
  if (activity === 'pausing') {
    const main = mainPeer(status);
    const hindrance = main === null ? null : problemWords(main);
    return (
      <Notice
        kind="careful"
        action={
          <>
            <QuietButton onClick={onNow}>{t('progress.now')}</QuietButton>
            {stop}
          </>
        }
      >
        {hindrance ?? t('state.pausing', { peer })} {nextTryAt === null ? null : t('state.goesOn', { when: when(nextTryAt) })} {counts}. {t('progress.keepWorking')}
      </Notice>
    );
  }
  const doing = activity === 'receiving' || activity === 'verifying' ? activity : 'sending';
  const waiting = peers.find((one) => one.peer.id === at)?.waiting ?? 0;
  const known = doing === 'sending' && waiting > 0 ? { done: sent, total: sent + waiting } : {};
  return (
    <Box>
      <ProgressLine label={t(`progress.${doing}`, { peer })} {...known} action={stop} />
      <Typography className="figures" sx={{ color: 'text.secondary', mt: 1 }}>
        {counts}. {t('progress.keepWorking')}
      </Typography>
    </Box>
  );
}
