import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useListKeys } from './use-list-keys.ts';

export interface VirtualListProps<T> {
  readonly items: readonly T[];
  /** A stable key of a row, such as the record's id. */
  readonly keyOf: (item: T) => string;
  /** What the row says aloud and what letters jump to, such as the list name of a person. */
  readonly textOf: (item: T) => string;
  readonly row: (item: T, state: { readonly chosen: boolean; readonly current: boolean }) => ReactNode;
  /** Name of the list for those who hear it. */
  readonly label: string;
  /** Height of every row in px. */
  readonly rowHeight: number;
  /** Key of the row whose page is open beside the list. */
  readonly chosen?: string;
  /** Enter or a click on a row. */
  readonly onOpen: (item: T) => void;
  /** Tells which row the arrows stand on, for lists that show a preview. */
  readonly onCurrent?: (item: T) => void;
  /** The list takes the cursor whenever this grows. */
  readonly focusAsked?: number;
}

/**
 * A long list of one-line or two-line rows, drawn only where it is seen: 12,000 rows scroll smoothly.
 * A listbox: arrows, Page, Home/End move, letters jump (two seconds make a word), Enter opens.
 * Fills its parent's height.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf, textOf, row, label, rowHeight, chosen, onOpen, onCurrent, focusAsked = 0 } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, items.length - 1));
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing of it is handed to a memoized part
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();

  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, index));
    setCurrent(next);
    virtual.scrollToIndex(next, { align: 'auto' });
    const item = items[next];
    if (item !== undefined) onCurrent?.(item);
  };
  const onKeyDown = useListKeys({ at, items, textOf, page: Math.max(1, Math.floor((frame.current?.clientHeight ?? 440) / rowHeight) - 1), goTo, onOpen });

  useEffect(() => {
    if (focusAsked > 0) frame.current?.focus();
  }, [focusAsked]);
  // The page that opens beside the list keeps its row in sight, also when people arrive by a link.
  useEffect(() => {
    const index = chosen === undefined ? -1 : items.findIndex((item) => keyOf(item) === chosen);
    if (index >= 0) {
      setCurrent(index);
      virtual.scrollToIndex(index, { align: 'auto' });
    }
    // Only when another row is chosen: a list that changes under the hand must not jump.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [chosen]);

  return (
    <Box
      ref={frame}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      // A row that is scrolled out of sight is not drawn, and nothing may be named that is not there.
      aria-activedescendant={drawn.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      onKeyDown={onKeyDown}
      sx={{ height: '100%', overflowY: 'auto', outlineOffset: '-3px', contain: 'strict', '&:focus-visible [data-current=true]': { boxShadow: (theme) => `inset 0 0 0 2px ${theme.convoca.teal}` } }}
    >
      <Box role="presentation" sx={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start, key }) => {
          const item = items[index] as T;
          const isChosen = chosen !== undefined && keyOf(item) === chosen;
          return (
            // The listbox above takes the keys; a row only takes the pointer.
            <Box
              key={key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isChosen}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              aria-label={textOf(item)}
              data-current={index === at}
              onClick={() => {
                goTo(index);
                onOpen(item);
              }}
              sx={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                height: rowHeight,
                transform: `translateY(${start}px)`,
                borderBottom: 1,
                borderColor: 'divider',
                cursor: 'pointer',
                overflow: 'hidden',
                bgcolor: isChosen ? 'action.selected' : undefined,
                borderLeft: '4px solid',
                borderLeftColor: isChosen ? 'primary.main' : 'transparent',
                '&:hover': { bgcolor: isChosen ? 'action.selected' : 'action.hover' },
              }}
            >
              {row(item, { chosen: isChosen, current: index === at })}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
