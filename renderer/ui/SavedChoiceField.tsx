import { ChoiceField, type ChoiceFieldProps } from './ChoiceField.tsx';
import { FailedLine } from './FailedLine.tsx';
import { SavedMark } from './SavedMark.tsx';
import { useDraft } from './use-draft.ts';

export interface SavedChoiceFieldProps<V extends string> extends Omit<ChoiceFieldProps<V>, 'value' | 'onChange' | 'status'> {
  readonly value: V | undefined;
  /** Writes the choice; undefined when nothing is chosen any more. */
  readonly onSave: (value: V | undefined) => Promise<unknown>;
}

/** One of several, written as soon as it is chosen. */
export function SavedChoiceField<V extends string>({ value, onSave, error, ...field }: SavedChoiceFieldProps<V>) {
  const draft = useDraft<V | ''>(value ?? '', (chosen) => onSave(chosen === '' ? undefined : chosen));
  return (
    <ChoiceField
      {...field}
      value={draft.value}
      onChange={(chosen) => void draft.setAndSave(chosen)}
      status={<SavedMark state={draft.state} />}
      error={draft.state === 'failed' ? <FailedLine problem={draft.problem} onRetry={() => void draft.save()} /> : error}
    />
  );
}
