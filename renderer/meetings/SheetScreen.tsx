import Box from '@mui/material/Box';
import { useMemo, useRef } from 'react';
import { Link, useParams } from 'react-router';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { EffectiveSettings } from '../../shared/domain/settings.ts';
import { eachOnce } from '../../shared/domain/merged-people.ts';
import { listName, sortKey } from '../../shared/names/name-parts.ts';
import type { SheetOccasion } from '../../shared/papers/sheet-input.ts';
import { useChapter } from '../app/chapter.tsx';
import { useDirectory, useSurvivorOf } from '../app/directory.tsx';
import { useHost } from '../app/host.tsx';
import { useLanguage, useWords } from '../app/language.tsx';
import { useRecord } from '../app/records.ts';
import { useEffectiveSettings } from '../office/use-settings.ts';
import { AttendanceSheetScreenBody } from '../papers/AttendanceSheetScreenBody.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { giveCode } from './give-code.ts';
import { meetingTitle, meetingWhen } from './meeting-words.ts';
import { meetingPath } from './paths.ts';

function Sheet({ meeting, settings }: { meeting: Meeting; settings: EffectiveSettings }) {
  const chapter = useChapter();
  const directory = useDirectory();
  const survivorOf = useSurvivorOf();
  const { paper } = useHost();
  const { lang } = useLanguage();
  // The body asks once a sheet: asking again for the same pages means that another sheet is wanted.
  const given = useRef(new Set<string>());
  const occasion = useMemo<SheetOccasion>(
    () => ({
      meeting,
      settings,
      expected: eachOnce(meeting.expected, survivorOf).flatMap((id) => {
        const entry = directory.get(id);
        if (entry === undefined) return [];
        return [{ id, listName: listName(entry), sortKey: sortKey(entry), institution: directory.institutionName(entry.institutions[0]) }];
      }),
    }),
    [meeting, settings, directory, survivorOf],
  );
  return (
    <AttendanceSheetScreenBody
      occasion={occasion}
      firstChoices={{ mode: (settings.defaultLanguage ?? lang) === 'es' ? 'es-en' : 'en-es', variant: 'prefilled', paper: settings.paper, blankPages: 1 }}
      paper={paper}
      onGiveCode={async (plan) => {
        const code = await giveCode(chapter, meeting.id, plan, given.current);
        given.current.add(code);
        return code;
      }}
    />
  );
}

/** /meetings/:id/sheet — the attendance sheet of a meeting, to look at and to print. */
export function SheetScreen() {
  const t = useWords('meetings');
  const { lang } = useLanguage();
  const { id } = useParams();
  const meeting = useRecord('gatherings', id);
  const settings = useEffectiveSettings();
  if (meeting === undefined || settings === undefined) return null;
  if (meeting === null) return <PageTitle title={t('page.gone')} />;
  return (
    <Box>
      <Box className="no-print">
        <Box sx={{ mb: 0.5 }}>
          <Link to={meetingPath(meeting.id)}>‹ {t('sheet.back')}</Link>
        </Box>
        <PageTitle title={t('sheet.title')}>
          {[meetingTitle(meeting, lang) || t('untitled'), meetingWhen(meeting, lang)].filter((text) => text !== '').join(' · ')}
        </PageTitle>
      </Box>
      <Sheet meeting={meeting} settings={settings} />
    </Box>
  );
}
