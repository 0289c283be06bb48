import Box from '@mui/material/Box';
import { Link, useNavigate } from 'react-router';
import type { Person } from '../../../shared/domain/person.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import { usePersonIds } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { EditRecord } from '../edit-record.ts';
import { mergePath, personPath } from '../paths.ts';
import { likelyTwins } from './likely-twins.ts';
import { useEntryLine } from './use-entry-line.ts';
import { useLiveDirectory } from './use-people.ts';
import { useSaving } from './use-saving.tsx';

/** People who may be the same person as this one; somebody who knows says so. The app never merges (domain §6.4). */
export function MayBeTheSame({ person, edit }: { person: Person; edit: EditRecord<'people'> }) {
  const t = useWords(['members', 'merging']);
  const navigate = useNavigate();
  const readsAll = useReadsOrganizers();
  const ids = usePersonIds(person.id);
  const { directory } = useLiveDirectory();
  const line = useEntryLine();
  const { save, failed } = useSaving();
  const markedThere = useLiveQuery('people', { selector: { possibleDuplicates: { $elemMatch: { $in: [...ids] } } } });
  const twins = likelyTwins(person, markedThere ?? [], directory.survivorOf).flatMap((id) => directory.get(id) ?? []);
  if (twins.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
      {twins.map((twin) => {
        const undoLabel = (name: string): string => t('undo.notTheSame', { name, other: displayName(twin) });
        const other = () => save(() => edit((now) => ({ notSameAs: [...(now.notSameAs ?? []), twin.id] }), undoLabel));
        return (
          <Notice key={twin.id} kind="careful" action={
              <>
                {readsAll ? <QuietButton onClick={() => void navigate(mergePath(person.id, twin.id))}>{t('merging:pair.compare')}</QuietButton> : null}
                <QuietButton onClick={other}>{t('person.notTheSame')}</QuietButton>
              </>
            }>
            {t('person.maybeSame')} <Link to={personPath(twin.id)}>{displayName(twin)}</Link>
            {line(twin) === '' ? null : <> · {line(twin)}</>}
          </Notice>
        );
      })}
      {failed}
    </Box>
  );
}
