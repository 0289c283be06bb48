import Box from '@mui/material/Box';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Disclosure } from '../../ui/Disclosure.tsx';

/** The parts of an institution's page that open, one at a time. */
export type PartName = 'visits' | 'team' | 'dues' | 'power' | 'health' | 'what' | 'where' | 'size' | 'notes';

/** Which part is open, and the ways to open another one. */
export interface Parts {
  readonly open: PartName | null;
  /** Grows when somebody asked to go to the open part, such as by the button of a warning. */
  readonly asked: number;
  readonly toggle: (part: PartName) => void;
  /** Opens a part and puts the cursor in it. */
  readonly goTo: (part: PartName) => void;
}

/** Holds which part of a page is open. */
export function useParts(first: PartName | null): Parts {
  const [{ open, asked }, set] = useState<{ open: PartName | null; asked: number }>({ open: first, asked: 0 });
  return useMemo(
    () => ({
      open,
      asked,
      toggle: (part) => set((now) => ({ open: now.open === part ? null : part, asked: 0 })),
      goTo: (part) => set((now) => ({ open: part, asked: now.asked + 1 })),
    }),
    [open, asked],
  );
}

/** One part of the page; when somebody asked for it, the cursor goes into its first field. */
export function PagePart({ name, parts, title, summary, children }: { name: PartName; parts: Parts; title: string; summary: ReactNode; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const open = parts.open === name;
  const asked = open ? parts.asked : 0;
  useEffect(() => {
    if (asked === 0) return;
    const first = frame.current?.querySelector<HTMLElement>('input, textarea, [role=combobox]') ?? frame.current?.querySelectorAll('button')[1];
    frame.current?.scrollIntoView?.({ block: 'start' });
    first?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <Box ref={frame}>
      <Disclosure title={title} summary={summary} open={open} onToggle={() => parts.toggle(name)}>
        {children}
      </Disclosure>
    </Box>
  );
}
