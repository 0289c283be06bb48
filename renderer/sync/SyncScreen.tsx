import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { PeerInfo } from '../../shared/host.ts';
import { NETWORK_DATABASE } from '../../shared/sync/contact.ts';
import { mainPeer } from '../../shared/sync/status.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useWords } from '../app/language.tsx';
import { HEADQUARTERS_PATH } from '../headquarters/paths.ts';
import { useSettings } from '../office/use-settings.ts';
import { PrimaryButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import { CheckEverything } from './CheckEverything.tsx';
import { Connection } from './Connection.tsx';
import { DeniedRecords } from './DeniedRecords.tsx';
import { ExchangeRunning } from './ExchangeRunning.tsx';
import { GuardQuestion } from './GuardQuestion.tsx';
import { LogSection } from './LogSection.tsx';
import { NeighboursSection } from './neighbours/NeighboursSection.tsx';
import { OtherPeers } from './OtherPeers.tsx';
import { usePeerName } from './peer-name.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { Reviews } from './Reviews.tsx';
import { useSyncSession, useSyncStatus } from './session-here.ts';
import { StickSection } from './stick/StickSection.tsx';
import { useExchange } from './use-exchange.ts';
import { WhereThingsStand } from './WhereThingsStand.tsx';

/** "Send and receive"; a chapter for practice is told apart and never sent. */
export function SyncScreen() {
  const t = useWords('sync');
  const isPractice = useSettings()?.practice === true;
  return (
    <Box sx={{ maxWidth: 720 }}>
      <PageTitle title={t('title')} />
      {isPractice ? <Notice>{t('state.practice')}</Notice> : <Exchange />}
    </Box>
  );
}

/** Are my changes safe, since when, how many wait; what hinders it and what to press; one big button; the rest below. */
function Exchange() {
  const t = useWords('sync');
  const session = useSyncSession();
  const status = useSyncStatus();
  const nameOf = usePeerName();
  const { server, isCoordinator, lookAgain } = usePeersHere();
  const [changing, setChanging] = useState<'address' | 'password' | null>(null);
  const { finished, failed, exchange, verify, decide, stop, hurry } = useExchange();
  const main = mainPeer(status);
  const isRunning = status.activity !== 'resting';
  const isBusy = isRunning && status.activity !== 'pausing';
  const guarded = status.peers.filter(({ guard }) => guard !== null);
  const counts = { sent: t('progress.sent', { count: status.sent }), received: t('progress.received', { count: status.received }) };
  return (
    <>
      <Box sx={{ display: 'grid', gap: 3, mb: 3 }}>
        {guarded.map((one) => (one.guard === null ? null : <GuardQuestion key={one.peer.id} status={one} guard={one.guard} onDecide={(answer) => void decide(one.peer.id, answer)} />))}
        <WhereThingsStand status={status} />
        {main === null || isRunning ? null : <ProblemNotice status={main} onAgain={() => void exchange()} onConnection={setChanging} />}
        {failed === null ? null : <Notice kind="wrong">{failed}</Notice>}
        {status.peers.length === 0 ? null : isRunning ? (
          <ExchangeRunning status={status} onNow={hurry} onStop={stop} />
        ) : main !== null && main.guard !== null ? null : (
          <Box>
            <PrimaryButton onClick={() => void exchange()}>{t('button')}</PrimaryButton>
          </Box>
        )}
        {finished === null || isRunning ? null : <Notice kind="good">{finished === 'verify' ? t('verify.done', { peer: nameOf(main?.peer.label ?? null) }) : t('done', counts)}</Notice>}
      </Box>
      <DeniedRecords peers={status.peers} disabled={isBusy} onAgain={() => void verify()} />
      <Reviews />
      <OtherPeers status={status} />
      {server === undefined ? null : <Connection peer={server} changing={changing} onChanging={setChanging} onConnected={lookAgain} onExchange={exchange} />}
      <NeighboursSection onChanged={() => void lookAgain()} />
      <StickSection />
      <CheckEverything peers={status.peers} disabled={isBusy} onVerify={() => void verify()} />
      {status.peers.length === 0 ? null : <LogSection log={session.log} />}
      {isCoordinator ? <ToHeadquarters /> : null}
    </>
  );
}

function ToHeadquarters() {
  const t = useWords('sync');
  return (
    <Section title={t('headquarters.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('headquarters.explain')}</Typography>
      <Button component={Link} to={HEADQUARTERS_PATH} variant="outlined">
        {t('headquarters.link')}
      </Button>
    </Section>
  );
}

interface PeersHere {
  /** The chapter's server; null when none is set, undefined while that is looked up. */
  readonly server: PeerInfo | null | undefined;
  /** Whether this PC has a coordinator's account too. */
  readonly isCoordinator: boolean;
  /** The connection was changed. */
  readonly lookAgain: () => Promise<void>;
}

function usePeersHere(): PeersHere {
  const chapter = useChapter();
  const host = useHost();
  const session = useSyncSession();
  const [server, setServer] = useState<PeerInfo | null>();
  const [isCoordinator, setCoordinator] = useState(false);
  const look = useCallback(() => Promise.all([host.sync.peer(chapter.database), host.sync.peer(NETWORK_DATABASE)]), [host, chapter]);
  useEffect(() => {
    let here = true;
    look().then(
      ([found, network]) => {
        if (!here) return;
        setServer(found);
        setCoordinator(network !== null);
      },
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [look]);
  const lookAgain = async (): Promise<void> => {
    const [found] = await look();
    setServer(found);
    await session.recount();
  };
  return { server, isCoordinator, lookAgain };
}
