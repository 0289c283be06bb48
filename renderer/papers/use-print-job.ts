import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Host } from '../../shared/host.ts';
import { attendanceSheet, type AttendanceSheetContent } from '../../shared/papers/attendance-sheet.ts';
import { planPages, type SheetPlan } from '../../shared/papers/plan-pages.ts';
import type { SheetChoices, SheetOccasion } from '../../shared/papers/sheet-input.ts';

/** What the screen says about the last thing pressed; the sentences are in `papers:notice`. */
export type PrintNotice = 'given' | 'savedPdf' | 'usePrint' | 'failedCode' | 'failedPrint';

/** A sheet that has its code: it stays as it was printed, even when the meeting's list changes meanwhile. */
interface PrintJob {
  readonly code: string;
  readonly content: AttendanceSheetContent;
}

interface PrintJobInput {
  readonly occasion: SheetOccasion;
  readonly choices: SheetChoices;
  readonly paper: Host['paper'];
  readonly onGiveCode: (plan: SheetPlan) => Promise<string>;
  /** The name a PDF gets; made of the code alone, never of a name or date. */
  readonly fileName: (code: string) => string;
}

/** Titles the page while the browser's dialog is open, since browsers name the PDF after it. */
async function titled<T>(title: string, act: () => Promise<T>): Promise<T> {
  const before = document.title;
  document.title = title;
  try {
    return await act();
  } finally {
    document.title = before;
  }
}

/**
 * Printing a sheet: it gets its code (and its records) once, before anything is printed; printing again gives the same
 * sheet until {@link startAnother} is called. Failures become a notice, never a thrown error.
 */
export function usePrintJob({ occasion, choices, paper, onGiveCode, fileName }: PrintJobInput) {
  const [job, setJob] = useState<PrintJob | null>(null);
  const [working, setWorking] = useState(false);
  const [notice, setNotice] = useState<PrintNotice | null>(null);

  async function ready(): Promise<PrintJob | null> {
    if (job !== null) return job;
    try {
      const code = await onGiveCode(planPages(occasion, choices));
      const made = { code, content: attendanceSheet(occasion, choices, code) };
      // The code must stand on the page before the printer's dialog takes its picture.
      flushSync(() => setJob(made));
      return made;
    } catch {
      setNotice('failedCode');
      return null;
    }
  }

  async function withJob(act: (made: PrintJob) => Promise<PrintNotice>): Promise<void> {
    if (working) return;
    setWorking(true);
    setNotice(null);
    const made = await ready();
    if (made !== null) {
      await document.fonts.ready;
      setNotice(await titled(fileName(made.code), () => act(made)).catch(() => 'failedPrint' as const));
    }
    setWorking(false);
  }

  return {
    content: job?.content ?? null,
    code: job?.code ?? null,
    working,
    notice,
    print: () =>
      withJob(async () => {
        await paper.print();
        return 'given';
      }),
    savePdf: () =>
      withJob(async (made) => {
        const outcome = await paper.pdf(`${fileName(made.code)}.pdf`);
        if (outcome === 'use-print') return 'usePrint';
        return outcome === 'saved' ? 'savedPdf' : 'given';
      }),
    startAnother: () => {
      setJob(null);
      setNotice(null);
    },
  };
}
