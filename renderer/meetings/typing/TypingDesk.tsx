import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { attendanceOf } from '../../../shared/reports/attendance.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useDirectory, useSurvivorOf } from '../../app/directory.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { meetingTitle, meetingWhen } from '../meeting-words.ts';
import { FinishPanel } from './FinishPanel.tsx';
import { LaterList } from './LaterList.tsx';
import { lineLabel, lineNames } from './line-names.ts';
import { LinesOnPaper } from './LinesOnPaper.tsx';
import { sheetCounts } from './sheet-counts.ts';
import { TypingCount } from './TypingCount.tsx';
import { TypingGrid } from './TypingGrid.tsx';
import { recordOfRow } from './typing-row.ts';
import type { Lookups } from './typing-state.ts';
import { waitsForTyping } from './use-meeting-sheets.ts';
import { useTypingSession } from './use-typing-session.ts';

/** The typing of one page, from "how many lines" to "the paper is destroyed" (domain §6.5). */
export function TypingDesk({
  sheet,
  meeting,
  sheets,
  lookups,
  areaCode,
  startAt,
}: {
  sheet: Sheet;
  meeting: Meeting | null | undefined;
  /** All pages of the meeting, this one among them. */
  sheets: readonly Sheet[];
  lookups: Lookups;
  areaCode: string;
  startAt: number | undefined;
}) {
  const t = useWords('typing');
  const { lang } = useLanguage();
  const chapter = useChapter();
  const directory = useDirectory();
  const survivorOf = useSurvivorOf();
  const { session, view } = useTypingSession(sheet, startAt, lookups, areaCode);
  const { state, saving } = view;
  const [asking, ask] = useState(sheet.linesOnPaper === undefined && sheet.rows.length === 0);
  const others = useMemo(() => sheets.filter(({ id }) => id !== sheet.id), [sheets, sheet.id]);
  const rows = useMemo(() => state.rows.map(recordOfRow).filter((row) => row !== null), [state.rows]);
  const names = useMemo(() => {
    const pages = [...others.map((page) => ({ page, lines: page.rows })), { page: sheet, lines: rows }];
    const named = pages.flatMap(({ page, lines }) =>
      lines.flatMap(({ person, n }) => (person === undefined ? [] : [{ person, code: page.code, n, label: lineLabel(n, page) }])),
    );
    return lineNames(directory, sheet.code, named);
  }, [directory, others, rows, sheet]);
  // A line whose new person is still on the way to the disk is typed all the same.
  const decided = state.rows.flatMap(({ decision }) => (decision === undefined ? [] : [decision]));
  const title = meeting === null || meeting === undefined ? '' : meetingTitle(meeting, lang);
  const next = sheets.find((one) => one.id !== sheet.id && waitsForTyping(one));

  const answerLines = (linesOnPaper: number | undefined): void => {
    ask(false);
    void chapter.change('sheets', sheet.id, { linesOnPaper, ...(sheet.state === 'printed' ? { state: 'typing' } : {}), typedBy: chapter.user.id });
  };
  const finish = async (): Promise<void> => {
    await session.flush();
    await chapter.change('sheets', sheet.id, { state: 'typed' });
  };

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <PageTitle
        title={[sheet.code, title].filter((text) => text !== '').join(' · ')}
        action={asking ? undefined : <TypingCount counts={sheetCounts(decided, state.linesOnPaper)} saving={saving} onRetry={() => void session.flush().catch(() => undefined)} onLines={() => ask(true)} />}
      >
        {[meeting === null || meeting === undefined ? '' : meetingWhen(meeting, lang), t('page', { page: sheet.pageNo, pages: sheet.pages })].filter((text) => text !== '').join(' · ')}
      </PageTitle>
      {asking ? (
        <LinesOnPaper lines={sheet.linesOnPaper} onAnswer={answerLines} />
      ) : (
        <>
          <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', borderTop: 1, borderColor: 'divider' }}>
            <TypingGrid session={session} state={state} names={names} areaCode={areaCode} sheet={sheet} />
            <FinishPanel sheet={sheet} meeting={meeting} present={attendanceOf([...others, { rows }], survivorOf).present} finished={state.finished} next={next} onFinish={finish} />
            <LaterList rows={state.rows} sheet={sheet} lookups={lookups} onSettle={(index, person) => session.settle(index, person)} onLook={(index) => session.point(index, 'name')} />
          </Box>
          <Box sx={{ pt: '6px', fontSize: '0.875rem', lineHeight: '20px', color: 'text.secondary', borderTop: 1, borderColor: 'divider' }}>{t('keys')}</Box>
        </>
      )}
    </Box>
  );
}
