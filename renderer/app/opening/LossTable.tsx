import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Loss } from '../../../shared/store/loss.ts';
import { usePeerName } from '../../sync/peer-name.ts';
import { useWhen } from '../../sync/when.ts';
import { useWords } from '../language.tsx';

/** How many records were here, how many are, and who last confirmed a copy. */
export function LossTable({ loss }: { loss: Loss }) {
  const t = useWords('recovery');
  const when = useWhen();
  const peerName = usePeerName();
  const { held, here, countedAt, peer } = loss;
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 3, rowGap: 1, m: 0, mb: 3, px: 3, py: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <Row term={t('were')}>{held === null || countedAt === null ? t('wereUnknown') : t('wereAt', { records: held, when: when(countedAt) })}</Row>
      <Row term={t('are')}>
        <Box component="span" className="figures">
          {new Intl.NumberFormat('en-US').format(here)}
        </Box>
      </Row>
      {loss.kind === 'mended' ? null : <Row term={t('copy')}>{peer === null ? t('copyUnknown') : t('copyAt', { peer: peerName(peer.label), when: when(peer.at) })}</Row>}
    </Box>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {term}
      </Box>
      <Box component="dd" sx={{ m: 0, fontWeight: 600, overflowWrap: 'anywhere', '&::first-letter': { textTransform: 'uppercase' } }}>
        {children}
      </Box>
    </>
  );
}
