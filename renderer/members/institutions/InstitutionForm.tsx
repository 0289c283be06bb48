import { useState, type ReactNode } from 'react';
import type { Institution } from '../../../shared/domain/institution.ts';
import { codeLabel, codesOf, listLabel } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { SavedChoiceField } from '../../ui/SavedChoiceField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { NameField } from '../NameField.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { SpokenLanguages } from './SpokenLanguages.tsx';

type TextOf = 'kindOther' | 'cityOrArea' | 'phone' | 'email' | 'meetingPlace' | 'notes';
type Part = 'what' | 'where' | 'notes';

/**
 * The parts of an institution's form; each field is written when it is left. `first` is open at the beginning; a form
 * that listens to the name begins in it.
 */
export function InstitutionForm({ institution, edit, first, onNameTyped }: { institution: Fields<'institutions'>; edit: EditRecord<'institutions'>; first: Part | null; onNameTyped?: (text: string) => void }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const readsNotes = useReadsOrganizers();
  const [open, setOpen] = useState<Part | null>(first);
  const saved = (patch: Partial<Institution>, field: string): Promise<unknown> => edit(() => patch, (name) => t('undo.field', { field, name }));
  const text = (field: TextOf, hint?: string, more: { rows?: number; type?: 'tel' | 'email' } = {}) => {
    const label = t(`institution.field.${field}`);
    return (
      <SavedTextField
        label={label}
        hint={hint}
        value={institution[field]}
        onSave={(value) => saved({ [field]: value.trim() === '' ? undefined : value.trim() }, label)}
        {...more}
      />
    );
  };
  const choice = (field: 'kind' | 'status', list: 'institution_type' | 'institution_status') => (
    <SavedChoiceField
      label={listLabel(list, lang)}
      choices={codesOf(list).map((code) => ({ value: code.code, label: code[lang] }))}
      value={institution[field]}
      onSave={(value) => saved({ [field]: value }, listLabel(list, lang))}
    />
  );
  const part = (of: Part, summary: string, children: ReactNode) => (
    <Disclosure title={t(`institution.part.${of}`)} summary={summary} open={open === of} onToggle={() => setOpen(open === of ? null : of)}>
      {children}
    </Disclosure>
  );
  const written = (values: readonly (string | undefined)[]): string => values.filter(Boolean).join(' · ') || t('nothingYet');
  const otherNames = t('institution.field.otherNames');
  return (
    <>
      {part(
        'what',
        written([institution.name, codeLabel('institution_type', institution.kind, lang), codeLabel('institution_status', institution.status, lang)]),
        <>
          <NameField label={t('institution.field.name')} value={institution.name} autoFocus={onNameTyped !== undefined} onTyped={onNameTyped} onSave={(name) => saved({ name }, t('institution.field.name'))} />
          <SavedTextField
            label={otherNames}
            hint={t('institution.hint.otherNames')}
            value={institution.otherNames.join(', ')}
            onSave={(value) => saved({ otherNames: [...new Set(value.split(',').map((name) => name.trim()).filter(Boolean))] }, otherNames)}
          />
          {choice('kind', 'institution_type')}
          {institution.kind === 'other' ? text('kindOther') : null}
          {choice('status', 'institution_status')}
        </>,
      )}
      {part(
        'where',
        written([institution.cityOrArea, institution.phone, institution.email]),
        <>
          {text('cityOrArea')}
          {text('meetingPlace', t('institution.hint.meetingPlace'))}
          {text('phone', t('institution.hint.office'), { type: 'tel' })}
          {text('email', t('institution.hint.office'), { type: 'email' })}
        </>,
      )}
      {part(
        'notes',
        written([...institution.languages.map((code) => codeLabel('language_pref', code, lang)), institution.notes]),
        <>
          <SpokenLanguages chosen={institution.languages} onSave={(languages) => saved({ languages: [...languages] }, t('institution.field.languages'))} />
          {readsNotes ? text('notes', t('person.hint.notes'), { rows: 3 }) : null}
        </>,
      )}
    </>
  );
}
