import Box from '@mui/material/Box';
import { useState } from 'react';
import type { ChapterJoin } from '../../../shared/store/chapter-types.ts';
import type { ChosenFile } from '../../../shared/host.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useHost } from '../host.tsx';
import { useWords } from '../language.tsx';
import { isGoodEnough } from '../passphrase.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { FileField } from './FileField.tsx';
import { FieldGroup, OpeningForm } from './OpeningForm.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { useOpeningAction } from './use-opening-action.ts';

/** Invitations are far smaller; anything larger is another file. */
const INVITATION_LIMIT = 1_000_000;
const SIX = 6;

type WrongJoin = 'file' | 'words' | 'userName' | 'pcName' | 'passphrase' | 'again';
const NOTHING = { words: '', userName: '', pcName: '', passphrase: '', again: '' };

/** "Join a chapter": the file and its six words, who sits here, and a passphrase for this PC. */
export function JoinForm({ onJoin, onBack }: { onJoin: (join: ChapterJoin) => Promise<void>; onBack: () => void }) {
  const t = useWords('opening');
  const host = useHost();
  const action = useOpeningAction();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [answers, setAnswers] = useState(NOTHING);
  const [wrong, setWrong] = useState<ReadonlySet<WrongJoin>>(new Set());
  const change = (next: Partial<typeof NOTHING>): void => {
    setAnswers((all) => ({ ...all, ...next }));
    setWrong((all) => new Set([...all].filter((field) => !(field in next))));
  };
  const error = (field: WrongJoin): string | undefined => (wrong.has(field) ? t(`missing.${field}`) : undefined);
  const choose = async (): Promise<void> => {
    const chosen = await host.files.choose('.convoca', INVITATION_LIMIT);
    if (chosen === null) return;
    setFile(chosen);
    setWrong((all) => new Set([...all].filter((field) => field !== 'file')));
  };
  const submit = (): boolean => {
    const found = new Set<WrongJoin>();
    if (file === null || file.tooLarge) found.add('file');
    if (answers.words.trim().split(/[\s,]+/).length !== SIX) found.add('words');
    for (const field of ['userName', 'pcName'] as const) if (answers[field].trim() === '') found.add(field);
    if (!isGoodEnough(answers.passphrase)) found.add('passphrase');
    else if (answers.again !== answers.passphrase) found.add('again');
    setWrong(found);
    if (found.size > 0 || file === null) return false;
    const { words, userName, pcName, passphrase } = answers;
    action.run(() => onJoin({ invitation: file.bytes, words: words.trim().split(/[\s,]+/).join(' '), userName: userName.trim(), pcName: pcName.trim(), passphrase }));
    return true;
  };
  const fileWords = file === null ? t('join.choose') : t('join.chosen', { name: file.name });
  return (
    <OpeningPage title={t('join.title')} lead={t('welcome.joinText')} onBack={onBack}>
      <OpeningForm action={action} verb={t('join.action')} workingVerb={t('join.working')} onSubmit={submit}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FileField label={t('join.file')} words={fileWords} error={error('file')} onChoose={() => action.run(choose)} />
          <TextField label={t('join.words')} hint={t('join.wordsHint')} error={error('words')} value={answers.words} onChange={(words) => change({ words })} />
        </Box>
        <FieldGroup title={t('start.you')}>
          <TextField label={t('start.userName')} error={error('userName')} value={answers.userName} onChange={(userName) => change({ userName })} />
          <TextField label={t('start.pcName')} hint={t('start.pcNameHint')} error={error('pcName')} value={answers.pcName} onChange={(pcName) => change({ pcName })} />
        </FieldGroup>
        <FieldGroup title={t('start.lockUp')}>
          <span>{t('passphrase.warning')}</span>
          <NewPassphrase passphrase={answers.passphrase} again={answers.again} onChange={change} wrong={wrong} />
        </FieldGroup>
      </OpeningForm>
    </OpeningPage>
  );
}
