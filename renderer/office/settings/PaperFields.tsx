import { useState } from 'react';
import { PAPER_CHOICES, type EffectiveSettings } from '../../../shared/domain/settings.ts';
import { monthName } from '../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { SavedChoiceField } from '../../ui/SavedChoiceField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import type { ChangeSetting } from './use-settings-change.ts';

const MONTH_NUMBERS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Paper, area code, language, and where weeks and the chapter's year begin. */
export function PaperFields({ settings, change }: { settings: EffectiveSettings; change: ChangeSetting }) {
  const t = useWords(['office', 'structure']);
  const { lang } = useLanguage();
  const [isAreaCodeWrong, setAreaCodeWrong] = useState(false);
  const saveAreaCode = async (typed: string): Promise<void> => {
    const digits = typed.replace(/\D/g, '');
    const isWrong = digits !== '' && digits.length !== 3;
    setAreaCodeWrong(isWrong);
    if (!isWrong) await change(t('office:chapter.areaCode'), { areaCode: digits });
  };
  return (
    <>
      <SavedTextField
        label={t('office:chapter.areaCode')}
        hint={t('office:chapter.areaCodeHint')}
        error={isAreaCodeWrong ? t('office:chapter.areaCodeWrong') : undefined}
        inputMode="numeric"
        value={settings.areaCode}
        onSave={saveAreaCode}
      />
      <SavedChoiceField
        label={t('office:chapter.paper')}
        value={settings.paper}
        choices={PAPER_CHOICES.map((value) => ({ value, label: t(`office:chapter.paperKind.${value}`) }))}
        onSave={(paper) => change(t('office:chapter.paper'), { paper: paper ?? 'letter' })}
      />
      <SavedChoiceField
        label={t('structure:settings.language')}
        hint={t('structure:settings.languageHint')}
        value={settings.defaultLanguage ?? 'screen'}
        choices={(['es', 'en', 'screen'] as const).map((value) => ({ value, label: t(`structure:settings.languages.${value}`) }))}
        onSave={(of) => change(t('structure:settings.language'), { defaultLanguage: of === 'es' || of === 'en' ? of : undefined })}
      />
      <SavedChoiceField
        label={t('structure:settings.weekStart')}
        value={settings.weekStart}
        choices={(['sunday', 'monday'] as const).map((value) => ({ value, label: t(`structure:settings.weekStarts.${value}`) }))}
        onSave={(weekStart) => change(t('structure:settings.weekStart'), { weekStart })}
      />
      <SavedChoiceField
        label={t('structure:settings.yearStart')}
        hint={t('structure:settings.yearStartHint')}
        canBeEmpty={false}
        value={String(settings.fiscalYearStart)}
        choices={MONTH_NUMBERS.map((month) => ({ value: String(month), label: monthName(month, lang) }))}
        onSave={(month) => change(t('structure:settings.yearStart'), { fiscalYearStart: Number(month ?? 1) })}
      />
    </>
  );
}
