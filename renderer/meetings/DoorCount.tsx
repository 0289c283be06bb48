import Box from '@mui/material/Box';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { useWords } from '../app/language.tsx';
import { useSave } from '../app/saving.ts';
import { SavedCountField } from '../ui/SavedCountField.tsx';

/** The people counted at the door; empty means that nobody counted. */
export function DoorCount({ meeting, hint }: { meeting: Meeting; hint?: string }) {
  const t = useWords('meetings');
  const save = useSave();
  return (
    <Box sx={{ maxWidth: 360 }}>
      <SavedCountField
        label={t('form.headcount')}
        hint={hint}
        value={meeting.headcount}
        onSave={(headcount) => save.change('gatherings', meeting.id, { headcount }, { undoLabel: t('undo.headcount') })}
      />
    </Box>
  );
}
