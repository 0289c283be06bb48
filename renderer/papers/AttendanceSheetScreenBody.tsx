import Box from '@mui/material/Box';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Host } from '../../shared/host.ts';
import { attendanceSheet } from '../../shared/papers/attendance-sheet.ts';
import type { SheetPlan } from '../../shared/papers/plan-pages.ts';
import type { SheetChoices, SheetOccasion } from '../../shared/papers/sheet-input.ts';
import { useWords } from '../app/language.tsx';
import { AttendanceSheet } from './AttendanceSheet.tsx';
import { PaperPreview } from './PaperPreview.tsx';
import { PaperToolbar } from './PaperToolbar.tsx';
import { PrintNotices } from './PrintNotices.tsx';
import { usePrintJob } from './use-print-job.ts';

export interface AttendanceSheetScreenBodyProps {
  /** The meeting, the chapter's settings and the expected people; keep it the same object while they do not change. */
  readonly occasion: SheetOccasion;
  /** What is chosen when the screen opens. */
  readonly firstChoices: SheetChoices;
  readonly paper: Host['paper'];
  /**
   * Gives the sheet its code (`makeCode`) and writes a `sheet` record for each page of the plan. Called once a sheet,
   * before it is first printed. When it rejects, nothing is printed and the screen says so.
   */
  readonly onGiveCode: (plan: SheetPlan) => Promise<string>;
}

/** Choosing, seeing and printing an attendance sheet. Knows no records: the screen around it reads and writes them. */
export function AttendanceSheetScreenBody({ occasion, firstChoices, paper, onGiveCode }: AttendanceSheetScreenBodyProps) {
  const t = useWords('papers');
  const [wanted, setWanted] = useState(firstChoices);
  const canPrefill = occasion.expected.length > 0;
  const choices = useMemo(() => (canPrefill ? wanted : { ...wanted, variant: 'blank' as const }), [wanted, canPrefill]);
  const job = usePrintJob({ occasion, choices, paper, onGiveCode, fileName: (code) => t('preview.fileName', { code }) });
  const preview = useMemo(() => attendanceSheet(occasion, choices, null), [occasion, choices]);
  const content = job.content ?? preview;
  const pages = useMemo(() => <AttendanceSheet content={content} />, [content]);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const printing = event.key === 'F9' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p');
    if (!printing) return;
    // The browser's own Ctrl+P would print a sheet without a code.
    event.preventDefault();
    void job.print();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const names = content.plan.people.length;
  const summary = [
    t('preview.pages', { count: content.pages.length }),
    ...(names > 0 ? [t('preview.names', { count: names })] : []),
    ...(job.code === null ? [t('preview.codeLater')] : []),
  ];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <PaperToolbar
        choices={choices}
        onChange={(next) => {
          job.startAnother();
          setWanted(next);
        }}
        canPrefill={canPrefill}
        working={job.working}
        summary={job.working ? t('toolbar.working') : summary.join(' · ')}
        onPrint={() => void job.print()}
        onPdf={() => void job.savePdf()}
      />
      <PrintNotices
        notice={job.notice}
        code={job.code}
        canPrefill={canPrefill}
        onPrint={() => void job.print()}
        onAnother={job.startAnother}
      />
      <PaperPreview label={t('preview.label')} paperWidthIn={content.plan.space.paperWidth}>
        {pages}
      </PaperPreview>
    </Box>
  );
}
