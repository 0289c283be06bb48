import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { useWords } from '../../app/language.tsx';
import { TABLE } from '../paths.ts';
import { Conditions } from './Conditions.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { useListState } from './list-state.ts';
import { ListTools } from './ListTools.tsx';
import type { ListedPeople } from './use-listed-people.ts';
import { useFilterWords } from './use-filter-words.ts';
import { ViewChooser } from './ViewChooser.tsx';

/** Above the list of people: how many there are and why, in words, and the ways to narrow it and to see it as a table (look.md). */
export function ListHead({ listed, query, onQuery, onFilterOpen }: { listed: ListedPeople; query: string; onQuery: (query: string) => void; onFilterOpen: (isOpen: boolean) => void }) {
  const t = useWords(['lists', 'members']);
  const [{ filter }, change] = useListState();
  const words = useFilterWords(listed.facts);
  const panel = (
    <Box sx={{ display: 'grid', gap: 1.5, pt: 1, pr: 1, pb: 1 }}>
      <ViewChooser />
      <FilterPanel filter={filter} words={words} onChange={(next) => change({ filter: next })} />
    </Box>
  );
  return (
    <ListTools
        onOpen={(key) => onFilterOpen(key !== null)}
        tools={[{ key: 'filter', label: t('members:people.filter'), labelOpen: t('members:people.filterClose'), panel }]}
        before={<PeopleCount listed={listed} />}
        below={<Conditions query={query} filter={filter} words={words} onQuery={onQuery} onFilter={(next) => change({ filter: next })} />}
        after={
          <Box component={Link} to={TABLE} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, px: 1, fontWeight: 500 }}>
            {t('lists:table.open')}
          </Box>
        }
      />
  );
}

/** How many people the list shows; while records are still read for it, that. */
export function PeopleCount({ listed: { people, reading } }: { listed: ListedPeople }) {
  const t = useWords(['lists', 'members']);
  return (
    <Typography variant="body2" role="status" className="figures" sx={{ flex: 1, minWidth: 0 }}>
      {reading ? t('lists:reading') : t('members:people.count', { count: people.length })}
    </Typography>
  );
}
