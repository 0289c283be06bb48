import Box from '@mui/material/Box';
import { useState } from 'react';
import type { ChapterJoin } from '../../../shared/store/chapter-types.ts';
import type { ChosenFile } from '../../../shared/host.ts';
import { joinByNetwork } from '../../sync/neighbours/join-by-network.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
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

type Way = 'file' | 'network';

/** "Join a chapter": the file and its six words, or the words alone on the same network, who sits here, and a passphrase. */
export function JoinForm({ onJoin, onBack }: { onJoin: (join: ChapterJoin, way: Way) => Promise<void>; onBack: () => void }) {
  const t = useWords(['opening', 'neighbours']);
  const host = useHost();
  const action = useOpeningAction();
  const [way, setWay] = useState<Way>('file');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [answers, setAnswers] = useState(NOTHING);
  const [wrong, setWrong] = useState<ReadonlySet<WrongJoin>>(new Set());
  const change = (next: Partial<typeof NOTHING>): void => {
    setAnswers((all) => ({ ...all, ...next }));
    setWrong((all) => new Set([...all].filter((field) => !(field in next))));
  };
  const error = (field: WrongJoin): string | undefined => (wrong.has(field) ? t(`opening:missing.${field}`) : undefined);
  const choose = async (): Promise<void> => {
    const chosen = await host.files.choose('.convoca', INVITATION_LIMIT);
    if (chosen === null) return;
    setFile(chosen);
    setWrong((all) => new Set([...all].filter((field) => field !== 'file')));
  };
  const submit = (): boolean => {
    const found = new Set<WrongJoin>();
    if (way === 'file' && (file === null || file.tooLarge)) found.add('file');
    if (answers.words.trim().split(/[\s,]+/).length !== SIX) found.add('words');
    for (const field of ['userName', 'pcName'] as const) if (answers[field].trim() === '') found.add(field);
    if (!isGoodEnough(answers.passphrase)) found.add('passphrase');
    else if (answers.again !== answers.passphrase) found.add('again');
    setWrong(found);
    if (found.size > 0) return false;
    const { userName, pcName, passphrase } = answers;
    const words = answers.words.trim().split(/[\s,]+/).join(' ');
    const given = { words, userName: userName.trim(), pcName: pcName.trim(), passphrase };
    if (way === 'network') action.run(() => joinByNetwork(host, given, (join) => onJoin(join, 'network')));
    else if (file !== null) action.run(() => onJoin({ ...given, invitation: file.bytes }, 'file'));
    return true;
  };
  const fileWords = file === null ? t('opening:join.choose') : t('opening:join.chosen', { name: file.name });
  return (
    <OpeningPage title={t('opening:join.title')} lead={t('opening:welcome.joinText')} onBack={onBack}>
      <OpeningForm action={action} verb={t('opening:join.action')} workingVerb={t('opening:join.working')} onSubmit={submit}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <ChoiceField
            label={t('neighbours:join.how')}
            hint={way === 'network' ? t('neighbours:join.networkHint') : undefined}
            canBeEmpty={false}
            value={way}
            choices={[
              { value: 'file', label: t('neighbours:join.file') },
              { value: 'network', label: t('neighbours:join.network') },
            ]}
            onChange={(chosen) => setWay(chosen === 'network' ? 'network' : 'file')}
          />
          {way === 'file' ? <FileField label={t('opening:join.file')} words={fileWords} error={error('file')} onChoose={() => action.run(choose)} /> : null}
          <TextField label={t('opening:join.words')} hint={t('opening:join.wordsHint')} error={error('words')} value={answers.words} onChange={(words) => change({ words })} />
        </Box>
        <FieldGroup title={t('opening:start.you')}>
          <TextField label={t('opening:start.userName')} error={error('userName')} value={answers.userName} onChange={(userName) => change({ userName })} />
          <TextField label={t('opening:start.pcName')} hint={t('opening:start.pcNameHint')} error={error('pcName')} value={answers.pcName} onChange={(pcName) => change({ pcName })} />
        </FieldGroup>
        <FieldGroup title={t('opening:start.lockUp')}>
          <span>{t('opening:passphrase.warning')}</span>
          <NewPassphrase passphrase={answers.passphrase} again={answers.again} onChange={change} wrong={wrong} />
        </FieldGroup>
      </OpeningForm>
    </OpeningPage>
  );
}
