import Checkbox from '@mui/material/Checkbox';
import type { FocusEvent } from 'react';
import { useWords } from '../../app/language.tsx';
import { TICKS, type TypingRow } from './typing-row.ts';
import type { TypingField } from './typing-state.ts';

/** The six ticks of the line under the cursor; one stop for Tab, arrows and the digits 1 to 6 inside. */
export function TickCells({
  row,
  label,
  current,
  onToggle,
  onFocus,
}: {
  row: TypingRow;
  /** The line's number as it is shown. */
  label: string;
  current: number;
  onToggle: (tick: number) => void;
  onFocus: (of: TypingField, place: number) => (event: FocusEvent<HTMLInputElement>) => void;
}) {
  const t = useWords('typing');
  return TICKS.map((tick, place) => (
    <td key={tick} style={{ textAlign: 'center' }}>
      <Checkbox
        checked={row.ticks[tick] === true}
        tabIndex={place === current ? 0 : -1}
        onChange={() => onToggle(place)}
        onFocus={onFocus('ticks', place) as unknown as (event: FocusEvent<HTMLButtonElement>) => void}
        slotProps={{ input: { 'aria-label': t('field.tick', { line: label, tick: t(`tick.${tick}`) }), 'data-tick': place } as object }}
        sx={{ p: '6px', borderRadius: 1, '&.Mui-focusVisible': { outlineOffset: '-3px' } }}
      />
    </td>
  ));
}
