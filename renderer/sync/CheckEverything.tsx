import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PeerStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { Section } from '../ui/Section.tsx';
import { usePeerName } from './peer-name.ts';
import { useWhen } from './when.ts';

/** "Check everything now": what it does, and when each peer was last compared with. */
export function CheckEverything({ peers, disabled, onVerify }: { peers: readonly PeerStatus[]; disabled: boolean; onVerify: () => void }) {
  const t = useWords('sync');
  const when = useWhen();
  const nameOf = usePeerName();
  const elsewhere = peers.filter(({ peer }) => peer.kind !== 'here');
  const [first] = elsewhere;
  if (first === undefined) return null;
  return (
    <Section title={t('verify.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{t('verify.explain', { peer: nameOf(first.peer.label) })}</Typography>
      {elsewhere.map(({ peer, verifiedAt }) => (
        <Typography key={peer.id} sx={{ mb: 1 }}>
          {verifiedAt === null ? t('verify.never', { peer: nameOf(peer.label) }) : t('verify.last', { peer: nameOf(peer.label), when: when(verifiedAt) })}
        </Typography>
      ))}
      <Box sx={{ mt: 1 }}>
        <QuietButton disabled={disabled} onClick={onVerify}>
          {t('verify.action')}
        </QuietButton>
      </Box>
    </Section>
  );
}
