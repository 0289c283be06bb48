import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useHost } from '../../app/host.tsx';
import { useWords } from '../../app/language.tsx';
import { useLiveQuery, useRecord } from '../../app/records.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { TYPE, typePath } from '../paths.ts';
import { WaitingSheets } from './WaitingSheets.tsx';
import { TypingDesk } from './TypingDesk.tsx';
import { readPlace } from './typing-place.ts';
import { useAreaCode } from './use-area-code.ts';
import { useLookups } from './use-lookups.ts';
import { useMeetingSheets } from './use-meeting-sheets.ts';

/** The line at which the clerk of this PC was on this page; undefined while it is read, null when elsewhere. */
function useKeptLine(sheet: string): number | null | undefined {
  const { keep } = useHost();
  const [kept, setKept] = useState<number | null>();
  useEffect(() => {
    let here = true;
    void readPlace(keep).then((place) => {
      if (here) setKept(place?.sheet === sheet ? place.line : null);
    });
    return () => {
      here = false;
    };
  }, [keep, sheet]);
  return kept;
}

function OneSheet({ sheet }: { sheet: Sheet }) {
  const meeting = useRecord('gatherings', sheet.meeting);
  const sheets = useMeetingSheets(sheet.meeting);
  const lookups = useLookups(meeting);
  const areaCode = useAreaCode();
  const line = useKeptLine(sheet.id);
  if (sheets === undefined || meeting === undefined || areaCode === undefined || line === undefined) return null;
  return <TypingDesk sheet={sheet} meeting={meeting} sheets={sheets} lookups={lookups} areaCode={areaCode} startAt={line ?? undefined} />;
}

/** /type/:code — the paper with that code, or a sentence when there is none or more than one. */
export function TypeSheetScreen() {
  const t = useWords('typing');
  const { code = '' } = useParams();
  const [query] = useSearchParams();
  const found = useLiveQuery('sheets', { selector: { code } });
  const chosen = query.get('sheet');
  if (found === undefined) return null;
  const [only, ...more] = chosen === null ? found : found.filter(({ id }) => id === chosen);
  if (only === undefined) {
    return (
      <Box>
        <PageTitle title={t('open.title')} />
        <EmptyState action={<Link to={TYPE}>{t('open.other')}</Link>}>{t('open.unknown', { code })}</EmptyState>
      </Box>
    );
  }
  if (more.length > 0) {
    return (
      <Box>
        <PageTitle title={t('open.title')}>{t('open.several', { code })}</PageTitle>
        <WaitingSheets sheets={found} pathOf={({ id }) => `${typePath(code)}?sheet=${encodeURIComponent(id)}`} />
      </Box>
    );
  }
  return <OneSheet key={only.id} sheet={only} />;
}
