import Box from '@mui/material/Box';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Nobody fills more lines than this on one page; a larger number is a slip of the finger. */
const MOST_LINES = 400;

/** The first question about a paper: how many of its lines are filled (domain §6.5 step 1). Empty means that nobody counted. */
export function LinesOnPaper({ lines, onAnswer }: { lines: number | undefined; onAnswer: (lines: number | undefined) => void }) {
  const t = useWords('typing');
  const [typed, setTyped] = useState(lines === undefined ? '' : String(lines));
  const text = typed.trim();
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  const wrong = text !== '' && !(number <= MOST_LINES);
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) onAnswer(text === '' ? undefined : number);
      }}
      sx={{ maxWidth: 440, display: 'grid', gap: 2, justifyItems: 'start', bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 3 }}
    >
      <TextField
        label={t('lines.label')}
        hint={t('lines.hint')}
        error={wrong ? t('lines.wrong', { most: MOST_LINES }) : undefined}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        autoFocus
      />
      <PrimaryButton type="submit">{t('lines.begin')}</PrimaryButton>
    </Box>
  );
}
