import { codesOf } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { CarefulTextField } from '../../ui/CarefulTextField.tsx';
import { SavedChoiceField } from '../../ui/SavedChoiceField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import type { EditRecord, Fields } from '../edit-record.ts';
import { heldAs } from './held-as.ts';
import { written } from './written.ts';

/** The language a person speaks with us, and the town or neighborhood; never a street (domain §5.2). */
export function LanguagePart({ id, person, edit }: { id: string | undefined; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const label = (field: 'language' | 'languageOther' | 'area'): string => t(`person.field.${field}`);
  const undo = (field: 'language' | 'languageOther' | 'area') => (name: string) => t('undo.field', { field: label(field), name });
  return (
    <>
      <SavedChoiceField
        label={label('language')}
        choices={codesOf('language_pref').map((code) => ({ value: code.code, label: code.code === 'other' ? t('person.otherLanguage') : code[lang] }))}
        value={person.language}
        onSave={(language) => edit(() => ({ language }), undo('language'))}
      />
      {person.language === 'other' ? (
        <SavedTextField label={label('languageOther')} value={person.languageOther} onSave={(text) => edit(() => ({ languageOther: written(text) }), undo('languageOther'))} />
      ) : null}
      <CarefulTextField heldAs={heldAs(id, 'area')} label={label('area')} hint={t('person.hint.area')} value={person.area} onSave={(text) => edit(() => ({ area: written(text) }), undo('area'))} />
    </>
  );
}
