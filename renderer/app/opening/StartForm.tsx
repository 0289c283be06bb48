import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { ChapterStart } from '../../../shared/store/chapter-types.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { FieldGroup, OpeningForm } from './OpeningForm.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { NO_ANSWERS, startFrom, wrongAnswers, type StartAnswers, type WrongStart } from './start-answers.ts';
import { useOpeningAction } from './use-opening-action.ts';

/** "Start a chapter": its name, what papers carry, who sits here, and the passphrase. */
export function StartForm({ onStart, onBack }: { onStart: (start: ChapterStart) => Promise<void>; onBack: () => void }) {
  const t = useWords(['opening', 'common']);
  const { lang } = useLanguage();
  const action = useOpeningAction();
  const [answers, setAnswers] = useState<StartAnswers>(NO_ANSWERS);
  const [wrong, setWrong] = useState<ReadonlySet<WrongStart>>(new Set());
  const change = (next: Partial<StartAnswers>): void => {
    setAnswers((all) => ({ ...all, ...next }));
    setWrong((all) => new Set([...all].filter((field) => !(field in next))));
  };
  const error = (field: WrongStart): string | undefined => (wrong.has(field) ? t(`opening:missing.${field}`) : undefined);
  const submit = (): boolean => {
    const found = wrongAnswers(answers);
    setWrong(found);
    if (found.size > 0) return false;
    action.run(() => onStart(startFrom(answers, lang)));
    return true;
  };
  const optional = (label: string): string => t('common:field.optional', { label });
  return (
    <OpeningPage title={t('opening:start.title')} lead={t('opening:start.intro')} onBack={onBack}>
      <OpeningForm action={action} verb={t('opening:start.action')} workingVerb={t('opening:start.working')} onSubmit={submit}>
        <FieldGroup title={t('opening:start.chapter')}>
          <TextField autoFocus label={t('opening:start.name')} hint={t('opening:start.nameHint')} error={error('name')} value={answers.name} onChange={(name) => change({ name })} />
          <TextField lang={lang === 'es' ? 'en' : 'es'} label={t('opening:start.nameOther')} value={answers.nameOther} onChange={(nameOther) => change({ nameOther })} />
          <TextField inputMode="numeric" maxLength={3} label={optional(t('opening:start.areaCode'))} hint={t('opening:start.areaCodeHint')} error={error('areaCode')} value={answers.areaCode} onChange={(areaCode) => change({ areaCode })} />
        </FieldGroup>
        <FieldGroup title={t('opening:start.papers')}>
          <TextField type="tel" label={optional(t('opening:start.phone'))} value={answers.phone} onChange={(phone) => change({ phone })} />
          <TextField type="email" label={optional(t('opening:start.email'))} error={error('email')} value={answers.email} onChange={(email) => change({ email })} />
        </FieldGroup>
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
