import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { daysLeft, eraseWithReviews } from '../../shared/store/bin.ts';
import { useChapter } from '../app/chapter.tsx';
import { usePersonIds } from '../app/directory.tsx';
import { useWords } from '../app/language.tsx';
import { useNotices } from '../app/notices.tsx';
import { useSave } from '../app/saving.ts';
import { useSaving } from '../members/people/use-saving.tsx';
import { QuietButton, TextButton } from '../ui/Buttons.tsx';
import { ConfirmErase } from './ConfirmErase.tsx';
import { useMoment } from './moment.ts';
import { useKindWords } from './record-title.ts';
import type { BinnedRecord } from './use-bin.ts';
import type { Who } from './who.ts';

/** One record in the bin: what it is, who moved it here when, and the way back. */
export function BinItem({ record, now, who, keepPlace }: { record: BinnedRecord; now: Date; who: Who; keepPlace: (work: () => Promise<unknown>) => Promise<void> }) {
  const t = useWords('history');
  const { name, id, title, deletedAt } = record;
  const chapter = useChapter();
  // A person goes with every record that stands for them.
  const ids = usePersonIds(id);
  const kind = useKindWords()(id);
  const moment = useMoment();
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const { tell } = useNotices();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const left = daysLeft(deletedAt, now);
  const putBack = async (): Promise<void> => {
    if (ids.length > 1) await chapter.changeMany(name, ids, { deletedAt: undefined });
    else await save.restore(name, id, { undoLabel: t('undo.restored', { name: title }) });
    tell('good', t('bin.putBackDone', { name: title }));
  };
  const erase = async (): Promise<void> => {
    setBusy(true);
    try {
      await eraseWithReviews(chapter, name, ids);
      tell('good', t('bin.deleted', { name: title }));
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1.5, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
      <Box sx={{ flex: '1 1 300px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>
          <Link to={record.path}>{title}</Link>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('bin.row', { kind, who: who(record.by), when: moment(deletedAt) })}
        </Typography>
        {failed}
      </Box>
      <Typography variant="body2" className="figures" sx={{ minWidth: 120, color: 'text.secondary' }}>
        {record.waits ? t('bin.waits') : left === 0 ? t('bin.lastDay') : t('bin.left', { count: left })}
      </Typography>
      <Box data-act sx={{ display: 'flex', gap: 1 }}>
        <QuietButton aria-label={t('bin.putBackWhat', { name: title })} onClick={() => attempt(() => keepPlace(putBack))}>
          {t('bin.putBack')}
        </QuietButton>
        {record.waits ? (
          <Box sx={{ alignSelf: 'center', minWidth: 110, textAlign: 'center' }}>
            <Link to="/sync">{t('bin.decide')}</Link>
          </Box>
        ) : (
          <TextButton aria-label={t('bin.deleteWhat', { name: title })} onClick={() => setAsking(true)}>
            {t('bin.deleteNow')}
          </TextButton>
        )}
      </Box>
      <ConfirmErase name={title} open={asking} busy={busy} onKeep={() => setAsking(false)} onErase={() => attempt(() => keepPlace(erase))} />
    </Box>
  );
}
