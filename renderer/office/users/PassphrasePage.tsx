import Box from '@mui/material/Box';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { changePassphrase } from '../../../shared/store/users.ts';
import { useWords } from '../../app/language.tsx';
import { NewPassphrase } from '../../app/opening/NewPassphrase.tsx';
import { PassphraseField } from '../../app/opening/PassphraseField.tsx';
import { isGoodEnough } from '../../app/passphrase.ts';
import { useAccess } from '../../app/user-access.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { OFFICE } from './paths.ts';
import { useUserAction } from './use-user-action.ts';

type Wrong = 'before' | 'passphrase' | 'again';
const NOTHING = { before: '', passphrase: '', again: '' };

/** /office/passphrase — another passphrase for who sits here. */
export function PassphrasePage() {
  const t = useWords(['users', 'opening']);
  const { access } = useAccess();
  const action = useUserAction();
  const [answers, setAnswers] = useState(NOTHING);
  const [wrong, setWrong] = useState<ReadonlySet<Wrong>>(new Set());
  const [done, setDone] = useState(false);
  const change = (next: Partial<typeof NOTHING>): void => {
    setDone(false);
    setAnswers((all) => ({ ...all, ...next }));
    setWrong((all) => new Set([...all].filter((field) => !(field in next))));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = new Set<Wrong>();
    if (answers.before === '') found.add('before');
    if (!isGoodEnough(answers.passphrase)) found.add('passphrase');
    else if (answers.again !== answers.passphrase) found.add('again');
    setWrong(found);
    if (found.size > 0 || access === null) return;
    action.run(async () => {
      await changePassphrase(access, answers.before, answers.passphrase);
      setAnswers(NOTHING);
      setDone(true);
    });
  };
  return (
    <Box sx={{ maxWidth: 608 }}>
      <Box sx={{ mb: 0.5 }}>
        <Link to={OFFICE}>‹ {t('users:people.back')}</Link>
      </Box>
      <PageTitle title={t('users:passphrase.title')}>{t('users:passphrase.lead')}</PageTitle>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        {done ? <Notice kind="good">{t('users:passphrase.done')}</Notice> : null}
        <PassphraseField
          label={t('users:passphrase.before')}
          error={wrong.has('before') ? t('users:missing.before') : undefined}
          value={answers.before}
          onChange={(before) => change({ before })}
        />
        <NewPassphrase passphrase={answers.passphrase} again={answers.again} onChange={change} wrong={wrong} />
        {action.problem === null ? null : <Notice kind="wrong">{action.problem}</Notice>}
        <Box>
          <PrimaryButton type="submit" disabled={action.working}>
            {t(action.working ? 'users:passphrase.working' : 'users:passphrase.action')}
          </PrimaryButton>
        </Box>
      </Box>
    </Box>
  );
}
