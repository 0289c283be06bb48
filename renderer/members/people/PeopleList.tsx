import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { listName } from '../../../shared/names/name-parts.ts';
import { useWords } from '../../app/language.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { personPath } from '../paths.ts';
import { PersonRow } from './PersonRow.tsx';
import { useEntryWords } from './use-entry-line.ts';

/** Height of a row in px: eight to ten of them on a screen of 1024×768. */
const ROW = 64;

/** The people that were found; arrows, letters and Enter as in every list. */
export function PeopleList({
  people,
  chosen,
  nobodyYet,
  reading,
  focusAsked,
}: {
  people: readonly DirectoryEntry[];
  chosen: string | undefined;
  nobodyYet: boolean;
  /** True while what the filter asks is still read. */
  reading: boolean;
  /** Grows whenever the list shall take the cursor. */
  focusAsked: number;
}) {
  const t = useWords(['members', 'lists']);
  const navigate = useNavigate();
  const words = useEntryWords();
  if (people.length === 0) {
    return (
      <Box sx={{ p: 2 }}>
        <Typography sx={{ color: 'text.secondary' }}>{reading ? t('lists:reading') : t(nobodyYet ? 'members:people.nobodyYet' : 'members:people.nobodyFound')}</Typography>
      </Box>
    );
  }
  return (
    <VirtualList
      items={people}
      keyOf={(entry) => entry.id}
      textOf={listName}
      label={t('members:people.listLabel')}
      rowHeight={ROW}
      chosen={chosen}
      focusAsked={focusAsked}
      onOpen={(entry) => void navigate(personPath(entry.id))}
      row={(entry) => <PersonRow entry={entry} {...words(entry)} />}
    />
  );
}
