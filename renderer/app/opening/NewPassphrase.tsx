import { useWords } from '../language.tsx';
import { passphraseStrength } from '../passphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';

/** A new passphrase, twice, with its strength in words. `wrong` names what has to be written otherwise. */
export function NewPassphrase({
  passphrase,
  again,
  onChange,
  wrong,
}: {
  passphrase: string;
  again: string;
  onChange: (next: { passphrase?: string; again?: string }) => void;
  wrong: ReadonlySet<string>;
}) {
  const t = useWords('opening');
  const strength = passphraseStrength(passphrase);
  return (
    <>
      <PassphraseField
        isNew
        label={t('passphrase.label')}
        hint={strength === 'empty' ? t('passphrase.hint') : t(`passphrase.strength.${strength}`)}
        error={wrong.has('passphrase') ? t('missing.passphrase') : undefined}
        value={passphrase}
        onChange={(text) => onChange({ passphrase: text })}
      />
      <PassphraseField
        isNew
        label={t('passphrase.again')}
        error={wrong.has('again') ? t('missing.again') : undefined}
        value={again}
        onChange={(text) => onChange({ again: text })}
      />
    </>
  );
}
