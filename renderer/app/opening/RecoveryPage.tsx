import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { BringingBack } from '../../../shared/store/bring-back.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { usePeerName } from '../../sync/peer-name.ts';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useHost } from '../host.tsx';
import { useWords } from '../language.tsx';
import { LossTable } from './LossTable.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { RecoveryEndNotice } from './RecoveryEndNotice.tsx';
import { StepCard } from './StepCard.tsx';
import { useRecovery, type LostChapter, type Recovery } from './use-recovery.ts';

/** Records are missing on this PC: what is known of it, and the ways back. Never an empty chapter without a word. */
export function RecoveryPage({
  lost,
  bringing,
  onDone,
  onBack,
}: {
  lost: LostChapter;
  bringing: () => Promise<BringingBack>;
  onDone: (chapter: OpenedChapter) => Promise<void>;
  onBack: () => void;
}) {
  const t = useWords('recovery');
  const host = useHost();
  const recovery = useRecovery(lost, bringing, onDone);
  const [peer, setPeer] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    host.sync.peer(lost.database).then(
      (found) => setPeer(found?.label ?? null),
      () => setPeer(null),
    );
  }, [host, lost.database]);
  const { loss, work, end } = recovery;
  return (
    <OpeningPage title={t(`title.${lost.loss.kind}`)} lead={t(`lead.${lost.loss.kind}`)} onBack={work === null ? onBack : undefined}>
      <LossTable loss={loss} />
      {end === null ? null : (
        <Box sx={{ mb: 3 }}>
          <RecoveryEndNotice end={end} peer={peer} />
        </Box>
      )}
      {work !== null ? (
        <Working recovery={recovery} missing={(loss.held ?? 0) - lost.loss.here} />
      ) : loss.kind === 'mended' ? (
        <PrimaryButton onClick={recovery.keep}>{t('open')}</PrimaryButton>
      ) : sure ? (
        <Sure here={loss.here} onKeep={recovery.keep} onNot={() => setSure(false)} />
      ) : (
        <Ways recovery={recovery} peer={peer} onKeep={() => (loss.kind === 'unsure' ? recovery.keep() : setSure(true))} />
      )}
    </OpeningPage>
  );
}

function Ways({ recovery, peer, onKeep }: { recovery: Recovery; peer: string | null; onKeep: () => void }) {
  const t = useWords('recovery');
  const peerName = usePeerName();
  const keep = <StepCard title={t(recovery.loss.kind === 'unsure' ? 'open' : 'keep.title')} text={t('keep.text')} onClick={onKeep} />;
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {t('ways')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {recovery.loss.kind === 'unsure' ? keep : null}
        {peer === null ? null : <StepCard title={t('peer.title', { peer: peerName(peer) })} text={t('peer.text')} onClick={recovery.fromPeer} />}
        <StepCard title={t('backup.title')} text={t('backup.text')} onClick={recovery.fromBackup} />
        {recovery.loss.kind === 'unsure' ? null : keep}
      </Box>
    </>
  );
}

function Sure({ here, onKeep, onNot }: { here: number; onKeep: () => void; onNot: () => void }) {
  const t = useWords(['recovery', 'common']);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Notice kind="careful">{t('recovery:keep.sure', { count: here })}</Notice>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <PrimaryButton autoFocus onClick={onKeep}>
          {t('recovery:keep.action')}
        </PrimaryButton>
        <QuietButton onClick={onNot}>{t('common:back')}</QuietButton>
      </Box>
    </Box>
  );
}

/** `missing`: records that were missing at the beginning. */
function Working({ recovery, missing }: { recovery: Recovery; missing: number }) {
  const t = useWords('recovery');
  const { work, stop } = recovery;
  if (work?.way === 'peer') {
    const stopping = <QuietButton onClick={stop}>{t('stop')}</QuietButton>;
    return (
      <Box>
        <ProgressLine label={t('peer.working')} {...(missing > 0 ? { done: Math.min(work.received, missing), total: missing } : {})} action={stopping} />
        <Typography className="figures" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('peer.received', { count: work.received })}
        </Typography>
      </Box>
    );
  }
  if (work?.way === 'backup') return <ProgressLine label={t('backup.working')} done={Math.round(work.share * 100)} total={100} />;
  return <ProgressLine label={t('opening')} />;
}
