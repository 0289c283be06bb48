import Box from '@mui/material/Box';
import { useId, useState, type FormEvent } from 'react';
import Typography from '@mui/material/Typography';
import { CHAPTER_ROLES, roleLabel, type ChapterRole } from '../../../shared/domain/role.ts';
import type { ChapterAccess } from '../../../shared/store/chapter-access.ts';
import { addUser } from '../../../shared/store/users.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { NewPassphrase } from '../../app/opening/NewPassphrase.tsx';
import { isGoodEnough } from '../../app/passphrase.ts';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useUserAction } from './use-user-action.ts';

type Wrong = 'name' | 'passphrase' | 'again';

/** Name, role, and a passphrase that the new person types themselves. `onDone` has the name, or null when it was left. */
export function AddPerson({ access, onDone }: { access: ChapterAccess; onDone: (name: string | null) => void }) {
  const t = useWords(['users', 'opening', 'common']);
  const { lang } = useLanguage();
  const id = useId();
  const action = useUserAction();
  const [answers, setAnswers] = useState({ name: '', role: 'entry' as ChapterRole, passphrase: '', again: '' });
  const [wrong, setWrong] = useState<ReadonlySet<Wrong>>(new Set());
  const change = (next: Partial<typeof answers>): void => {
    setAnswers((all) => ({ ...all, ...next }));
    setWrong((all) => new Set([...all].filter((field) => !(field in next))));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = new Set<Wrong>();
    const name = answers.name.trim();
    if (name === '') found.add('name');
    if (!isGoodEnough(answers.passphrase)) found.add('passphrase');
    else if (answers.again !== answers.passphrase) found.add('again');
    setWrong(found);
    if (found.size > 0) return;
    action.run(async () => {
      await addUser(access, { name, role: answers.role, passphrase: answers.passphrase });
      onDone(name);
    });
  };
  return (
    <Box component="form" aria-labelledby={id} noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 3 }}>
      <Typography id={id} component="h2" variant="h2">
        {t('users:people.add')}
      </Typography>
      <TextField autoFocus label={t('users:people.name')} error={wrong.has('name') ? t('users:missing.name') : undefined} value={answers.name} onChange={(name) => change({ name })} />
      <ChoiceField
        label={t('users:people.role')}
        hint={t(`users:people.reads.${answers.role}`)}
        canBeEmpty={false}
        value={answers.role}
        choices={CHAPTER_ROLES.map((value) => ({ value, label: roleLabel(value, lang) }))}
        onChange={(role) => {
          if (role !== '') change({ role });
        }}
      />
      <Typography>{t('users:people.passphraseTheirs')}</Typography>
      <NewPassphrase passphrase={answers.passphrase} again={answers.again} onChange={change} wrong={wrong} />
      {action.problem === null ? null : <Notice kind="wrong">{action.problem}</Notice>}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <PrimaryButton type="submit" disabled={action.working}>
          {t(action.working ? 'users:people.working' : 'users:people.addAction')}
        </PrimaryButton>
        <QuietButton disabled={action.working} onClick={() => onDone(null)}>
          {t('common:cancel')}
        </QuietButton>
      </Box>
    </Box>
  );
}
