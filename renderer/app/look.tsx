import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { THEMES, type Look } from './theme.ts';
import { useKeptChoice } from './use-kept-choice.ts';

const KEPT_AS = 'look';
const LOOKS: readonly Look[] = ['warm', 'contrast'];
const CONTRAST_WANTED = '(prefers-contrast: more), (forced-colors: active)';

interface LookChoice {
  readonly look: Look;
  readonly setLook: (look: Look) => void;
}

const LookContext = createContext<LookChoice | null>(null);

/** The theme: the system's wish for contrast, until somebody chooses on this PC. */
export function LookProvider({ children }: { children: ReactNode }) {
  const [chosen, setLook] = useKeptChoice(KEPT_AS, LOOKS);
  const [wanted, setWanted] = useState(() => matchMedia(CONTRAST_WANTED).matches);
  useEffect(() => {
    const media = matchMedia(CONTRAST_WANTED);
    const follow = (): void => setWanted(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  const look = chosen ?? (wanted ? 'contrast' : 'warm');
  const choice = useMemo(() => ({ look, setLook }), [look, setLook]);
  return (
    <LookContext value={choice}>
      <ThemeProvider theme={THEMES[look]}>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </LookContext>
  );
}

/** How the app looks on this PC, and the way to change it. */
export function useLook(): LookChoice {
  const choice = use(LookContext);
  if (choice === null) throw new Error('useLook outside of LookProvider');
  return choice;
}
