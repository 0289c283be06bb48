import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { codesOf } from '../../../../shared/domain/codes.ts';
import { NOT_OF_MINORS } from '../../../../shared/domain/minors.ts';
import type { PartialDate } from '../../../../shared/domain/record.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useChapter } from '../../../app/chapter.tsx';
import { usePersonIds } from '../../../app/directory.tsx';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { SavedDateField } from '../../../ui/SavedDateField.tsx';
import { SavedSwitch } from '../../../ui/SavedSwitch.tsx';
import type { EditRecord, Fields } from '../../edit-record.ts';
import { useFieldWords } from '../use-field-words.ts';
import { useSaving } from '../use-saving.tsx';
import { addAnswer } from './answering.ts';
import { ConsentRow } from './ConsentRow.tsx';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { useConsentNow } from './use-consent-now.ts';

/** What a person said yes or no to, scope by scope, and whether they are under 18 (domain §2.14, §5.4, §5.5). */
export function ConsentsPart({ id, person, edit }: { id: string; person: Fields<'people'>; edit: EditRecord<'people'> }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const { label, undo } = useFieldWords();
  const chapter = useChapter();
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const { stands, answers } = useConsentNow(usePersonIds(id), person.doNotContact === true);
  const isMinor = person.isMinor === true;
  const [how, setHow] = useState<string>();
  const [on, setOn] = useState<PartialDate>();
  const [readIn, setReadIn] = useState<'es' | 'en'>();
  const given = { how: how ?? (isMinor ? 'guardian_signed' : 'spoken'), on: on ?? todayHere(), readIn: readIn ?? (person.language === 'es' || person.language === 'en' ? person.language : lang) };
  const answer = (scope: string, words: string, isGiven: boolean): void =>
    attempt(() => addAnswer(chapter, save, id, { scope, isGiven, ...given }, t('consent.undo', { scope: words, name: person.nameAsWritten })));
  return (
    <>
      <SavedSwitch label={label('isMinor')} hint={t(isMinor ? 'minor.phone' : 'hint.isMinor')} value={person.isMinor} onSave={(on18) => edit(() => ({ isMinor: on18 || undefined }), undo('isMinor'))} />
      {person.doNotContact === true ? <Typography>{t('consent.stoppedNote')}</Typography> : null}
      <Typography sx={{ color: 'text.secondary' }}>{t('consent.explain')}</Typography>
      <ChoiceField label={t('consent.how')} choices={codesOf('consent_how').map((code) => ({ value: code.code, label: code[lang] }))} value={given.how} onChange={(chosen) => setHow(chosen || undefined)} />
      <SavedDateField label={t('consent.when')} value={given.on} onSave={(date) => Promise.resolve(setOn(date))} />
      <ChoiceField label={t('consent.readIn')} choices={(['es', 'en'] as const).map((value) => ({ value, label: t(`reads.${value}`) }))} value={given.readIn} onChange={(chosen) => setReadIn(chosen || undefined)} />
      <Box component="ul" aria-label={t('part.consents')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {codesOf('consent_scope').map((scope) => (
          <ConsentRow
            key={scope.code}
            scope={scope[lang]}
            now={stands(scope.code)}
            isAsked={!(isMinor && NOT_OF_MINORS.includes(scope.code))}
            onAnswer={(isGiven) => answer(scope.code, scope[lang], isGiven)}
          />
        ))}
      </Box>
      {failed}
      <EarlierAnswers answers={answers} />
    </>
  );
}
