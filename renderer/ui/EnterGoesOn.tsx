import Box from '@mui/material/Box';
import type { KeyboardEvent, ReactNode } from 'react';

/** Boxes of one line; a long text keeps Enter for its own lines, a list that opens for choosing. */
const BOXES = 'input:not([type=checkbox]):not([type=radio]):not([role=combobox]):not(:disabled)';
const STOPS = `${BOXES}, input[role=combobox], textarea:not([aria-hidden=true]), [role=combobox]`;

/** Fields in which Enter goes on to the next one, as it does on a form of paper (domain §6.2). */
export function EnterGoesOn({ children }: { children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.shiftKey || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement) || !event.target.matches(BOXES)) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)];
    stops[stops.indexOf(event.target) + 1]?.focus();
  };
  return (
    <Box onKeyDown={onKeyDown} sx={{ display: 'contents' }}>
      {children}
    </Box>
  );
}
