import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { displayName } from '../../../shared/names/name-parts.ts';
import { useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { personPath } from '../paths.ts';
import { useLiveDirectory } from '../people/use-people.ts';
import { useSaving } from '../people/use-saving.tsx';

/** The chosen people of a list, each with the way to take them off it. */
export function PersonChips({ ids, label, showsLabel = false, onRemove }: { ids: readonly string[]; label: string; /** Where no field beside it says what they are. */ showsLabel?: boolean; onRemove: (id: string) => Promise<unknown> }) {
  const t = useWords(['institutions', 'members']);
  const { directory } = useLiveDirectory();
  const { save, failed } = useSaving();
  if (ids.length === 0) return null;
  return (
    <Box>
      {showsLabel ? (
        <Typography variant="body2" sx={{ fontWeight: 500 }}>
          {label}
        </Typography>
      ) : null}
      <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
        {ids.map((id) => {
          const entry = directory.get(id);
          const name = entry === undefined ? t('person.gone') : displayName(entry);
          return (
            <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
              {entry === undefined ? <Typography>{name}</Typography> : <Link to={personPath(entry.id)}>{name}</Link>}
              <TextButton aria-label={t('person.removeWhom', { name })} onClick={() => save(() => onRemove(id))}>
                {t('members:remove')}
              </TextButton>
            </Box>
          );
        })}
      </Box>
      {failed}
    </Box>
  );
}
