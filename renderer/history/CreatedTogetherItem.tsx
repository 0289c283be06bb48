import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChapter, useUndoStack } from '../app/chapter.tsx';
import { useWords } from '../app/language.tsx';
import { takeBackImport } from '../members/import/take-back.ts';
import { useUndoableTakeBack } from '../members/import/use-undoable-take-back.ts';
import { useSaving } from '../members/people/use-saving.tsx';
import { TextButton } from '../ui/Buttons.tsx';
import { binTogether } from './bin-together.ts';
import { useMoment } from './moment.ts';
import type { CreatedTogether } from './today-groups.ts';

/** Records that were written down in one go, with one "Undo" for all of them. */
export function CreatedTogetherItem({ group, keepPlace }: { group: CreatedTogether; keepPlace: (work: () => Promise<unknown>) => Promise<void> }) {
  const t = useWords('history');
  const chapter = useChapter();
  const undoStack = useUndoStack();
  const remember = useUndoableTakeBack();
  const { save, failed } = useSaving();
  const moment = useMoment();
  const [busy, setBusy] = useState(false);
  const count = group.records.length;
  const what = t(group.batch === null ? 'today.many' : 'today.imported', { count });
  const undo = async (): Promise<void> => {
    setBusy(true);
    try {
      if (group.batch !== null) remember(group.batch, await takeBackImport(chapter, group.batch));
      else undoStack.push({ label: t('undo.many', { count }), undo: await binTogether(chapter, group.records) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1.5, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 700 }}>{what}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {moment(group.at)}
        </Typography>
        {failed}
      </Box>
      <Box data-act component="span">
        <TextButton disabled={busy} aria-label={t('today.undoWhat', { what })} onClick={() => save(() => keepPlace(undo))}>
          {busy ? t('section.waiting') : t('today.undo')}
        </TextButton>
      </Box>
    </Box>
  );
}
