import Box from '@mui/material/Box';
import { useWords } from '../../app/language.tsx';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** A question before what cannot be undone; the cursor stands on the way back. */
export function AskFirst({ question, verb, working, onYes, onNo }: { question: string; verb: string; working: boolean; onYes: () => void; onNo: () => void }) {
  const t = useWords('common');
  return (
    <Notice
      kind="careful"
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <TextButton autoFocus disabled={working} onClick={onNo}>
            {t('cancel')}
          </TextButton>
          <QuietButton disabled={working} onClick={onYes}>
            {verb}
          </QuietButton>
        </Box>
      }
    >
      {question}
    </Notice>
  );
}
