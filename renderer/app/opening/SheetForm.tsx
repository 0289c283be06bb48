import { useState } from 'react';
import { RECOVERY_WORDS } from '../../../shared/store/recovery-words.ts';
import type { Card } from '../../../shared/store/vault-entry.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../language.tsx';
import { OpeningForm } from './OpeningForm.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { SheetOwner } from './SheetOwner.tsx';
import { useOpeningAction } from './use-opening-action.ts';

/** What a recovery sheet is used for: the words, who gets a new passphrase, and which. */
export interface NewPassphraseFor {
  readonly words: string;
  readonly who: { readonly administrator: string } | { readonly name: string };
  readonly passphrase: string;
}

/** Numbers before the words, as they stand on the paper, are no words. */
function countWords(typed: string): number {
  return typed.split(/[^\p{L}\p{M}]+/u).filter(Boolean).length;
}

/** "I have the recovery sheet": first its 24 words, then who gets a new passphrase. */
export function SheetForm({
  onRead,
  onOpen,
  onBack,
}: {
  /** The administrators that this PC knows. */
  onRead: (words: string) => Promise<readonly Card[]>;
  onOpen: (given: NewPassphraseFor) => Promise<void>;
  onBack: () => void;
}) {
  const t = useWords('users');
  const action = useOpeningAction();
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const [administrators, setAdministrators] = useState<readonly Card[] | null>(null);
  const count = countWords(words);
  const read = (): boolean => {
    setMissing(count !== RECOVERY_WORDS);
    if (count !== RECOVERY_WORDS) return false;
    action.run(async () => setAdministrators(await onRead(words)));
    return true;
  };
  if (administrators !== null) {
    return (
      <SheetOwner administrators={administrators} onOpen={(who, passphrase) => onOpen({ words, who, passphrase })} onBack={() => setAdministrators(null)} />
    );
  }
  return (
    <OpeningPage title={t('open.title')} lead={t('open.lead')} onBack={onBack}>
      <OpeningForm action={action} verb={t('open.next')} workingVerb={t('open.checking')} onSubmit={read}>
        <TextField
          autoFocus
          rows={4}
          autoComplete="off"
          label={t('open.words')}
          hint={t('open.count', { count })}
          error={missing ? t('missing.words', { count }) : undefined}
          value={words}
          onChange={(typed) => {
            setWords(typed);
            setMissing(false);
          }}
        />
      </OpeningForm>
    </OpeningPage>
  );
}
