import type { KeyboardEvent, ReactNode } from 'react';
import { FailedLine } from './FailedLine.tsx';
import { Field, type FieldTexts } from './Field.tsx';
import { SavedMark } from './SavedMark.tsx';
import { TextBox, type TextBoxOptions } from './TextField.tsx';
import type { Draft } from './use-draft.ts';

/** A text box over a draft: leaving or Enter writes it, Esc brings back what was saved (domain §6.3). */
export function DraftTextField({
  label,
  hint,
  error,
  isLabelHidden,
  draft,
  value = draft.value,
  onType = draft.set,
  onLeave = () => void draft.save(),
  onRestore = draft.restore,
  canRestore = draft.state !== 'kept',
  status = <SavedMark state={draft.state} />,
  sentenceOf,
  options,
}: FieldTexts & {
  draft: Draft<string>;
  value?: string;
  onType?: (text: string) => void;
  onLeave?: () => void;
  onRestore?: () => void;
  canRestore?: boolean;
  status?: ReactNode;
  sentenceOf?: ((problem: unknown) => string | undefined) | undefined;
  options: TextBoxOptions;
}) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && canRestore) {
      event.stopPropagation();
      onRestore();
    }
    if (event.key === 'Enter' && (options.rows === undefined || event.ctrlKey)) onLeave();
  };
  const failed = draft.state === 'failed' ? (sentenceOf?.(draft.problem) ?? <FailedLine problem={draft.problem} onRetry={() => void draft.save()} />) : error;
  return (
    <Field label={label} hint={hint} error={failed} isLabelHidden={isLabelHidden} status={status}>
      {(control) => (
        <TextBox
          id={control.id}
          aria-describedby={control['aria-describedby']}
          error={failed !== undefined}
          value={value}
          onChange={(event) => onType(event.target.value)}
          onBlur={onLeave}
          onKeyDown={onKeyDown}
          options={options}
        />
      )}
    </Field>
  );
}
