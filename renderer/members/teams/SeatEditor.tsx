import Box from '@mui/material/Box';
import { SEAT_ROLES, type Seat } from '../../../shared/domain/structure.ts';
import { useDirectory } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { SavedChoiceField } from '../../ui/SavedChoiceField.tsx';
import { SavedDateField } from '../../ui/SavedDateField.tsx';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { Chosen } from './Chosen.tsx';
import { InstitutionOfTeam } from './InstitutionOfTeam.tsx';
import { useShownPerson } from './use-person-name.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** The fields of a seat in the place of its row, each written when it is left. */
export function SeatEditor({
  seat,
  isWritten,
  onSave,
  onTakeOut,
  onDone,
}: {
  seat: Seat;
  /** False for a new seat of which nothing was written yet. */
  isWritten: boolean;
  onSave: (patch: Partial<Seat>) => Promise<unknown>;
  onTakeOut: () => Promise<unknown>;
  onDone: () => void;
}) {
  const t = useWords('structure');
  const directory = useDirectory();
  const person = useShownPerson(seat.person);
  // Most people sit there for the institution that they belong to first of all.
  const pick = (id: string): Promise<unknown> => onSave({ person: id, institution: seat.institution ?? directory.get(id)?.institutions[0] });
  return (
    <Box component="li" sx={{ display: 'grid', gap: 2, px: 2, py: 2, '& + &, & + li': { borderTop: 1, borderColor: 'divider' } }}>
      {person === undefined ? (
        <PersonPicker label={t('seat.person')} hint={t('seat.personHint')} chosen={NOBODY} onPick={pick} />
      ) : (
        <Chosen label={t('seat.person')} name={person.name} onTakeOut={() => onSave({ person: undefined })} />
      )}
      <InstitutionOfTeam label={t('seat.institution')} institution={seat.institution} onSave={(institution) => onSave({ institution })} />
      <SavedChoiceField label={t('seat.as')} choices={SEAT_ROLES.map((role) => ({ value: role, label: t(`seat.role.${role}`) }))} value={seat.role} onSave={(role) => onSave({ role: role ?? seat.role })} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 2 }}>
        <SavedDateField label={t('seat.from')} value={seat.from} onSave={(from) => onSave({ from })} />
        <SavedDateField label={t('seat.to')} value={seat.to} onSave={(to) => onSave({ to })} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <QuietButton onClick={onDone}>{t('seat.done')}</QuietButton>
        {isWritten ? <TextButton onClick={() => void onTakeOut()}>{t('seat.takeOut')}</TextButton> : null}
      </Box>
    </Box>
  );
}
