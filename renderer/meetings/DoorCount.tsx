import Box from '@mui/material/Box';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { useWords } from '../app/language.tsx';
import { useSave } from '../app/saving.ts';
import { SavedTextField } from '../ui/SavedTextField.tsx';

/** Digits of the largest gathering. */
const MOST_DIGITS = 6;

/** The people counted at the door, as a number; letters are not taken, and empty means that nobody counted. */
export function DoorCount({ meeting, hint }: { meeting: Meeting; hint?: string }) {
  const t = useWords('meetings');
  const save = useSave();
  return (
    <Box sx={{ maxWidth: 360 }}>
      <SavedTextField
        label={t('form.headcount')}
        hint={hint}
        value={meeting.headcount === undefined ? '' : String(meeting.headcount)}
        onSave={(typed) => {
          const digits = typed.replace(/\D/g, '').slice(0, MOST_DIGITS);
          return save.change('gatherings', meeting.id, { headcount: digits === '' ? undefined : Number(digits) }, { undoLabel: t('undo.headcount') });
        }}
        inputMode="numeric"
        maxLength={MOST_DIGITS + 1}
      />
    </Box>
  );
}
