import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../../app/language.tsx';
import { NARROW } from '../../app/narrow.ts';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { EXPORT, MEMBERS, personPath } from '../paths.ts';
import { columnsOf, orderOf } from './columns.ts';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { Conditions } from './Conditions.tsx';
import { CountsPanel } from './CountsPanel.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { useListState } from './list-state.ts';
import { PeopleCount } from './ListHead.tsx';
import { ListTools } from './ListTools.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { sortedPeople } from './sorted-people.ts';
import type { ListedPeople } from './use-listed-people.ts';
import { useColumnWords } from './use-column-words.ts';
import { TagBar } from './TagBar.tsx';
import { useFilterWords } from './use-filter-words.ts';
import { ViewsPanel } from './ViewsPanel.tsx';

/** The people as a table: the ways to narrow it, its columns, views and counts above, the rows below. */
export function TablePane({ listed, query, onQuery, onFilterOpen, focusAsked }: { listed: ListedPeople; query: string; onQuery: (query: string) => void; onFilterOpen: (isOpen: boolean) => void; focusAsked: number }) {
  const t = useWords(['lists', 'members']);
  const navigate = useNavigate();
  const [{ filter, columns, sortBy }, change] = useListState();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const { people, facts, factsVersion, everybody } = listed;
  const words = useFilterWords(facts);
  const textOf = useColumnWords();
  const readsOrganizers = useReadsOrganizers();
  const sorted = useMemo(() => {
    // The version stands for what the facts hold.
    void factsVersion;
    const { column, isReversed } = orderOf(sortBy);
    return sortedPeople(people, column, isReversed, (id) => facts.of(id), textOf);
  }, [people, facts, factsVersion, sortBy, textOf]);
  const chosenHere = sorted.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const tools = [
    {
      key: 'filter',
      label: t('members:people.filter'),
      labelOpen: t('members:people.filterClose'),
      panel: (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))', gap: 2, maxWidth: 720, py: 1 }}>
          <FilterPanel filter={filter} words={words} onChange={(next) => change({ filter: next })} />
        </Box>
      ),
    },
    { key: 'columns', label: t('lists:columns.title'), labelOpen: t('lists:columns.close'), panel: <ColumnsPanel /> },
    { key: 'views', label: t('lists:views.title'), labelOpen: t('lists:views.close'), panel: <ViewsPanel /> },
    { key: 'counts', label: t('lists:counts.title'), labelOpen: t('lists:counts.close'), panel: <CountsPanel people={people} /> },
  ];
  const link = (to: string, text: string) => (
    <Box component={Link} to={to} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, px: 1, fontWeight: 500 }}>
      {text}
    </Box>
  );
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden', bgcolor: 'background.paper', [NARROW]: { overflow: 'visible', flex: 'none' } }}>
      <Box sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider', maxHeight: '60%', overflowY: 'auto', flexShrink: 0, [NARROW]: { maxHeight: 'none', overflow: 'visible' } }}>
        <ListTools onOpen={(key) => onFilterOpen(key === 'filter')} tools={tools} before={<PeopleCount listed={listed} />} below={<Conditions query={query} filter={filter} words={words} onQuery={onQuery} onFilter={(next) => change({ filter: next })} />} after={
          <>
            {readsOrganizers ? link(EXPORT, t('lists:export.open')) : null}
            {link(MEMBERS, t('lists:table.close'))}
          </>
        } />
      </Box>
      {chosenHere.length === 0 ? null : (
        <Box sx={{ px: 2, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
          <TagBar chosen={chosenHere} onNone={() => choose(new Set())} />
        </Box>
      )}
      <Box sx={{ flex: 1, minHeight: 200, position: 'relative', [NARROW]: { flex: 'none', height: 320 } }}>
        {sorted.length === 0 ? (
          <Typography sx={{ p: 2, color: 'text.secondary' }}>{listed.reading ? t('lists:reading') : t(everybody === 0 ? 'members:people.nobodyYet' : 'members:people.nobodyFound')}</Typography>
        ) : (
          <PeopleTable
            people={sorted}
            columns={columnsOf(columns, readsOrganizers)}
            sortBy={sortBy}
            onSort={(next) => change({ sortBy: next })}
            textOf={(column, entry) => textOf(column, entry, facts.of(entry.id))}
            chosen={chosen}
            onChoose={choose}
            onOpen={(entry) => void navigate(personPath(entry.id))}
            focusAsked={focusAsked}
          />
        )}
      </Box>
    </Box>
  );
}
