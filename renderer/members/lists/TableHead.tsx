import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Checkbox from '@mui/material/Checkbox';
import { useWords } from '../../app/language.tsx';
import { orderOf, WIDTHS, type Column } from './columns.ts';

/** Height of the heading, and width of the column of ticks, in px. */
export const HEAD = 48;
export const TICK = 48;

/** The names of the columns, each a button that sorts by it and, pressed again, the other way round. */
export function TableHead({
  columns,
  width,
  sortBy,
  onSort,
  isAllChosen,
  onChooseAll,
}: {
  columns: readonly Column[];
  /** Of all columns together, in px. */
  width: number;
  sortBy: string;
  onSort: (sortBy: string) => void;
  isAllChosen: boolean;
  onChooseAll: (isAll: boolean) => void;
}) {
  const t = useWords('lists');
  const order = orderOf(sortBy);
  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 1, minWidth: width, bgcolor: 'background.default', borderBottom: 1, borderColor: 'text.secondary' }}>
      <Box role="row" aria-rowindex={1} sx={{ display: 'flex', height: HEAD }}>
        <Box role="columnheader" sx={{ width: TICK, flexShrink: 0, display: 'grid', placeItems: 'center' }}>
          <Checkbox checked={isAllChosen} onChange={(event) => onChooseAll(event.target.checked)} slotProps={{ input: { 'aria-label': t('table.chooseAll') } }} />
        </Box>
        {columns.map((column, place) => {
          const isHere = order.column === column;
          const Arrow = order.isReversed ? ArrowDownwardOutlined : ArrowUpwardOutlined;
          return (
            <Box key={column} role="columnheader" aria-sort={isHere ? (order.isReversed ? 'descending' : 'ascending') : undefined} sx={{ width: WIDTHS[column], flexShrink: 0, flexGrow: place === 0 ? 1 : 0, display: 'flex' }}>
              <ButtonBase
                onClick={() => onSort(isHere && !order.isReversed ? `-${column}` : column)}
                sx={{ typography: 'body2', fontWeight: isHere ? 700 : 500, width: '100%', justifyContent: 'flex-start', textAlign: 'left', px: 1.25, gap: 0.5, outlineOffset: '-4px !important', '&:hover': { bgcolor: 'action.hover' } }}
              >
                {t(`column.${column}`)}
                {isHere ? <Arrow aria-hidden sx={{ fontSize: 18 }} /> : null}
              </ButtonBase>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
