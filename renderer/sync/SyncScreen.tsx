import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { PeerInfo } from '../../shared/host.ts';
import { mainPeer } from '../../shared/sync/status.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useWords } from '../app/language.tsx';
import { useSettings } from '../office/use-settings.ts';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { Connection } from './Connection.tsx';
import { Reviews } from './Reviews.tsx';
import { useSyncSession, useSyncStatus } from './session-here.ts';
import { StickSection } from './stick/StickSection.tsx';
import { WhereThingsStand } from './WhereThingsStand.tsx';

/** "Send and receive": are my changes safe, since when, how many wait; one button, and the connection below. */
export function SyncScreen() {
  const t = useWords('sync');
  const chapter = useChapter();
  const host = useHost();
  const session = useSyncSession();
  const status = useSyncStatus();
  const settings = useSettings();
  const [peer, setPeer] = useState<PeerInfo | null>();
  const [finished, setFinished] = useState(false);
  useEffect(() => {
    void host.sync.peer(chapter.database).then(setPeer);
  }, [host, chapter]);

  const exchange = async (): Promise<void> => {
    setFinished(false);
    const main = mainPeer(await session.exchange());
    setFinished(main?.problem === null && main.guard === null);
  };
  const connected = async (): Promise<void> => {
    setPeer(await host.sync.peer(chapter.database));
    await session.recount();
  };

  if (settings?.practice === true) {
    return (
      <Box sx={{ maxWidth: 720 }}>
        <PageTitle title={t('title')} />
        <Notice>{t('state.practice')}</Notice>
      </Box>
    );
  }
  const busy = status.activity !== 'resting';
  return (
    <Box sx={{ maxWidth: 720 }}>
      <PageTitle title={t('title')} />
      <Box sx={{ display: 'grid', gap: 3, mb: 3 }}>
        <WhereThingsStand status={status} />
        {peer === null || peer === undefined ? null : busy ? (
          <Box>
            <ProgressLine
              label={t(status.activity === 'sending' ? 'progress.sending' : 'progress.receiving')}
              action={<QuietButton onClick={() => void session.cancel()}>{t('cancel')}</QuietButton>}
            />
            <Typography className="figures" sx={{ color: 'text.secondary', mt: 1 }}>
              {t('progress.sent', { count: status.sent })} · {t('progress.received', { count: status.received })}. {t('progress.keepWorking')}
            </Typography>
          </Box>
        ) : (
          <Box>
            <PrimaryButton onClick={() => void exchange()}>{t('button')}</PrimaryButton>
          </Box>
        )}
        {finished && !busy ? (
          <Notice kind="good">
            {t('done', { sent: t('progress.sent', { count: status.sent }), received: t('progress.received', { count: status.received }) })}
          </Notice>
        ) : null}
      </Box>
      <Reviews />
      <StickSection />
      {peer === undefined ? null : <Connection peer={peer} onConnected={connected} onExchange={exchange} />}
    </Box>
  );
}
