import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ImportBatch } from '../../../shared/domain/office.ts';
import { dayAndTime } from '../../../shared/words/moment.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSaving } from '../people/use-saving.tsx';
import { takeBackImport } from './take-back.ts';
import { useUndoableTakeBack } from './use-undoable-take-back.ts';

/** The imports of before, latest first, each with the way to take all of it back. Nothing when there were none. */
export function PastImports() {
  const t = useWords('import');
  const found = useLiveQuery('office', { selector: { kind: 'import' } });
  const imports = (found ?? []).filter((record): record is ImportBatch => record.kind === 'import');
  if (imports.length === 0) return null;
  const latestFirst = [...imports].sort((one, other) => (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
  return (
    <Section title={t('screen.past.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {latestFirst.map((batch) => (
          <PastImport key={batch.id} batch={batch} />
        ))}
      </Box>
    </Section>
  );
}

function PastImport({ batch }: { batch: ImportBatch }) {
  const t = useWords('import');
  const { lang } = useLanguage();
  const chapter = useChapter();
  const remember = useUndoableTakeBack();
  const { save, failed } = useSaving();
  const [busy, setBusy] = useState(false);
  const when = batch.createdAt === undefined ? '' : dayAndTime(new Date(batch.createdAt), lang);
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    try {
      remember(batch.id, await takeBackImport(chapter, batch.id));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1, display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2 }}>
      <Box sx={{ flex: 1, minWidth: 260 }}>
        <Typography>{when}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {batch.state === 'running' ? t('screen.past.unfinished') : t('screen.past.added', { count: batch.added })}
          {batch.refused > 0 ? ` · ${t('screen.past.refused', { count: batch.refused })}` : ''}
          {batch.state === 'undone' ? ` · ${t('screen.past.takenBack')}` : ''}
        </Typography>
      </Box>
      {batch.state === 'undone' ? null : (
        <TextButton disabled={busy} onClick={() => save(takeBack)}>
          {busy ? t('screen.past.takingBack') : t('screen.takeBack')}
        </TextButton>
      )}
      {failed}
    </Box>
  );
}
