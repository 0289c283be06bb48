import type { EffectiveSettings } from '../../../shared/domain/settings.ts';
import { useWords } from '../../app/language.tsx';
import { BilingualField } from '../../ui/BilingualField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import type { ChangeSetting } from './use-settings-change.ts';

/** Who receives donations for the chapter by law, and what receipts say of it (domain §1.3 C52). */
export function SponsorFields({ settings, change }: { settings: EffectiveSettings; change: ChangeSetting }) {
  const t = useWords('structure');
  return (
    <>
      <SavedTextField
        label={t('settings.sponsor')}
        hint={t('settings.sponsorHint')}
        value={settings.fiscalSponsor}
        onSave={(text) => change(t('settings.sponsor'), { fiscalSponsor: text.trim() === '' ? undefined : text.trim() })}
      />
      <BilingualField
        label={t('settings.receiptText')}
        rows={2}
        value={settings.receiptText}
        onSave={(next) => change(t('settings.receiptText'), (now) => ({ receiptText: next(now.receiptText ?? { es: '', en: '' }) }))}
      />
    </>
  );
}
