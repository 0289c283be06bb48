import type { KeyboardEvent } from 'react';
import { FailedLine } from './FailedLine.tsx';
import { Field, type FieldTexts } from './Field.tsx';
import { SavedMark } from './SavedMark.tsx';
import { TextBox, type TextBoxOptions } from './TextField.tsx';
import { useDraft } from './use-draft.ts';

export interface SavedTextFieldProps extends Omit<FieldTexts, 'status'>, TextBoxOptions {
  /** What the record has; undefined is an empty text. */
  readonly value: string | undefined;
  /** Writes the text; resolves when it is durable. When it rejects, what was typed stays in the field. */
  readonly onSave: (value: string) => Promise<unknown>;
  /** The sentence for a problem of the typed text itself, which trying again would not mend; undefined for any other. */
  readonly sentenceOf?: (problem: unknown) => string | undefined;
}

/** A text that is written when the field is left or Enter is pressed; Esc brings back what was saved (domain §6.3). */
export function SavedTextField({ label, hint, error, value, onSave, sentenceOf, ...options }: SavedTextFieldProps) {
  const draft = useDraft(value ?? '', onSave);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && draft.state !== 'kept') {
      event.stopPropagation();
      draft.restore();
    }
    if (event.key === 'Enter' && (options.rows === undefined || event.ctrlKey)) void draft.save();
  };
  const failed = draft.state === 'failed' ? (sentenceOf?.(draft.problem) ?? <FailedLine problem={draft.problem} onRetry={() => void draft.save()} />) : error;
  return (
    <Field label={label} hint={hint} error={failed} status={<SavedMark state={draft.state} />}>
      {(control) => (
        <TextBox
          id={control.id}
          aria-describedby={control['aria-describedby']}
          error={failed !== undefined}
          value={draft.value}
          onChange={(event) => draft.set(event.target.value)}
          onBlur={() => void draft.save()}
          onKeyDown={onKeyDown}
          options={options}
        />
      )}
    </Field>
  );
}
