import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../app/language.tsx';
import { flushUnsaved } from '../../app/unsaved.ts';
import { PrimaryButton, QuietButton } from '../../ui/Buttons.tsx';
import { EnterGoesOn } from '../../ui/EnterGoesOn.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useNewRecord, type Fields } from '../edit-record.ts';
import { NameField } from '../NameField.tsx';
import { personPath } from '../paths.ts';
import { AlreadyHere } from './AlreadyHere.tsx';
import { ContactList } from './ContactsPart.tsx';
import { LanguagePart } from './LanguagePart.tsx';
import { PlacesPart } from './PlacesPart.tsx';
import { useNewPersonKeys } from './new-person-keys.ts';
import { renamed } from './renamed.ts';
import { useLiveDirectory } from './use-people.ts';

const NOBODY: Fields<'people'> = { nameAsWritten: '', contacts: [], affiliations: [], source: { kind: 'typed' } };
/** Fewer letters would offer half the chapter. */
const LETTERS = 3;
const OFFERED = 4;

function named(person: Fields<'people'>): boolean {
  return person.nameAsWritten.trim() !== '';
}

/** A new person: one begins to type the name as it is written; who may be here already is shown meanwhile. */
export function NewPerson({ onAnother }: { onAnother: () => void }) {
  const t = useWords('members');
  const navigate = useNavigate();
  const { fields: person, id, edit, written } = useNewRecord('people', NOBODY, named);
  const [typed, setTyped] = useState('');
  const candidates = useCandidates(useDeferredValue(typed), id);
  const nameBox = useRef<HTMLDivElement>(null);
  const [nameless, setNameless] = useState(false);
  // Set when another person is the one that was meant: what stands in the name field is not written then.
  const meantAnother = useRef(false);
  const open = (other: string): void => {
    meantAnother.current = true;
    void navigate(personPath(other));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = /^[1-4]$/.test(event.key) ? candidates[Number(event.key) - 1] : undefined;
    if (chosen === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    open(chosen.id);
  };
  /** Goes on when everything is written; without a name it asks for one, since a phone alone would be lost. */
  const whenWritten = (goOn: (id: string) => void): void => {
    flushUnsaved().then(
      () => {
        const made = written();
        setNameless(made === undefined);
        if (made === undefined) nameBox.current?.querySelector('input')?.focus();
        else goOn(made);
      },
      // A field that could not be written says so itself.
      () => undefined,
    );
  };
  useNewPersonKeys(() => whenWritten(onAnother));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2.5, pb: 3 }}>
      <Box>
        <Typography variant="h1" component="h2" sx={{ pt: '2px' }}>
          {t('newPerson.title')}
        </Typography>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('newPerson.how')}
        </Typography>
      </Box>
      <Box ref={nameBox}>
        <NameField
          label={t('person.field.nameAsWritten')}
          hint={t('person.hint.nameAsWritten')}
          value={person.nameAsWritten}
          autoFocus
          onTyped={setTyped}
          onKeyDown={onKeyDown}
          onSave={(name) => (meantAnother.current ? Promise.resolve() : edit((now) => renamed(now, name), (name) => t('undo.newPerson', { name })))}
        />
      </Box>
      {nameless && id === undefined ? <Notice kind="careful">{t('newPerson.nameFirst')}</Notice> : null}
      <AlreadyHere candidates={candidates} onOpen={open} />
      <EnterGoesOn>
        <ContactList kind="phone" id={id} person={person} edit={edit} />
        <PlacesPart person={person} edit={edit} />
        <LanguagePart id={id} person={person} edit={edit} />
      </EnterGoesOn>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, borderTop: 1, borderColor: 'divider', pt: 2 }}>
        <PrimaryButton onClick={() => whenWritten(onAnother)} aria-keyshortcuts="F10 Control+Enter">
          {t('newPerson.another')}
        </PrimaryButton>
        <QuietButton onClick={() => whenWritten(open)}>
          {t('newPerson.ready')}
        </QuietButton>
      </Box>
    </Box>
  );
}

/** People whose names begin like what is typed, without the one who is being typed. */
function useCandidates(typed: string, except: string | undefined) {
  const { directory, version } = useLiveDirectory();
  return useMemo(() => {
    // The version stands for what the directory holds.
    void version;
    if (typed.trim().length < LETTERS) return [];
    const found = directory.candidatesFor(typed, { preferred: new Set(), limit: OFFERED + 1 });
    return found.map(({ entry }) => entry).filter((entry) => entry.id !== except).slice(0, OFFERED);
  }, [directory, version, typed, except]);
}
