import { useCallback } from 'react';
import type { Bilingual } from '../../../shared/domain/record.ts';
import type { EffectiveSettings } from '../../../shared/domain/settings.ts';
import { monthName } from '../../../shared/words/date.ts';
import { displayPhone } from '../../../shared/words/phone.ts';
import { useLanguage, useWords } from '../../app/language.tsx';

/** The parts of the settings that are lines of text. */
export type SettingsPart = 'letterhead' | 'sponsor' | 'papers' | 'figures';

/** A setting as it is read: what it is called and what it says, empty for nothing. */
interface SettingLine {
  readonly label: string;
  readonly text: string;
}

/** Each part of the settings in lines, for the part that is closed and for those who only read. */
export function useSettingLines(settings: EffectiveSettings): (part: SettingsPart) => readonly SettingLine[] {
  const t = useWords(['office', 'structure', 'common']);
  const { lang } = useLanguage();
  return useCallback(
    (part) => {
      const both = ({ es, en }: Bilingual): string => [...new Set(lang === 'es' ? [es, en] : [en, es])].filter((text) => text !== '').join(' · ');
      const { letterhead } = settings;
      switch (part) {
        case 'letterhead':
          return [
            { label: t('office:chapter.name'), text: both(settings.chapterName) },
            { label: t('office:chapter.phone'), text: displayPhone(letterhead.phone) },
            { label: t('office:chapter.email'), text: letterhead.email },
            { label: t('office:chapter.address'), text: letterhead.address },
            { label: t('structure:settings.moreLines'), text: settings.moreLines },
          ];
        case 'sponsor':
          return [
            { label: t('structure:settings.sponsor'), text: settings.fiscalSponsor },
            { label: t('structure:settings.receiptText'), text: both(settings.receiptText) },
          ];
        case 'papers':
          return [
            { label: t('office:chapter.areaCode'), text: settings.areaCode },
            { label: t('office:chapter.paper'), text: t(`office:chapter.paperKind.${settings.paper}`) },
            { label: t('structure:settings.language'), text: t(`structure:settings.languages.${settings.defaultLanguage ?? 'screen'}`) },
            { label: t('structure:settings.weekStart'), text: t(`structure:settings.weekStarts.${settings.weekStart}`) },
            { label: t('structure:settings.yearStart'), text: monthName(settings.fiscalYearStart, lang) },
          ];
        case 'figures':
          return [
            { label: t('structure:settings.showFactor'), text: `${settings.showFactor} %` },
            { label: t('structure:settings.smallCell'), text: String(settings.smallCellMin) },
          ];
      }
    },
    [t, lang, settings],
  );
}
