import { SavedTextField, type SavedTextFieldProps } from './SavedTextField.tsx';

/** Digits of the largest gathering. */
const MOST_DIGITS = 6;

/** A whole number of people or things; letters are not taken, and empty means that nobody counted. */
export function SavedCountField({ value, onSave, ...texts }: Pick<SavedTextFieldProps, 'label' | 'hint'> & { value: number | undefined; onSave: (count: number | undefined) => Promise<unknown> }) {
  return (
    <SavedTextField
      {...texts}
      value={value === undefined ? '' : String(value)}
      onSave={(typed) => {
        const digits = typed.replace(/\D/g, '').slice(0, MOST_DIGITS);
        return onSave(digits === '' ? undefined : Number(digits));
      }}
      inputMode="numeric"
      maxLength={MOST_DIGITS + 1}
    />
  );
}
