import Box from '@mui/material/Box';
import type { EffectiveSettings, Settings } from '../../../shared/domain/settings.ts';
import { useWords } from '../../app/language.tsx';
import { BilingualField } from '../../ui/BilingualField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import type { ChangeSetting } from './use-settings-change.ts';

/** The chapter's name in both languages and the lines that stand on every paper (domain §1.2 B13). */
export function LetterheadFields({ settings, change }: { settings: EffectiveSettings; change: ChangeSetting }) {
  const t = useWords(['office', 'structure']);
  const { letterhead } = settings;
  const line = (of: 'phone' | 'email' | 'address', more: { type?: 'tel' | 'email' } = {}) => {
    const label = t(`office:chapter.${of}`);
    return <SavedTextField label={label} value={letterhead[of]} onSave={(text) => change(label, { [of]: text.trim() } satisfies Partial<Settings>)} {...more} />;
  };
  return (
    <>
      <BilingualField label={t('office:chapter.name')} value={settings.chapterName} onSave={(next) => change(t('office:chapter.name'), (now) => ({ chapterName: next(now.chapterName) }))} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))', gap: 2.5 }}>
        {line('phone', { type: 'tel' })}
        {line('email', { type: 'email' })}
      </Box>
      {line('address')}
      <SavedTextField
        label={t('structure:settings.moreLines')}
        hint={t('structure:settings.moreLinesHint')}
        rows={2}
        value={settings.moreLines}
        onSave={(text) => change(t('structure:settings.moreLines'), { moreLines: text.trim() === '' ? undefined : text.trim() })}
      />
    </>
  );
}
