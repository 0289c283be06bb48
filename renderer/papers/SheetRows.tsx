import type { AttendanceSheetContent, SheetLine } from '../../shared/papers/attendance-sheet.ts';
import type { ColumnHeading } from '../../shared/papers/sheet-columns.ts';
import { InLine, Stacked, TickBox } from './PaperText.tsx';

function Cell({ column, line }: { column: ColumnHeading; line: SheetLine }) {
  switch (column.column) {
    case 'number':
      return line.n;
    case 'name':
      return line.name === '' ? null : (
        <div className="sheet-named">
          <TickBox large />
          <span>{line.name}</span>
        </div>
      );
    case 'institution':
      return line.institution;
    default:
      return column.ticks.map(({ tick, label }) => (
        <div key={tick} className="sheet-tick">
          <TickBox large={label.length === 0} />
          {label.length === 0 ? null : (
            <span>
              {column.ticks.length > 1 ? <InLine text={label} /> : <Stacked text={label} />}
            </span>
          )}
        </div>
      ));
  }
}

/** The lines of one page under their headings. */
export function SheetRows({ content, lines }: { content: AttendanceSheetContent; lines: readonly SheetLine[] }) {
  const { columns, rowHeight } = content.plan;
  return (
    <table className="sheet-rows">
      <colgroup>
        {columns.map((column) => (
          <col key={column.column} style={{ width: `${column.widthIn}in` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.column} scope="col" className={`sheet-col-${column.column}`}>
              <Stacked text={column.heading} strong />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.n} style={{ height: `${rowHeight}pt` }}>
            {columns.map((column) => (
              <td key={column.column} className={`sheet-col-${column.column}`}>
                <Cell column={column} line={line} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
