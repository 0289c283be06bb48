import { useState, type KeyboardEvent } from 'react';
import type { PartialDate } from '../../shared/domain/record.ts';
import { dateInWords, readDate, todayHere, type DateOrder } from '../../shared/words/date.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { FailedLine } from './FailedLine.tsx';
import { Field, type FieldTexts } from './Field.tsx';
import { SavedMark } from './SavedMark.tsx';
import { TextBox } from './TextField.tsx';
import { UnreadableDate } from './unreadable-date.ts';
import { useDraft } from './use-draft.ts';

export interface SavedDateFieldProps extends Omit<FieldTexts, 'status'> {
  readonly value: PartialDate | undefined;
  /** Writes the date; undefined when the field was emptied. */
  readonly onSave: (value: PartialDate | undefined) => Promise<unknown>;
  /** Which bare number is the month; the US order unless the chapter chose otherwise (domain §6.7). */
  readonly order?: DateOrder;
}

/** A date typed in words or figures, in part if need be; the field answers with the weekday (domain §6.7). */
export function SavedDateField({ label, hint, error, value, onSave, order = 'month-first' }: SavedDateFieldProps) {
  const t = useWords('common');
  const { lang } = useLanguage();
  const [editing, setEditing] = useState(false);
  const read = (text: string): PartialDate | null => readDate(text, { order, today: todayHere() });
  const kept = value === undefined ? '' : dateInWords(value, lang);
  const draft = useDraft(kept, (text) => {
    if (text.trim() === '') return onSave(undefined);
    const date = read(text);
    return date === null ? Promise.reject(new UnreadableDate()) : onSave(date);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void draft.save();
    if (event.key !== 'Escape' || draft.state === 'kept') return;
    event.stopPropagation();
    draft.restore();
  };
  const typed = draft.state === 'typed' ? read(draft.value) : null;
  const unreadable = draft.problem instanceof UnreadableDate;
  const failed =
    draft.state !== 'failed' ? error : unreadable ? t('date.unreadable') : <FailedLine problem={draft.problem} onRetry={() => void draft.save()} />;
  const echo = typed === null ? undefined : <span role="status">{dateInWords(typed, lang)}</span>;
  return (
    <Field label={label} hint={echo ?? hint ?? (editing ? t('date.example') : undefined)} error={failed} status={<SavedMark state={draft.state} />}>
      {(control) => (
        <TextBox
          id={control.id}
          aria-describedby={control['aria-describedby']}
          error={failed !== undefined}
          value={draft.value}
          onChange={(event) => draft.set(event.target.value)}
          onFocus={() => setEditing(true)}
          onBlur={() => {
            setEditing(false);
            void draft.save();
          }}
          onKeyDown={onKeyDown}
          options={{}}
        />
      )}
    </Field>
  );
}
