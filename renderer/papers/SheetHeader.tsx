import type { AttendanceSheetContent, SheetPage } from '../../shared/papers/attendance-sheet.ts';
import { fieldWidth } from '../../shared/papers/sheet-heights.ts';
import { InLine, Stacked } from './PaperText.tsx';

/** Title, chapter, code, the lines about the meeting, and what the list is for: the same on every page. */
export function SheetHeader({ content, page }: { content: AttendanceSheetContent; page: SheetPage }) {
  const { heading, space } = content.plan;
  return (
    <header className="sheet-header">
      <div className="sheet-top">
        <h2 className="sheet-title">
          <Stacked text={heading.title} />
        </h2>
        <div className="sheet-chapter">
          <div className="sheet-chapter-name">
            <InLine text={heading.chapter} />
          </div>
          <div>{heading.contact.join(' · ')}</div>
        </div>
        <div className="sheet-code">
          {page.code === null ? <span className="sheet-code-line" /> : <strong>{page.code}</strong>}
          <span className="sheet-code-label">
            <InLine text={content.codeLabel} />
          </span>
        </div>
      </div>
      <div className="sheet-fields">
        {heading.fields.map((field) => (
          <div key={field.field} className="sheet-field" style={{ width: `${fieldWidth(field, heading.fields, space.boxWidth)}pt` }}>
            <div className="sheet-label">
              <InLine text={field.label} />
            </div>
            <div className={field.value.length === 0 ? 'sheet-write' : 'sheet-value'}>
              <InLine text={field.value} />
            </div>
          </div>
        ))}
      </div>
      <p className="sheet-purpose">
        <Stacked text={heading.purpose} />
      </p>
    </header>
  );
}
