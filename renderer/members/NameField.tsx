import Box from '@mui/material/Box';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../app/language.tsx';
import { SavedTextField } from '../ui/SavedTextField.tsx';

/** The one field that a record cannot be without. An emptied name is not written: the one before stays, and a line says so. */
export function NameField({
  label,
  hint,
  value,
  onSave,
  autoFocus,
  onTyped,
  onKeyDown,
}: {
  label: string;
  hint?: string;
  value: string;
  onSave: (name: string) => Promise<unknown>;
  autoFocus?: boolean;
  /** Hears what stands in the field at every key. */
  onTyped?: (text: string) => void;
  /** Sees the keys before the field does. */
  onKeyDown?: (event: KeyboardEvent) => void;
}) {
  const t = useWords('members');
  const [emptied, setEmptied] = useState(false);
  const write = async (typed: string): Promise<void> => {
    setEmptied(typed.trim() === '');
    if (typed.trim() !== '') await onSave(typed.trim());
  };
  return (
    <Box
      onKeyDownCapture={onKeyDown}
      onInput={(event) => {
        if (event.target instanceof HTMLInputElement) onTyped?.(event.target.value);
      }}
    >
      <SavedTextField label={label} hint={hint} error={emptied ? t('nameNeeded') : undefined} value={value} onSave={write} autoFocus={autoFocus} />
    </Box>
  );
}
