import type { CSSProperties } from 'react';
import type { AttendanceSheetContent, SheetPage } from '../../shared/papers/attendance-sheet.ts';
import { SheetFooter } from './SheetFooter.tsx';
import { SheetHeader } from './SheetHeader.tsx';
import { SheetRows } from './SheetRows.tsx';
import './paper.css';
import './attendance-sheet.css';

type PaperStyle = CSSProperties & Record<`--paper-${string}`, string>;

function AttendanceSheetPage({ content, page }: { content: AttendanceSheetContent; page: SheetPage }) {
  const { space } = content.plan;
  const style: PaperStyle = {
    '--paper-width': `${space.paperWidth}in`,
    '--paper-height': `${space.paperHeight}in`,
    '--paper-box-width': `${space.boxWidth}in`,
    '--paper-box-height': `${space.boxHeight}in`,
  };
  return (
    <section className={`paper-page paper-${content.paper}-landscape`} style={style}>
      <div className="paper-box attendance-sheet">
        <SheetHeader content={content} page={page} />
        <SheetRows content={content} lines={page.lines} />
        <SheetFooter content={content} page={page} />
      </div>
    </section>
  );
}

/** The pages of an attendance sheet (domain §3.1), the same for preview, printer and PDF. */
export function AttendanceSheet({ content }: { content: AttendanceSheetContent }) {
  return content.pages.map((page) => <AttendanceSheetPage key={page.pageNo} content={content} page={page} />);
}
