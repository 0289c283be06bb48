import Box from '@mui/material/Box';
import { Link } from 'react-router';
import type { Person } from '../../../shared/domain/person.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import { useWords } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { EditRecord } from '../edit-record.ts';
import { personPath } from '../paths.ts';
import { likelyTwins } from './likely-twins.ts';
import { useEntryLine } from './use-entry-line.ts';
import { useLiveDirectory } from './use-people.ts';
import { useSaving } from './use-saving.tsx';

/** People who may be the same person as this one; somebody who knows says so. The app never merges (domain §6.4). */
export function MayBeTheSame({ person, edit }: { person: Person; edit: EditRecord<'people'> }) {
  const t = useWords('members');
  const { directory } = useLiveDirectory();
  const line = useEntryLine();
  const { save, failed } = useSaving();
  const markedThere = useLiveQuery('people', { selector: { possibleDuplicates: { $elemMatch: { $eq: person.id } } } });
  const twins = likelyTwins(person, markedThere ?? []).flatMap((id) => directory.get(id) ?? []);
  if (twins.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
      {twins.map((twin) => {
        const undoLabel = (name: string): string => t('undo.notTheSame', { name, other: displayName(twin) });
        const other = () => save(() => edit((now) => ({ notSameAs: [...(now.notSameAs ?? []), twin.id] }), undoLabel));
        return (
          <Notice key={twin.id} kind="careful" action={<QuietButton onClick={other}>{t('person.notTheSame')}</QuietButton>}>
            {t('person.maybeSame')} <Link to={personPath(twin.id)}>{displayName(twin)}</Link>
            {line(twin) === '' ? null : <> · {line(twin)}</>}
          </Notice>
        );
      })}
      {failed}
    </Box>
  );
}
