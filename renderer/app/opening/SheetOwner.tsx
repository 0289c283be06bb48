import { useState } from 'react';
import type { Card } from '../../../shared/store/vault-entry.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../language.tsx';
import { isGoodEnough } from '../passphrase.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { FieldGroup, OpeningForm } from './OpeningForm.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import type { NewPassphraseFor } from './SheetForm.tsx';
import { useOpeningAction } from './use-opening-action.ts';

type Wrong = 'name' | 'passphrase' | 'again';
const SOMEONE_NEW = 'new';

/** Who gets a new passphrase by a recovery sheet: an administrator of the chapter, or someone new as one. */
export function SheetOwner({
  administrators,
  onOpen,
  onBack,
}: {
  administrators: readonly Card[];
  onOpen: (who: NewPassphraseFor['who'], passphrase: string) => Promise<void>;
  onBack: () => void;
}) {
  const t = useWords(['users', 'opening']);
  const action = useOpeningAction();
  const [answers, setAnswers] = useState({ who: administrators[0]?.id ?? SOMEONE_NEW, name: '', passphrase: '', again: '' });
  const [wrong, setWrong] = useState<ReadonlySet<Wrong>>(new Set());
  const change = (next: Partial<typeof answers>): void => {
    setAnswers((all) => ({ ...all, ...next }));
    setWrong((all) => new Set([...all].filter((field) => !(field in next))));
  };
  const isNew = answers.who === SOMEONE_NEW;
  const submit = (): boolean => {
    const found = new Set<Wrong>();
    const name = answers.name.trim();
    if (isNew && name === '') found.add('name');
    if (!isGoodEnough(answers.passphrase)) found.add('passphrase');
    else if (answers.again !== answers.passphrase) found.add('again');
    setWrong(found);
    if (found.size > 0) return false;
    action.run(() => onOpen(isNew ? { name } : { administrator: answers.who }, answers.passphrase));
    return true;
  };
  return (
    <OpeningPage title={t('users:open.title')} onBack={action.working ? undefined : onBack}>
      <OpeningForm action={action} verb={t('users:open.action')} workingVerb={t('users:open.working')} onSubmit={submit}>
        <FieldGroup title={t('users:open.whoTitle')}>
          <ChoiceField
            label={t('users:open.who')}
            hint={isNew ? undefined : t('users:open.ownNotes')}
            canBeEmpty={false}
            value={answers.who}
            choices={[...administrators.map(({ id, name }) => ({ value: id, label: name })), { value: SOMEONE_NEW, label: t('users:open.someoneNew') }]}
            onChange={(who) => change({ who })}
          />
          {isNew ? (
            <TextField label={t('users:open.name')} error={wrong.has('name') ? t('users:missing.name') : undefined} value={answers.name} onChange={(name) => change({ name })} />
          ) : null}
        </FieldGroup>
        <FieldGroup title={t('users:open.newTitle')}>
          <NewPassphrase passphrase={answers.passphrase} again={answers.again} onChange={change} wrong={wrong} />
        </FieldGroup>
      </OpeningForm>
    </OpeningPage>
  );
}
