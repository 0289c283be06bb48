import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { PeerInfo } from '../../shared/host.ts';
import { collectionOfId } from '../../shared/store/families.ts';
import type { DeniedReason, DeniedRecord } from '../../shared/sync/status.ts';
import { useWords } from '../app/language.tsx';
import { useRecord } from '../app/records.ts';
import { recordPath } from '../history/paths.ts';
import { useKindWords, useRecordTitle } from '../history/record-title.ts';
import { usePeerName } from './peer-name.ts';
import { useWhen } from './when.ts';

/** One record that was not taken, by the name people know it by, as far as it opens here. */
export function DeniedItem({ peer, denied: { id, reason, since, direction } }: { peer: PeerInfo; denied: DeniedRecord }) {
  const t = useWords('sync');
  const when = useWhen();
  const name = usePeerName()(peer.label);
  const titleOf = useRecordTitle();
  const kindOf = useKindWords();
  const collection = collectionOfId(id) ?? 'office';
  const record = useRecord(collection, id);
  const fields = (record ?? null) as Readonly<Record<string, unknown>> | null;
  const title = fields === null ? t('denied.notHere') : titleOf(collection, fields);
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 700 }}>
          {fields === null ? title : <Link to={recordPath(collection, id, fields)}>{title}</Link>}
        </Box>
        {` · ${kindOf(id)} · ${t('denied.since', { when: when(since) })}`}
      </Typography>
      <Typography sx={{ color: 'text.secondary', '&::first-letter': { textTransform: 'uppercase' } }}>
        {t(`denied.${sentenceOf(direction, reason)}`, { peer: name })}
      </Typography>
    </Box>
  );
}

function sentenceOf(direction: DeniedRecord['direction'], reason: DeniedReason): `sending.${DeniedReason}` | 'receiving.other-chapter' | 'receiving.other' {
  if (direction === 'sending') return `sending.${reason}`;
  return reason === 'other-chapter' ? 'receiving.other-chapter' : 'receiving.other';
}
