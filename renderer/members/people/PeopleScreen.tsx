import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useSurvivorOf } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { useSearch } from '../../app/search.tsx';
import { flushUnsaved } from '../../app/unsaved.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { columnNeedsFacts, orderOf } from '../lists/columns.ts';
import { ExportPane } from '../lists/ExportPane.tsx';
import { ListHead } from '../lists/ListHead.tsx';
import { useListState } from '../lists/list-state.ts';
import { TablePane } from '../lists/TablePane.tsx';
import { useListedPeople } from '../lists/use-listed-people.ts';
import { MembersFrame } from '../MembersFrame.tsx';
import { EXPORT, NEW_PERSON, TABLE } from '../paths.ts';
import { TwoPanes } from '../TwoPanes.tsx';
import { NewPerson } from './NewPerson.tsx';
import { NobodyChosen } from './NobodyChosen.tsx';
import { PeopleList } from './PeopleList.tsx';
import { PersonPage } from './PersonPage.tsx';
import { useNewPersonKeys } from './new-person-keys.ts';
import { useSearchWish } from './use-search-wish.ts';

/** The people of the chapter: the list at the left, the page of one of them at the right (look.md). */
export function PeopleScreen() {
  const t = useWords('members');
  const navigate = useNavigate();
  const { query, setQuery } = useSearch();
  const [{ filter, columns, sortBy }] = useListState();
  const [isFilterOpen, setFilterOpen] = useState(false);
  const survivorOf = useSurvivorOf();
  const { person: asked } = useParams();
  // The address of a record that was found to be somebody else's shows that person.
  const person = asked === undefined ? undefined : survivorOf(asked);
  const { pathname } = useLocation();
  const isNew = pathname === NEW_PERSON;
  const isTable = pathname === TABLE;
  const isExport = pathname === EXPORT;
  const listed = useListedPeople({ query, filter, wantsFacts: isExport || isFilterOpen || (isTable && [...columns, orderOf(sortBy).column].some(columnNeedsFacts)) });
  const { people, everybody } = listed;
  const focusAsked = useSearchWish(listed);
  // Each new person begins with a form of its own.
  const [form, setForm] = useState(0);
  const begin = (): void => {
    // A field that could not be written says so itself and stays on the screen.
    flushUnsaved().then(
      () => {
        setForm((count) => count + 1);
        void navigate(NEW_PERSON);
      },
      () => undefined,
    );
  };
  const newPerson = <NewPersonButton onBegin={begin} />;
  return (
    <MembersFrame action={isNew || isExport || everybody === 0 ? undefined : newPerson}>
      {isExport ? (
        <ExportPane listed={listed} />
      ) : isTable ? (
        <TablePane listed={listed} query={query} onQuery={setQuery} onFilterOpen={setFilterOpen} focusAsked={focusAsked} />
      ) : (
        <TwoPanes
          label={t('people.pageLabel')}
          head={<ListHead listed={listed} query={query} onQuery={setQuery} onFilterOpen={setFilterOpen} />}
          list={<PeopleList people={people} chosen={person} nobodyYet={everybody === 0} reading={listed.reading} focusAsked={focusAsked} />}
          pageKey={isNew ? `new ${form}` : (person ?? '')}
          page={isNew ? <NewPerson onAnother={begin} /> : person === undefined ? <NobodyChosen nobodyYet={everybody === 0} newPerson={newPerson} /> : <PersonPage id={person} />}
        />
      )}
    </MembersFrame>
  );
}

/** The one filled button of this screen; its keys work wherever the cursor stands. */
function NewPersonButton({ onBegin }: { onBegin: () => void }) {
  const t = useWords('members');
  useNewPersonKeys(onBegin);
  return (
    <PrimaryButton onClick={onBegin} aria-keyshortcuts="F10 Control+Enter">
      {t('people.new')}
    </PrimaryButton>
  );
}
