import type { AttendanceSheetContent, SheetPage } from '../../shared/papers/attendance-sheet.ts';
import { InLine, Stacked, TickBox } from './PaperText.tsx';

/** The totals box, and the page with its code again: a sheet that is torn or folded can still be found (domain §3.0). */
export function SheetFooter({ content, page }: { content: AttendanceSheetContent; page: SheetPage }) {
  return (
    <footer className="sheet-footer">
      <div className="sheet-totals">
        {content.totals.map(({ total, label, tick }) => (
          <div key={total} className={`sheet-total sheet-total-${total}`}>
            {tick ? <TickBox large /> : null}
            <span className="sheet-total-label">
              <Stacked text={label} />
            </span>
          </div>
        ))}
      </div>
      <div className="sheet-place">
        <strong>{page.code}</strong>
        <span>
          <InLine text={page.place} />
        </span>
      </div>
    </footer>
  );
}
