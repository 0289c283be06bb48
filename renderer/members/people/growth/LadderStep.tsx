import Box from '@mui/material/Box';
import type { LadderChange } from '../../../../shared/domain/person-changes.ts';
import { useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { CarefulTextField } from '../../../ui/CarefulTextField.tsx';
import { SavedChoiceField } from '../../../ui/SavedChoiceField.tsx';
import { SavedDateField } from '../../../ui/SavedDateField.tsx';
import { heldAs } from '../held-as.ts';
import type { Sighting } from '../sightings.ts';
import { useMeetingWords } from '../use-meeting-words.ts';
import { useSaving } from '../use-saving.tsx';
import { written } from '../written.ts';

/** One step: when it was, what somebody saw, and at which meeting. */
export function LadderStep({ change, rung, name, sightings }: { change: LadderChange; rung: string; name: string; sightings: readonly Sighting[] }) {
  const t = useWords('person');
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const { titleOf, dateOf } = useMeetingWords();
  const write = (patch: Partial<LadderChange>): Promise<unknown> => save.change('office', change.id, patch, { undoLabel: t('ladder.fieldUndo', { name }) });
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, m: 0, mt: 2, px: 2, pb: 1, minWidth: 0, display: 'grid', gap: 2 }}>
      <Box component="legend" sx={{ fontWeight: 500, px: 0.5 }}>
        {rung}
      </Box>
      <SavedDateField label={t('ladder.when')} value={change.on} onSave={(on) => (on === undefined ? Promise.resolve() : write({ on }))} />
      <CarefulTextField label={t('ladder.evidence')} hint={t('ladder.evidenceHint')} heldAs={heldAs(change.person, `evidence ${change.id}`)} value={change.evidence} onSave={(text) => write({ evidence: written(text) })} />
      {sightings.length === 0 ? null : (
        <SavedChoiceField
          label={t('ladder.seenAt')}
          choices={[{ value: NOWHERE, label: t('ladder.nowhere') }, ...sightings.map(({ meeting }) => ({ value: meeting.id, label: `${titleOf(meeting)}, ${dateOf(meeting)}` }))]}
          canBeEmpty={false}
          value={change.seenAt ?? NOWHERE}
          onSave={(meeting) => write({ seenAt: meeting === NOWHERE ? undefined : meeting })}
        />
      )}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <TextButton onClick={() => attempt(() => save.bin('office', change.id, { undoLabel: t('ladder.undo', { name, rung }) }))}>{t('remove')}</TextButton>
      </Box>
      {failed}
    </Box>
  );
}

/** Stands for no meeting in a list where something is always chosen. */
const NOWHERE = 'nowhere';
