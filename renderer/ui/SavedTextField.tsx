import { DraftTextField } from './DraftTextField.tsx';
import type { FieldTexts } from './Field.tsx';
import type { TextBoxOptions } from './TextField.tsx';
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
export function SavedTextField({ label, hint, error, isLabelHidden, value, onSave, sentenceOf, ...options }: SavedTextFieldProps) {
  const draft = useDraft(value ?? '', onSave);
  return <DraftTextField label={label} hint={hint} error={error} isLabelHidden={isLabelHidden} sentenceOf={sentenceOf} draft={draft} options={options} />;
}
