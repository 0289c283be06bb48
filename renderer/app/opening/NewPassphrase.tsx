import { useWords } from '../language.tsx';
import { passphraseStrength } from '../passphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';

/** A new passphrase, twice, with its strength in words. `errors` are sentences. */
export function NewPassphrase({
  passphrase,
  again,
  onChange,
  errors,
}: {
  passphrase: string;
  again: string;
  onChange: (next: { passphrase?: string; again?: string }) => void;
  errors: { readonly passphrase?: string; readonly again?: string };
}) {
  const t = useWords('opening');
  const strength = passphraseStrength(passphrase);
  return (
    <>
      <PassphraseField
        isNew
        label={t('passphrase.label')}
        hint={strength === 'empty' ? t('passphrase.hint') : t(`passphrase.strength.${strength}`)}
        error={errors.passphrase}
        value={passphrase}
        onChange={(text) => onChange({ passphrase: text })}
      />
      <PassphraseField isNew label={t('passphrase.again')} error={errors.again} value={again} onChange={(text) => onChange({ again: text })} />
    </>
  );
}
