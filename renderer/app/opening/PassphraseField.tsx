import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { TextButton } from '../../ui/Buttons.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextBox } from '../../ui/TextField.tsx';
import { useWords } from '../language.tsx';

/** A passphrase: hidden until people want to see it; says when Caps Lock is on. */
export function PassphraseField({
  label,
  hint,
  error,
  value,
  onChange,
  isNew = false,
  autoFocus,
}: {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  isNew?: boolean;
  autoFocus?: boolean;
}) {
  const t = useWords(['opening', 'common']);
  const [shown, show] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <Field label={label} hint={capsLock ? t('opening:unlock.capsLock') : hint} error={error}>
      {(control) => (
        <TextBox
          id={control.id}
          aria-describedby={control['aria-describedby']}
          error={error !== undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={watch}
          options={{
            type: shown ? 'text' : 'password',
            autoComplete: isNew ? 'new-password' : 'current-password',
            autoFocus,
            end: (
              <TextButton onClick={() => show(!shown)}>{t(shown ? 'common:field.hidePassphrase' : 'common:field.showPassphrase')}</TextButton>
            ),
          }}
        />
      )}
    </Field>
  );
}
