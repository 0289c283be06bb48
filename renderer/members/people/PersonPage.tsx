import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { dayInWords } from '../../../shared/words/moment.ts';
import { usePersonIds } from '../../app/directory.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useHeldField } from '../../app/held-texts.ts';
import { useRecord } from '../../app/records.ts';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { HistorySection } from '../../history/HistorySection.tsx';
import { JoinWithAnother } from '../duplicates/JoinWithAnother.tsx';
import { MergedLines } from '../duplicates/MergedLines.tsx';
import { useEditRecord } from '../edit-record.ts';
import { InTheBin } from '../InTheBin.tsx';
import { MEMBERS } from '../paths.ts';
import { useHiddenChanges } from './consents/use-consents.ts';
import { MayBeTheSame } from './MayBeTheSame.tsx';
import { MinorLine } from './MinorLine.tsx';
import { PersonForm } from './PersonForm.tsx';
import { partOfHeld, type PersonPart } from './parts.ts';
import { PersonHeader } from './PersonHeader.tsx';
import type { Sighting } from './sightings.ts';
import { Timeline } from './timeline/Timeline.tsx';
import { useBinPerson } from './use-bin-person.ts';
import { useSaving } from './use-saving.tsx';
import { useSightings } from './use-sightings.ts';
import { useWindowKey } from './use-window-key.ts';

const NOWHERE: readonly Sighting[] = [];

/** One person: a sentence, what waits for a decision, the parts that open, and where they were seen. */
export function PersonPage({ id }: { id: string }) {
  const t = useWords('members');
  const p = useWords('person');
  const { lang } = useLanguage();
  const person = useRecord('people', id);
  const sightings = useSightings(id);
  const edit = useEditRecord('people', id);
  const ids = usePersonIds(id);
  const hidesChange = useHiddenChanges(ids, person ?? {});
  const bin = useBinPerson(ids);
  const saving = useSaving();
  const navigate = useNavigate();
  const [open, setOpen] = useState<PersonPart | null>(null);
  const form = useRef<HTMLDivElement>(null);
  // Grows whenever the cursor shall go into the phone.
  const [phoneAsked, setPhoneAsked] = useState(0);
  useEffect(() => {
    const phone = phoneAsked > 0 ? form.current?.querySelector<HTMLInputElement>('input[type=tel]') : null;
    phone?.focus();
    phone?.select();
  }, [phoneAsked]);
  const fixPhone = (): void => {
    setOpen('contacts');
    setPhoneAsked((times) => times + 1);
  };
  useWindowKey((event) => event.key === 'F2', fixPhone);
  const waiting = useHeldField(id);
  if (person === undefined) return null;
  if (person === null) return <EmptyState>{t('person.gone')}</EmptyState>;
  const name = person.nameAsWritten;
  const since = person.createdAt === undefined ? undefined : dayInWords(new Date(person.createdAt), lang);
  return (
    <>
      <PersonHeader person={person} sightings={sightings} onFixPhone={fixPhone} />
      {person.deletedAt === undefined ? (
        <>
          <MergedLines person={person} ids={ids} />
          <MayBeTheSame person={person} edit={edit} />
        </>
      ) : (
        <InTheBin name={name} onRestore={() => bin.takeOut(t('undo.restored', { name }))} />
      )}
      {waiting === undefined || open === partOfHeld(waiting) ? null : (
        <Box sx={{ mb: 2 }}>
          <Notice kind="careful" action={<QuietButton onClick={() => setOpen(partOfHeld(waiting))}>{p('careful.look')}</QuietButton>}>
            {p('careful.waiting')}
          </Notice>
        </Box>
      )}
      {person.isMinor === true ? <MinorLine person={person} sightings={sightings ?? NOWHERE} /> : null}
      <Box ref={form}>
        <PersonForm id={id} person={person} edit={edit} sightings={sightings ?? NOWHERE} open={open} onOpen={setOpen} />
      </Box>
      {sightings === undefined ? null : <Timeline person={id} sightings={sightings} />}
      <HistorySection name="people" id={id} hides={hidesChange} />
      <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1, display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {since === undefined ? null : t(person.source?.kind === 'import' ? 'person.since.import' : person.source?.kind === 'sheet' ? 'person.since.sheet' : 'person.since.typed', { date: since })}
        </Typography>
        {person.deletedAt === undefined ? (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', columnGap: 1 }}>
            <JoinWithAnother id={id} />
            <TextButton onClick={() => saving.save(() => bin.put(t('undo.binned', { name })).then(() => navigate(MEMBERS)))}>{t('bin.put')}</TextButton>
          </Box>
        ) : null}
      </Box>
      {saving.failed}
    </>
  );
}
