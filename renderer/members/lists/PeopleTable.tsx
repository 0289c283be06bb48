import CheckBoxOutlineBlankOutlined from '@mui/icons-material/CheckBoxOutlineBlankOutlined';
import CheckBoxOutlined from '@mui/icons-material/CheckBoxOutlined';
import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { listName } from '../../../shared/names/name-parts.ts';
import { useWords } from '../../app/language.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { WIDTHS, type Column } from './columns.ts';
import { HEAD, TableHead, TICK } from './TableHead.tsx';

const ROW = 44;

export interface PeopleTableProps {
  readonly people: readonly DirectoryEntry[];
  readonly columns: readonly Column[];
  readonly sortBy: string;
  readonly onSort: (sortBy: string) => void;
  readonly textOf: (column: Column, entry: DirectoryEntry) => string;
  /** Ids of the people that are chosen for something to be done with all of them. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (entry: DirectoryEntry) => void;
  /** The table takes the cursor whenever this grows. */
  readonly focusAsked: number;
}

/**
 * People with columns; only the rows in sight are drawn. Arrows, Page, Home and End move, letters jump, Enter opens, Space
 * chooses, Ctrl+A chooses all. It scrolls inside, the heading and the name stay in sight.
 */
export function PeopleTable({ people, columns, sortBy, onSort, textOf, chosen, onChoose, onOpen, focusAsked }: PeopleTableProps) {
  const t = useWords('lists');
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, people.length - 1));
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing of it is handed to a memoized part
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    getItemKey: (index) => people[index]?.id ?? index,
    overscan: 8,
    // Rows scroll under the heading.
    scrollPaddingStart: HEAD,
  });
  const drawn = virtual.getVirtualItems();
  const width = TICK + columns.reduce((sum, column) => sum + WIDTHS[column], 0);
  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(people.length - 1, index));
    setCurrent(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const toggle = (entry: DirectoryEntry): void => {
    const next = new Set(chosen);
    if (!next.delete(entry.id)) next.add(entry.id);
    onChoose(next);
  };
  const chooseAll = (): void => onChoose(new Set(people.map((entry) => entry.id)));
  const listKeys = useListKeys({ at, items: people, textOf: listName, page: Math.max(1, Math.floor(((frame.current?.clientHeight ?? 440) - HEAD) / ROW) - 1), goTo, onOpen });
  const onKeyDown = (event: React.KeyboardEvent): void => {
    // The buttons of the heading have keys of their own.
    if (event.target !== event.currentTarget) return;
    const entry = people[at];
    if (event.key === ' ' && entry !== undefined) toggle(entry);
    else if (event.ctrlKey && event.key.toLowerCase() === 'a') chooseAll();
    else return listKeys(event);
    event.preventDefault();
  };
  useEffect(() => {
    if (focusAsked > 0) frame.current?.focus();
  }, [focusAsked]);
  const cell = { px: 1.25, display: 'flex', alignItems: 'center', flexShrink: 0, minWidth: 0 } as const;
  return (
    <Box
      ref={frame}
      role="grid"
      tabIndex={0}
      aria-label={t('table.label')}
      aria-rowcount={people.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={drawn.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      onKeyDown={onKeyDown}
      sx={{ height: '100%', overflow: 'auto', outlineOffset: '-3px', contain: 'strict', '&:focus-visible [data-current=true]': { boxShadow: (theme) => `inset 0 0 0 2px ${theme.convoca.teal}` } }}
    >
      <TableHead
        columns={columns}
        width={width}
        sortBy={sortBy}
        onSort={onSort}
        isAllChosen={people.length > 0 && people.every((entry) => chosen.has(entry.id))}
        onChooseAll={(isAll) => (isAll ? chooseAll() : onChoose(new Set()))}
      />
      <Box role="rowgroup" sx={{ height: virtual.getTotalSize(), minWidth: width, position: 'relative' }}>
        {drawn.map(({ index, start, key }) => {
          const entry = people[index];
          if (entry === undefined) return null;
          const isChosen = chosen.has(entry.id);
          const Tick = isChosen ? CheckBoxOutlined : CheckBoxOutlineBlankOutlined;
          const ground = isChosen ? 'action.selected' : 'background.paper';
          return (
            <Box
              key={key}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={isChosen}
              data-current={index === at}
              onClick={() => {
                goTo(index);
                onOpen(entry);
              }}
              sx={{ position: 'absolute', insetInline: 0, top: 0, height: ROW, transform: `translateY(${start}px)`, display: 'flex', borderBottom: 1, borderColor: 'divider', cursor: 'pointer', bgcolor: ground, '&:hover': { bgcolor: isChosen ? 'action.selected' : 'action.hover' } }}
            >
              <Box
                role="gridcell"
                aria-label={t(isChosen ? 'table.chosen' : 'table.notChosen')}
                onClick={(event) => {
                  event.stopPropagation();
                  goTo(index);
                  toggle(entry);
                }}
                sx={{ ...cell, width: TICK, justifyContent: 'center', px: 0, color: isChosen ? 'primary.main' : 'text.secondary' }}
              >
                <Tick aria-hidden />
              </Box>
              {columns.map((column, place) => (
                <Box key={column} role={place === 0 ? 'rowheader' : 'gridcell'} className="figures" sx={{ ...cell, width: WIDTHS[column], flexGrow: place === 0 ? 1 : 0, fontWeight: place === 0 ? 500 : 400 }}>
                  <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                    {textOf(column, entry)}
                  </Box>
                </Box>
              ))}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
