import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PeerStatus } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { Section } from '../ui/Section.tsx';
import { DeniedItem } from './DeniedItem.tsx';

/** As many as a person looks at; the rest is a number. */
const SHOWN = 20;

/** The records that a peer, or this PC, did not take: which, why, since when, and what will happen (design §7). */
export function DeniedRecords({ peers, disabled, onAgain }: { peers: readonly PeerStatus[]; disabled: boolean; onAgain: () => void }) {
  const t = useWords('sync');
  const all = peers.flatMap(({ peer, denied }) => denied.map((one) => ({ peer, one })));
  if (all.length === 0) return null;
  const more = all.length - SHOWN;
  return (
    <Section
      title={t('denied.title')}
      action={
        <QuietButton disabled={disabled} onClick={onAgain}>
          {t('denied.tryAgain')}
        </QuietButton>
      }
    >
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{t('denied.explain')}</Typography>
      <Box component="ul" aria-label={t('denied.title')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {all.slice(0, SHOWN).map(({ peer, one }) => (
          <DeniedItem key={`${peer.id} ${one.direction} ${one.id} ${one.rev}`} peer={peer} denied={one} />
        ))}
      </Box>
      {more > 0 ? <Typography sx={{ mt: 1, color: 'text.secondary' }}>{t('denied.more', { count: more })}</Typography> : null}
    </Section>
  );
}
