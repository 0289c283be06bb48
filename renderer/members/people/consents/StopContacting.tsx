import Box from '@mui/material/Box';
import type { Person } from '../../../../shared/domain/person.ts';
import { dateInWords, todayHere } from '../../../../shared/words/date.ts';
import { useChapter } from '../../../app/chapter.tsx';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { DoNotContact } from '../DoNotContact.tsx';
import { useSaving } from '../use-saving.tsx';
import { stopContacting } from './answering.ts';

/** "Stop contacting" as one button; once pressed, the mark with its day, and the way to contact the person again (domain §5.4). */
export function StopContacting({ person }: { person: Person }) {
  const t = useWords('person');
  const { lang } = useLanguage();
  const chapter = useChapter();
  const save = useSave();
  const { save: attempt, failed } = useSaving();
  const name = person.nameAsWritten;
  if (person.doNotContact !== true) {
    return (
      <>
        <TextButton onClick={() => attempt(() => stopContacting(chapter, save, person.id, todayHere(), t('stop.undo', { name })))}>{t('stop.action')}</TextButton>
        {failed}
      </>
    );
  }
  const again = (): Promise<unknown> => save.change('people', person.id, { doNotContact: undefined, doNotContactSince: undefined }, { undoLabel: t('stop.undoAgain', { name }) });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
      <DoNotContact since={person.doNotContactSince === undefined ? undefined : dateInWords(person.doNotContactSince, lang)} />
      <TextButton onClick={() => attempt(again)}>{t('stop.again')}</TextButton>
      {failed}
    </Box>
  );
}
