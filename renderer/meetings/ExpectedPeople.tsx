import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { useState } from 'react';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { compareSortKeys, listName, sortKey } from '../../shared/names/name-parts.ts';
import { attendanceOf } from '../../shared/reports/attendance.ts';
import { useDirectory, useSurvivorOf } from '../app/directory.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { useLiveQuery } from '../app/records.ts';
import { useSave } from '../app/saving.ts';
import { PersonPicker } from '../members/people/PersonPicker.tsx';
import { DoNotContact } from '../members/people/DoNotContact.tsx';
import { Field } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { meetingTitle, meetingWhen } from './meeting-words.ts';

/** A list to choose one from, that then forgets what was chosen: for "add everyone of…". */
function AddAllOf({ label, choices, onChoose }: { label: string; choices: readonly { readonly id: string; readonly name: string }[]; onChoose: (id: string) => void }) {
  const t = useWords('meetings');
  if (choices.length === 0) return null;
  return (
    <Box sx={{ flex: 1, minWidth: 260 }}>
      <Field label={label}>
        {(control) => (
          <Select<string>
            fullWidth
            displayEmpty
            input={<OutlinedInput notched={false} />}
            value=""
            renderValue={() => t('expected.choose')}
            onChange={(event) => onChoose(event.target.value)}
            inputProps={{ id: control.id }}
            SelectDisplayProps={{ 'aria-label': label }}
            MenuProps={{ slotProps: { paper: { sx: { maxHeight: 400 } } } }}
          >
            {choices.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </Select>
        )}
      </Field>
    </Box>
  );
}

/** The people a meeting expects, by surname: added one by one, by institution, or by who came to another meeting. */
export function ExpectedPeople({ meeting }: { meeting: Meeting }) {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const save = useSave();
  const directory = useDirectory();
  const survivorOf = useSurvivorOf();
  const institutions = useLiveQuery('institutions') ?? [];
  const meetings = useLiveQuery('gatherings') ?? [];
  const sheets = useLiveQuery('sheets') ?? [];
  const [told, tell] = useState('');
  const expected = new Set(meeting.expected.map(survivorOf));
  const write = (next: (now: readonly string[]) => readonly string[]) =>
    save.change('gatherings', meeting.id, (now) => ({ expected: [...next(now.expected)] }), { undoLabel: t('undo.expected') });
  const addMany = async (people: Iterable<string>): Promise<void> => {
    const fresh = [...new Set(people)].filter((person) => !expected.has(person) && directory.get(person) !== undefined);
    if (fresh.length > 0) await write((now) => [...new Set([...now, ...fresh])]);
    tell(fresh.length === 0 ? t('expected.none') : t('expected.added', { count: fresh.length }));
  };
  const people = [...expected]
    .map((id) => ({ id, entry: directory.get(id) }))
    .sort((one, other) => (one.entry === undefined || other.entry === undefined ? Number(one.entry === undefined) - Number(other.entry === undefined) : compareSortKeys(sortKey(one.entry), sortKey(other.entry))));
  const came = meetings
    .filter(({ id }) => id !== meeting.id)
    .map((one) => ({ one, people: attendanceOf(sheets.filter((sheet) => sheet.meeting === one.id), survivorOf).people }))
    .filter((past) => past.people.size > 0);
  return (
    <Section title={t('expected.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ maxWidth: 480 }}>
          <PersonPicker label={t('expected.add')} hint={t('expected.addHint')} chosen={expected} onPick={(person) => addMany([person])} />
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, maxWidth: 720 }}>
          <AddAllOf
            label={t('expected.addInstitution')}
            choices={[...institutions].sort((one, other) => one.name.localeCompare(other.name, 'es')).map(({ id, name }) => ({ id, name }))}
            onChoose={(id) => void addMany(directory.membersOf(id).map((entry) => entry.id))}
          />
          <AddAllOf
            label={t('expected.addMeeting')}
            choices={came.map(({ one }) => ({ id: one.id, name: [meetingTitle(one, lang) || t('untitled'), meetingWhen(one, lang)].filter((text) => text !== '').join(' · ') }))}
            onChoose={(id) => void addMany(came.find(({ one }) => one.id === id)?.people ?? [])}
          />
        </Box>
        <Box role="status" sx={{ minHeight: 24, color: 'text.secondary' }}>
          {[people.length === 0 ? t('expected.empty') : t('list.expected', { count: people.length }), told].filter((text) => text !== '').join(' · ')}
        </Box>
        {people.length === 0 ? null : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))', columnGap: 3, maxHeight: 480, overflowY: 'auto' }} tabIndex={-1}>
            {people.map(({ id, entry }) => {
              const name = entry === undefined ? t('expected.unknown') : listName(entry);
              return (
                <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 44, borderBottom: 1, borderColor: 'divider' }}>
                  <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                    {name}
                    <Box component="span" sx={{ display: 'block', fontSize: '0.875rem', lineHeight: '18px', color: 'text.secondary' }}>
                      {entry === undefined ? '' : directory.institutionName(entry.institutions[0])}
                    </Box>
                  </Box>
                  {entry?.doNotContact === true ? <DoNotContact /> : null}
                  <IconButton aria-label={t('expected.remove', { name })} onClick={() => void write((now) => now.filter((person) => survivorOf(person) !== id))} sx={{ width: 40, height: 40 }}>
                    <CloseOutlined fontSize="small" />
                  </IconButton>
                </Box>
              );
            })}
          </Box>
        )}
      </Box>
    </Section>
  );
}
