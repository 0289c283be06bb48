import Box from '@mui/material/Box';
import { useState } from 'react';
import type { ChosenFile } from '../../../shared/host.ts';
import type { BroughtBack } from '../../../shared/store/bring-back.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useHost } from '../host.tsx';
import { useWords } from '../language.tsx';
import { BACKUP_ENDING, BACKUP_LIMIT } from './backup-ending.ts';
import { FileField } from './FileField.tsx';
import { OpeningForm } from './OpeningForm.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { useOpeningAction } from './use-opening-action.ts';

/** "Bring a chapter back from a backup": the file, and a passphrase that opened the chapter when it was saved. */
export function BackupForm({
  onRestore,
  onOpen,
  onBack,
}: {
  onRestore: (bytes: Uint8Array, passphrase: string, onProgress: (share: number) => void) => Promise<BroughtBack>;
  onOpen: (brought: BroughtBack) => Promise<void>;
  onBack: () => void;
}) {
  const t = useWords('recovery');
  const host = useHost();
  const action = useOpeningAction();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState<{ readonly file?: string; readonly passphrase?: string }>({});
  const [share, setShare] = useState(0);
  const [incomplete, setIncomplete] = useState<BroughtBack | null>(null);
  const choose = async (): Promise<void> => {
    const chosen = await host.files.choose(BACKUP_ENDING, BACKUP_LIMIT);
    if (chosen === null) return;
    setFile(chosen.tooLarge ? null : chosen);
    setWrong(chosen.tooLarge ? { file: t('fromFile.tooLarge') } : {});
  };
  const submit = (): boolean => {
    if (file === null || passphrase === '') {
      setWrong({ ...(file === null ? { file: t('fromFile.fileNeeded') } : {}), ...(passphrase === '' ? { passphrase: t('fromFile.passphraseNeeded') } : {}) });
      return false;
    }
    action.run(async () => {
      setShare(0);
      const brought = await onRestore(file.bytes, passphrase, setShare);
      if (brought.missing > 0) setIncomplete(brought);
      else await onOpen(brought);
    });
    return true;
  };
  if (incomplete !== null) {
    return (
      <OpeningPage title={t('fromFile.title')}>
        <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
          <Notice kind="careful">{t('fileMissing', { count: incomplete.missing })}</Notice>
          <PrimaryButton autoFocus onClick={() => action.run(() => onOpen(incomplete))}>
            {t('fromFile.open')}
          </PrimaryButton>
        </Box>
      </OpeningPage>
    );
  }
  const fileWords = file === null ? t('fromFile.choose') : `${file.name} ✓`;
  return (
    <OpeningPage title={t('fromFile.title')} lead={t('fromFile.lead')} onBack={action.working ? undefined : onBack}>
      <OpeningForm action={action} verb={t('fromFile.action')} workingVerb={t('fromFile.working')} onSubmit={submit}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FileField label={t('fromFile.file')} words={fileWords} error={wrong.file} onChoose={() => action.run(choose)} />
          <PassphraseField
            label={t('fromFile.passphrase')}
            error={wrong.passphrase}
            value={passphrase}
            onChange={(typed) => {
              setPassphrase(typed);
              setWrong(({ file: wrongFile }) => (wrongFile === undefined ? {} : { file: wrongFile }));
            }}
          />
        </Box>
        {action.working && share > 0 ? <ProgressLine label={t('backup.working')} done={Math.round(share * 100)} total={100} /> : null}
      </OpeningForm>
    </OpeningPage>
  );
}
