import type { EffectiveSettings } from '../../../shared/domain/settings.ts';
import { useWords } from '../../app/language.tsx';
import { SavedNumberField } from '../../ui/SavedNumberField.tsx';
import type { ChangeSetting } from './use-settings-change.ts';

/** The numbers with which turnout is planned and reports are kept from pointing at single people (domain §2.11, §4). */
export function FiguresFields({ settings, change }: { settings: EffectiveSettings; change: ChangeSetting }) {
  const t = useWords('structure');
  return (
    <>
      <SavedNumberField
        label={t('settings.showFactor')}
        hint={t('settings.showFactorHint')}
        value={settings.showFactor}
        least={1}
        most={100}
        end="%"
        onSave={(showFactor) => change(t('settings.showFactor'), { showFactor })}
      />
      <SavedNumberField
        label={t('settings.smallCell')}
        hint={t('settings.smallCellHint')}
        value={settings.smallCellMin}
        least={1}
        most={50}
        onSave={(smallCellMin) => change(t('settings.smallCell'), { smallCellMin })}
      />
    </>
  );
}
