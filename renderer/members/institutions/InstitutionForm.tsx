import type { ReactNode } from 'react';
import type { Institution } from '../../../shared/domain/institution.ts';
import { codeLabel, codesOf, listLabel } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { CarefulTextField } from '../../ui/CarefulTextField.tsx';
import { SavedChoiceField } from '../../ui/SavedChoiceField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import { NameField } from '../NameField.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { PagePart, type PartName, type Parts } from './PagePart.tsx';
import { SizeFields } from './SizeFields.tsx';
import { SpokenLanguages } from './SpokenLanguages.tsx';

type TextOf = 'kindOther' | 'cityOrArea' | 'phone' | 'email' | 'meetingPlace';
type FormPart = Extract<PartName, 'what' | 'where' | 'size' | 'notes'>;

/**
 * The parts of an institution's form; each field is written when it is left. A form that listens to the name begins in
 * it. `isNew`: where it stands is asked with the rest; later it is changed by steps that are kept.
 */
export function InstitutionForm({ id, institution, edit, parts, isNew = false, onNameTyped }: { id: string | undefined; institution: Fields<'institutions'>; edit: EditRecord<'institutions'>; parts: Parts; isNew?: boolean; onNameTyped?: (text: string) => void }) {
  const t = useWords(['members', 'institutions']);
  const { lang } = useLanguage();
  const heldAs = id === undefined ? undefined : `${id}/notes`;
  const readsNotes = useReadsOrganizers();
  const saved = (patch: Partial<Institution>, field: string): Promise<unknown> => edit(() => patch, (name) => t('undo.field', { field, name }));
  const text = (field: TextOf, hint?: string, more: { type?: 'tel' | 'email' } = {}) => {
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
  const part = (of: FormPart, summary: string, children: ReactNode) => (
    <PagePart name={of} parts={parts} title={of === 'size' ? t('institutions:size.title') : t(`institution.part.${of}`)} summary={summary}>
      {children}
    </PagePart>
  );
  const written = (values: readonly (string | undefined)[]): string => values.filter(Boolean).join(' · ') || t('nothingYet');
  const otherNames = t('institution.field.otherNames');
  return (
    <>
      {part(
        'what',
        written([institution.name, codeLabel('institution_type', institution.kind, lang)]),
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
          {isNew ? choice('status', 'institution_status') : null}
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
      {part('size', written([institution.sizeBand === undefined ? '' : t('institutions:size.people', { band: institution.sizeBand })]), <SizeFields institution={institution} saved={saved} />)}
      {part(
        'notes',
        written([...institution.languages.map((code) => codeLabel('language_pref', code, lang)), institution.notes]),
        <>
          <SpokenLanguages chosen={institution.languages} onSave={(languages) => saved({ languages: [...languages] }, t('institution.field.languages'))} />
          {readsNotes ? (
            <CarefulTextField
              label={t('institution.field.notes')}
              hint={t('person.hint.notes')}
              rows={3}
              value={institution.notes}
              heldAs={heldAs}
              onSave={(value) => saved({ notes: value.trim() || undefined }, t('institution.field.notes'))}
            />
          ) : null}
        </>,
      )}
    </>
  );
}
