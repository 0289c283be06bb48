import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { listName } from '../../../shared/names/name-parts.ts';
import { DoNotContact } from './DoNotContact.tsx';

/** A row of the list of people: the name big, a quiet second line (look.md). */
export function PersonRow({ entry, place, phone }: { entry: DirectoryEntry; place: string; phone: string }) {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return (
    <Box sx={{ px: 1.5, py: 1, height: '100%' }}>
      <Typography sx={{ ...cut, fontWeight: 500 }}>{listName(entry)}</Typography>
      <Typography variant="body2" component="div" className="figures" sx={{ color: 'text.secondary', display: 'flex', columnGap: '4px' }}>
        {entry.doNotContact === true ? <DoNotContact /> : null}
        {place === '' ? null : <Box sx={{ ...cut, minWidth: 0 }}>{place}</Box>}
        {phone === '' ? null : (
          <Box sx={{ flexShrink: 0 }}>
            {place === '' ? '' : '· '}
            {phone}
          </Box>
        )}
      </Typography>
    </Box>
  );
}
