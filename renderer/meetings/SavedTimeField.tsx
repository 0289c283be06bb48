import { readTime, timeInWords } from '../../shared/words/date.ts';
import { useWords } from '../app/language.tsx';
import { SavedTextField } from '../ui/SavedTextField.tsx';
import { useState } from 'react';

/** A time typed as people write it, kept as HH:MM. One that cannot be read is not saved and says so. */
export function SavedTimeField({ label, value, onSave }: { label: string; value: string | undefined; onSave: (value: string | undefined) => Promise<unknown> }) {
  const t = useWords('meetings');
  const [wrong, setWrong] = useState(false);
  return (
    <SavedTextField
      label={label}
      hint={t('form.timeHint')}
      error={wrong ? t('form.timeWrong') : undefined}
      value={value === undefined ? '' : timeInWords(value)}
      onSave={async (typed) => {
        const time = typed.trim() === '' ? undefined : readTime(typed);
        setWrong(time === null);
        if (time !== null) await onSave(time);
      }}
    />
  );
}
