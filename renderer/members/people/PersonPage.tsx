import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import { dayInWords } from '../../../shared/words/moment.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useRecord } from '../../app/records.ts';
import { useSave } from '../../app/saving.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { HistorySection } from '../../history/HistorySection.tsx';
import { useEditRecord } from '../edit-record.ts';
import { InTheBin } from '../InTheBin.tsx';
import { MEMBERS } from '../paths.ts';
import { MayBeTheSame } from './MayBeTheSame.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PersonHeader } from './PersonHeader.tsx';
import { Timeline } from './Timeline.tsx';
import { useSaving } from './use-saving.tsx';
import { useSightings } from './use-sightings.ts';

/** One person: a sentence, what waits for a decision, the parts that open, and where they were seen. */
export function PersonPage({ id }: { id: string }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const person = useRecord('people', id);
  const sightings = useSightings(id);
  const edit = useEditRecord('people', id);
  const save = useSave();
  const saving = useSaving();
  const navigate = useNavigate();
  if (person === undefined) return null;
  if (person === null) return <EmptyState>{t('person.gone')}</EmptyState>;
  const name = person.nameAsWritten;
  const since = person.createdAt === undefined ? undefined : dayInWords(new Date(person.createdAt), lang);
  const bin = async (): Promise<void> => {
    await save.bin('people', id, { undoLabel: t('undo.binned', { name }) });
    void navigate(MEMBERS);
  };
  return (
    <>
      <PersonHeader person={person} sightings={sightings} />
      {person.deletedAt === undefined ? (
        <MayBeTheSame person={person} edit={edit} />
      ) : (
        <InTheBin name={name} onRestore={() => save.restore('people', id, { undoLabel: t('undo.restored', { name }) })} />
      )}
      <PersonForm id={id} person={person} edit={edit} />
      {sightings === undefined ? null : <Timeline sightings={sightings} />}
      <HistorySection name="people" id={id} />
      <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1, display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {since === undefined ? null : t(person.source?.kind === 'import' ? 'person.since.import' : person.source?.kind === 'sheet' ? 'person.since.sheet' : 'person.since.typed', { date: since })}
        </Typography>
        {person.deletedAt === undefined ? <TextButton onClick={() => saving.save(bin)}>{t('bin.put')}</TextButton> : null}
      </Box>
      {saving.failed}
    </>
  );
}
