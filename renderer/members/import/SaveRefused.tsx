import Box from '@mui/material/Box';
import { useState } from 'react';
import { refusedFile } from '../../../shared/import/refused-file.ts';
import type { RowProblem } from '../../../shared/import/to-person.ts';
import { useHost } from '../../app/host.tsx';
import { useWords } from '../../app/language.tsx';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Saves the rows that could not be read, each with its row number and the reason. Nothing when there are none. */
export function SaveRefused({ problems, headings }: { problems: readonly RowProblem[]; headings: readonly string[] | null }) {
  const t = useWords('import');
  const host = useHost();
  const [outcome, setOutcome] = useState<'saved' | 'failed' | null>(null);
  if (problems.length === 0) return null;
  const save = async (): Promise<void> => {
    const bytes = refusedFile(problems, headings, { row: t('refusedFile.row'), reason: t('refusedFile.reason'), reasonText: (reason) => t(`reason.${reason}`) });
    try {
      const saved = await host.files.save(`${t('screen.refused.fileName')}.csv`, 'text/csv', bytes);
      setOutcome(saved ? 'saved' : null);
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <QuietButton onClick={() => void save()}>{t('screen.refused.save')}</QuietButton>
      {outcome === null ? null : <Notice kind={outcome === 'saved' ? 'good' : 'wrong'}>{t(`screen.refused.${outcome}`)}</Notice>}
    </Box>
  );
}
