import { createContext, use, useMemo, type ReactNode } from 'react';
import { useKeptChoice } from '../use-kept-choice.ts';
import { useAccentKeys } from './use-accent-keys.ts';

const CHOICES = ['on', 'off'] as const;

/** One help for writing accents on a keyboard without them, kept on this PC. */
interface Help {
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
}

interface Accents {
  /** The row of letters under every page. */
  readonly row: Help;
  /** A sign and a letter that make one. */
  readonly keys: Help;
}

const AccentsContext = createContext<Accents | null>(null);

/** How letters with accents are written on this PC; both helps are off until somebody wants them. */
export function AccentsProvider({ children }: { children: ReactNode }) {
  const row = useHelp('accent-row');
  const keys = useHelp('accent-keys');
  useAccentKeys(keys.isOn);
  const accents = useMemo(() => ({ row, keys }), [row, keys]);
  return <AccentsContext value={accents}>{children}</AccentsContext>;
}

function useHelp(name: string): Help {
  const [chosen, choose] = useKeptChoice(name, CHOICES);
  const isOn = chosen === 'on';
  return useMemo(() => ({ isOn, turn: (next) => choose(next ? 'on' : 'off') }), [isOn, choose]);
}

/** The helps, and the way to turn them on and off. */
export function useAccents(): Accents {
  const accents = use(AccentsContext);
  if (accents === null) throw new Error('useAccents outside of AccentsProvider');
  return accents;
}
