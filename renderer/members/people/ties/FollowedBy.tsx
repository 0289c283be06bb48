import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { displayName } from '../../../../shared/names/name-parts.ts';
import { useWords } from '../../../app/language.tsx';
import { useOfficeRecords } from '../../../app/office-records.ts';
import { QuietButton, TextButton } from '../../../ui/Buttons.tsx';
import type { EditRecord } from '../../edit-record.ts';
import { personPath } from '../../paths.ts';
import { PersonPicker } from '../PersonPicker.tsx';
import { useFieldWords } from '../use-field-words.ts';
import { useLiveDirectory } from '../use-people.ts';
import { useSaving } from '../use-saving.tsx';

/** Who keeps the relationship with a person: somebody who uses this office, or another person (domain §2.3). */
export function FollowedBy({ id, followedBy, edit }: { id: string; followedBy: string | undefined; edit: EditRecord<'people'> }) {
  const t = useWords('person');
  const { label, undo } = useFieldWords();
  const { save, failed } = useSaving();
  const { directory } = useLiveDirectory();
  const users = (useOfficeRecords('user') ?? []).filter((user) => user.removed !== true);
  const choose = (who: string | undefined): Promise<unknown> => edit(() => ({ followedBy: who }), undo('followedBy'));
  if (followedBy !== undefined) {
    const entry = directory.get(followedBy);
    const name = entry === undefined ? (users.find((user) => user.id === followedBy)?.name ?? t('followedBy.gone')) : displayName(entry);
    return (
      <Box>
        <Typography variant="body2" sx={{ fontWeight: 500 }}>
          {label('followedBy')}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1, minHeight: 44 }}>
          {entry === undefined ? <span>{name}</span> : <Link to={personPath(entry.id)}>{name}</Link>}
          <TextButton onClick={() => save(() => choose(undefined))}>{t('followedBy.clear')}</TextButton>
        </Box>
        {failed}
      </Box>
    );
  }
  return (
    <Box>
      <PersonPicker label={label('followedBy')} hint={t('hint.followedBy')} chosen={new Set([id])} onPick={choose} />
      {users.length === 0 ? null : (
        <Box role="group" aria-label={t('followedBy.users')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {users.map((user) => (
            <QuietButton key={user.id} onClick={() => save(() => choose(user.id))}>
              {user.name}
            </QuietButton>
          ))}
        </Box>
      )}
      {failed}
    </Box>
  );
}
