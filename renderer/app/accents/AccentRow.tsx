import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language.tsx';
import { ACCENTED } from './letters.ts';
import { textFieldOf, typeInto, type TextField } from './text-field.ts';

/** Letters with accents to press; each goes where the cursor is, or was last (domain §6.2). */
export function AccentRow() {
  const t = useWords('shell');
  const field = useRef<TextField | null>(null);
  const [isCapital, setCapital] = useState(false);
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => {
      field.current = textFieldOf(event.target) ?? field.current;
    };
    field.current = textFieldOf(document.activeElement);
    // Focus does not bubble; it is heard on its way down.
    window.addEventListener('focus', onFocus, true);
    return () => window.removeEventListener('focus', onFocus, true);
  }, []);
  const put = (letter: string): void => {
    const into = field.current;
    if (!into?.isConnected) return;
    into.focus();
    typeInto(into, letter);
  };
  return (
    <Box
      role="group"
      aria-label={t('accents.title')}
      className="no-print"
      // A press must not take the cursor out of the field, which would write it.
      onMouseDown={(event) => event.preventDefault()}
      sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px', px: '28px', py: '4px', borderTop: 1, borderColor: 'divider', bgcolor: 'background.paper', position: 'sticky', bottom: 0 }}
    >
      {ACCENTED.map((letter) => {
        const shown = isCapital ? letter.toUpperCase() : letter;
        return (
          <Button key={letter} variant="outlined" onClick={() => put(shown)} sx={{ minWidth: 44, px: 0, fontSize: 19 }}>
            {shown}
          </Button>
        );
      })}
      <Button variant={isCapital ? 'outlined' : 'text'} aria-pressed={isCapital} onClick={() => setCapital(!isCapital)}>
        {t('accents.capitals')}
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', ml: 1 }}>
        {t('accents.where')}
      </Typography>
    </Box>
  );
}
