import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { isSafeAt, mainPeer, type PeerStatus, type SyncStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { Section } from '../ui/Section.tsx';
import { useProblemWords } from './ProblemNotice.tsx';
import { useWhen } from './when.ts';

/** The peers besides the one that the page begins with: what each has, as of when, and what hinders it. */
export function OtherPeers({ status }: { status: SyncStatus }) {
  const t = useWords('sync');
  const main = mainPeer(status);
  const others = status.peers.filter((one) => one !== main);
  if (others.length === 0) return null;
  const isServerBehind = main?.peer.kind === 'server' && !isSafeAt(main);
  return (
    <Section title={t('peers.title')}>
      <Box component="ul" aria-label={t('peers.title')} sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2 }}>
        {others.map((one) => (
          <OtherPeer key={one.peer.id} one={one} isServerBehind={isServerBehind} />
        ))}
      </Box>
    </Section>
  );
}

function OtherPeer({ one, isServerBehind }: { one: PeerStatus; isServerBehind: boolean }) {
  const t = useWords('sync');
  const when = useWhen();
  const problem = useProblemWords()(one);
  const { peer, safeAt, waiting } = one;
  const isHere = peer.kind === 'here';
  const isSafe = isSafeAt(one);
  const Icon = isSafe ? CheckCircleOutlined : ScheduleOutlined;
  const stand = isHere
    ? safeAt === null
      ? t('peers.hereNever')
      : t('peers.hereExplain', { when: when(safeAt) })
    : isSafe
      ? [t('peers.safe', { when: when(safeAt ?? '') }), isServerBehind ? t('peers.notHq') : ''].join(' ').trim()
      : safeAt === null && waiting === 0
        ? t('peers.never')
        : t('peers.waiting', { count: waiting });
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Icon aria-hidden sx={{ color: isSafe ? 'success.main' : 'text.secondary', flexShrink: 0 }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 700, overflowWrap: 'anywhere', '&::first-letter': { textTransform: 'uppercase' } }}>{isHere ? t('peer.here') : peer.label}</Typography>
        <Typography>{stand}</Typography>
        {problem === null ? null : <Typography sx={{ color: 'warning.main' }}>{problem}</Typography>}
      </Box>
    </Box>
  );
}
