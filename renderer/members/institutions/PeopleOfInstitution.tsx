import Box from '@mui/material/Box';
import { useNavigate } from 'react-router';
import { listName } from '../../../shared/names/name-parts.ts';
import { useWords } from '../../app/language.tsx';
import { Section } from '../../ui/Section.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { personPath } from '../paths.ts';
import { PersonRow } from '../people/PersonRow.tsx';
import { useLiveDirectory } from '../people/use-people.ts';
import { useEntryWords } from '../people/use-entry-line.ts';

const ROW = 64;
/** Rows that are shown at once before the list scrolls by itself. */
const ROWS = 6;

/** The people of an institution, by surname. */
export function PeopleOfInstitution({ institution }: { institution: string }) {
  const t = useWords('members');
  const navigate = useNavigate();
  const words = useEntryWords();
  const people = useLiveDirectory().directory.membersOf(institution);
  if (people.length === 0) return <Section title={t('institution.people')} empty={t('institution.nobody')} />;
  return (
    <Section title={t('institution.people')} action={<span className="figures">{t('people.count', { count: people.length })}</span>}>
      <Box sx={{ height: Math.min(people.length, ROWS) * ROW + 2, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        <VirtualList
          items={people}
          keyOf={(entry) => entry.id}
          textOf={listName}
          label={t('institution.people')}
          rowHeight={ROW}
          onOpen={(entry) => void navigate(personPath(entry.id))}
          row={(entry) => <PersonRow entry={entry} {...words(entry)} place="" />}
        />
      </Box>
    </Section>
  );
}
