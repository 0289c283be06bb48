import Box from '@mui/material/Box';
import { useState } from 'react';
import { useWords } from '../app/language.tsx';
import type { FieldTexts } from './Field.tsx';
import { SavedTextField } from './SavedTextField.tsx';

/**
 * A whole number between `least` and `most`, written when the field is left. What is no such number is not written: the
 * one before stays, and a line says so.
 */
export function SavedNumberField({
  value,
  least,
  most,
  end,
  onSave,
  ...texts
}: Omit<FieldTexts, 'status' | 'error'> & {
  value: number | undefined;
  least: number;
  most: number;
  /** A word after the number, such as "%". */
  end?: string;
  onSave: (value: number) => Promise<unknown>;
}) {
  const t = useWords('common');
  const [isWrong, setWrong] = useState(false);
  const write = async (typed: string): Promise<void> => {
    const text = typed.replace(/[\s,]/g, '');
    const number = Number(text);
    const fits = /^\d+$/.test(text) && number >= least && number <= most;
    setWrong(!fits);
    if (fits) await onSave(number);
  };
  return (
    <SavedTextField
      {...texts}
      error={isWrong ? t('number.wrong', { least, most }) : undefined}
      inputMode="numeric"
      value={value === undefined ? '' : String(value)}
      end={
        end === undefined ? undefined : (
          <Box component="span" sx={{ pl: 1, whiteSpace: 'nowrap', color: 'text.secondary' }}>
            {end}
          </Box>
        )
      }
      onSave={write}
    />
  );
}
