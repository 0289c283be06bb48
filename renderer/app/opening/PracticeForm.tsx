import { useState } from 'react';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useWords } from '../language.tsx';
import { OpeningForm } from './OpeningForm.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { PRACTICE_PASSPHRASE } from './practice.ts';
import { useOpeningAction } from './use-opening-action.ts';

/** "Practise with invented people": says what comes, makes it, shows how far it is. */
export function PracticeForm({ onPractice, onBack }: { onPractice: (onProgress: (done: number, total: number) => void) => Promise<void>; onBack: () => void }) {
  const t = useWords('opening');
  const action = useOpeningAction();
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const submit = (): boolean => {
    action.run(() => onPractice((done, total) => setProgress({ done, total })));
    return true;
  };
  return (
    <OpeningPage title={t('practice.title')} lead={t('practice.text')} onBack={action.working ? undefined : onBack}>
      <OpeningForm action={action} verb={t('practice.action')} workingVerb={t('practice.wait')} onSubmit={submit}>
        <span>{t('practice.passphrase', { passphrase: PRACTICE_PASSPHRASE })}</span>
        {action.working ? <ProgressLine label={t('practice.working')} done={progress.done} total={progress.total} /> : null}
      </OpeningForm>
    </OpeningPage>
  );
}
