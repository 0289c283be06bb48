import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import type { ReactNode } from 'react';
import { Field, type FieldTexts } from './Field.tsx';

/** What a text field can be told besides its texts; the rest of the HTML input stays as it is. */
export interface TextBoxOptions {
  /** Rows of a long text; one line without it. */
  readonly rows?: number;
  readonly type?: 'text' | 'tel' | 'email' | 'search' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly lang?: string;
  readonly end?: ReactNode;
  readonly disabled?: boolean;
}

/** The box alone, for fields that draw their own frame. */
export function TextBox({
  options,
  ...input
}: Pick<OutlinedInputProps, 'id' | 'value' | 'onChange' | 'onBlur' | 'onFocus' | 'onKeyDown' | 'aria-describedby' | 'error'> & {
  options: TextBoxOptions;
}) {
  const { rows, type = 'text', inputMode, autoComplete = 'off', autoFocus, placeholder, maxLength, lang, end, disabled } = options;
  return (
    <OutlinedInput
      {...input}
      fullWidth
      notched={false}
      multiline={rows !== undefined}
      minRows={rows}
      type={type}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
      placeholder={placeholder}
      disabled={disabled}
      endAdornment={end}
      inputProps={{ inputMode, maxLength, lang, spellCheck: rows !== undefined, 'aria-invalid': input.error === true ? true : undefined }}
    />
  );
}

/** A field whose text the screen holds itself: in forms that are sent as a whole, and in searches. */
export function TextField({
  label,
  hint,
  error,
  status,
  value,
  onChange,
  ...options
}: FieldTexts & TextBoxOptions & { value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label} hint={hint} error={error} status={status}>
      {(control) => (
        <TextBox
          id={control.id}
          aria-describedby={control['aria-describedby']}
          error={error !== undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={options}
        />
      )}
    </Field>
  );
}
