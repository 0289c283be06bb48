import Box from '@mui/material/Box';
import { useRef, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { Field } from '../../ui/Field.tsx';
import { FailedLine } from '../../ui/FailedLine.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SavedMark } from '../../ui/SavedMark.tsx';
import { TextBox } from '../../ui/TextField.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { EditRecord, Fields } from '../edit-record.ts';
import { isRisky, withoutRisky } from './careful-words.ts';

/**
 * Notes about a person, with a hint of what does not belong there and a gentle stop at words that could put someone at
 * risk (domain §5.2): they are written only after a person says that they are about a law or a campaign.
 */
export function NotesPart({ person, edit }: { person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('members');
  const [stopped, setStopped] = useState(false);
  const allowed = useRef<string>(undefined);
  const mayStay = (notes: string): boolean => !isRisky(notes) || notes === allowed.current || notes === (person.notes ?? '');
  const draft = useDraft(person.notes ?? '', (notes) => {
    // Written without an answer only when the page is left or locked: then the careful way is taken.
    const kept = mayStay(notes) ? notes : withoutRisky(notes);
    return edit(() => ({ notes: kept.trim() === '' ? undefined : kept }), (name) => t('undo.field', { field: t('person.field.notes'), name }));
  });
  const leave = (): void => {
    const risky = !mayStay(draft.value);
    setStopped(risky);
    if (!risky) void draft.save();
  };
  const remove = (): void => {
    setStopped(false);
    void draft.setAndSave(withoutRisky(draft.value));
  };
  const keep = (): void => {
    allowed.current = draft.value;
    setStopped(false);
    void draft.save();
  };
  return (
    <>
      <Field
        label={t('person.field.notes')}
        hint={t('person.hint.notes')}
        error={draft.state === 'failed' ? <FailedLine problem={draft.problem} onRetry={() => void draft.save()} /> : undefined}
        status={<SavedMark state={draft.state} />}
      >
        {(control) => (
          <TextBox
            id={control.id}
            aria-describedby={control['aria-describedby']}
            value={draft.value}
            onChange={(event) => draft.set(event.target.value)}
            onBlur={leave}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || draft.state === 'kept') return;
              event.stopPropagation();
              setStopped(false);
              draft.restore();
            }}
            options={{ rows: 4 }}
          />
        )}
      </Field>
      {stopped ? (
        <Notice kind="careful">
          {t('person.risky.question')}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            <PrimaryButton onClick={remove} autoFocus>
              {t('remove')}
            </PrimaryButton>
            <QuietButton onClick={keep}>{t('person.risky.keep')}</QuietButton>
          </Box>
        </Notice>
      ) : null}
    </>
  );
}
