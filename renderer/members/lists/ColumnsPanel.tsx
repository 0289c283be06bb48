import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useWords } from '../../app/language.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { COLUMNS, columnsOf, ORGANIZER_COLUMNS } from './columns.ts';
import { useListState } from './list-state.ts';

/** Ticks for the columns of the table; the name is always there. */
export function ColumnsPanel() {
  const t = useWords('lists');
  const readsOrganizers = useReadsOrganizers();
  const [{ columns }, change] = useListState();
  const offered = COLUMNS.filter((column) => column !== 'name' && (readsOrganizers || !ORGANIZER_COLUMNS.has(column)));
  return (
    <Box role="group" aria-label={t('columns.title')} sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', py: 1 }}>
      {offered.map((column) => (
        <FormControlLabel
          key={column}
          label={t(`column.${column}`)}
          control={
            <Checkbox
              checked={columns.includes(column)}
              onChange={(event) => change({ columns: columnsOf(event.target.checked ? [...columns, column] : columns.filter((one) => one !== column), readsOrganizers) })}
            />
          }
        />
      ))}
    </Box>
  );
}
