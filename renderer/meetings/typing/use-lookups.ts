import { useMemo } from 'react';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { dateInWords } from '../../../shared/words/date.ts';
import { useDirectory, useSurvivorOf } from '../../app/directory.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { lastSeenDates } from './last-seen.ts';
import { typingLookups } from './typing-lookups.ts';
import type { Lookups } from './typing-state.ts';

/** What the grid of a meeting's page asks the chapter; made anew when expected list, institutions or sheets change. */
export function useLookups(meeting: Meeting | null | undefined): Lookups {
  const t = useWords(['typing', 'members']);
  const { lang } = useLanguage();
  const directory = useDirectory();
  const survivorOf = useSurvivorOf();
  const institutions = useLiveQuery('institutions');
  const sheets = useLiveQuery('sheets');
  const meetings = useLiveQuery('gatherings');
  const seen = useMemo(() => lastSeenDates(sheets ?? [], meetings ?? [], meeting?.id ?? '', survivorOf), [sheets, meetings, meeting?.id, survivorOf]);
  const expected = useMemo(() => new Set(meeting?.expected.map(survivorOf)), [meeting?.expected, survivorOf]);
  return useMemo(
    () =>
      typingLookups({
        directory,
        institutions: institutions ?? [],
        expected,
        hostInstitution: meeting?.hostInstitution,
        doNotContact: t('members:person.doNotContact.mark'),
        lastSeen: (person) => {
          const date = seen.get(person);
          return date === undefined ? '' : t('typing:choices.lastSeen', { date: dateInWords(date, lang) });
        },
      }),
    [directory, institutions, expected, meeting?.hostInstitution, seen, t, lang],
  );
}
