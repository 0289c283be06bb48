import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { useChapter } from '../../../app/chapter.tsx';
import { useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { personPath } from '../../paths.ts';
import { DoNotContact } from '../DoNotContact.tsx';
import { PersonPicker } from '../PersonPicker.tsx';
import { useFieldWords } from '../use-field-words.ts';
import { useSaving } from '../use-saving.tsx';
import { joinHousehold, leaveHousehold } from './household.ts';
import { useHousemates } from './use-housemates.ts';

/** Who lives with a person; no address (domain §2.3). Each can be taken out again from either page. */
export function Household({ id, name, household }: { id: string; name: string; household: string | undefined }) {
  const t = useWords('person');
  const { label } = useFieldWords();
  const chapter = useChapter();
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const housemates = useHousemates(household, id);
  return (
    <Box>
      {housemates.length === 0 ? null : (
        <Box component="ul" aria-label={label('household')} sx={{ listStyle: 'none', m: 0, mb: 1, p: 0 }}>
          {housemates.map((other) => (
            <Box component="li" key={other.id} sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 44, borderBottom: 1, borderColor: 'divider' }}>
              <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                <Link to={personPath(other.id)}>{other.nameAsWritten}</Link>
              </Typography>
              {other.doNotContact === true ? <DoNotContact /> : null}
              <TextButton
                aria-label={`${t('household.leave')}: ${other.nameAsWritten}`}
                onClick={() => attempt(() => leaveHousehold(chapter, save, other.id, t('household.left', { name: other.nameAsWritten })))}
              >
                {t('household.leave')}
              </TextButton>
            </Box>
          ))}
        </Box>
      )}
      <PersonPicker
        label={label('household')}
        hint={t('hint.household')}
        chosen={new Set([id, ...housemates.map((other) => other.id)])}
        onPick={(other) => joinHousehold(chapter, save, id, other, t('household.joined', { name }))}
      />
      {failed}
    </Box>
  );
}
