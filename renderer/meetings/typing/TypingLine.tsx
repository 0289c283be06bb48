import Box from '@mui/material/Box';
import { memo } from 'react';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useWords } from '../../app/language.tsx';
import { lineLabel, type LineNames } from './line-names.ts';
import { LineMark } from './LineMark.tsx';
import { shownPhone } from './shown-phone.ts';
import { TICKS, type TypingRow } from './typing-row.ts';
import type { TypingField } from './typing-state.ts';

/** The number of a line, large as on the paper; a line in the margin under the printed ones counts from +1. */
export function LineNumber({ row, sheet }: { row: TypingRow; sheet: Sheet }) {
  const label = lineLabel(row.n, sheet);
  return (
    <th scope="row">
      <Box component="span" className="figures" sx={{ display: 'block', fontSize: '1.25rem', fontWeight: 700, textAlign: 'right', pr: 1, color: label.startsWith('+') ? 'text.secondary' : 'text.primary' }}>
        {label}
      </Box>
    </th>
  );
}

/** The word beside a phone that somebody should look at. */
export function CheckWord() {
  const t = useWords('typing');
  return (
    <Box component="span" sx={{ display: 'block', fontSize: '0.875rem', lineHeight: '16px', color: 'warning.main', fontWeight: 500 }}>
      {t('phone.check')}
    </Box>
  );
}

/** A line without the cursor: what was decided, to read. A click puts the cursor there. */
export const TypingLine = memo(function TypingLine({
  row,
  index,
  sheet,
  names,
  areaCode,
  onPoint,
}: {
  row: TypingRow;
  index: number;
  sheet: Sheet;
  names: LineNames;
  areaCode: string;
  onPoint: (index: number, field: TypingField, tick?: number) => void;
}) {
  const t = useWords('typing');
  const phone = shownPhone(row.phone, areaCode);
  const written = row.institution === undefined ? row.institutionText : names.institution(row.institution);
  const person = row.decision?.state === 'linked' ? row.decision.person : row.decision === undefined ? row.printed : undefined;
  const usual = person === undefined ? '' : names.institutionOf(person);
  const to = (field: TypingField, tick?: number) => ({
    onMouseDown: (event: { preventDefault(): void }) => {
      event.preventDefault();
      onPoint(index, field, tick);
    },
  });
  return (
    <tr data-line={row.n}>
      <LineNumber row={row} sheet={sheet} />
      <td {...to('name')}>
        <LineMark row={row} names={names} />
      </td>
      <td {...to('institution')}>
        <Box component="span" sx={{ fontSize: '0.9375rem', color: written === '' ? 'text.secondary' : 'text.primary' }}>
          {written === '' ? usual : written}
        </Box>
      </td>
      <td {...to('phone')} className="figures">
        {phone.text}
        {phone.check ? <CheckWord /> : null}
      </td>
      {TICKS.map((tick, place) => (
        <td key={tick} {...to('ticks', place)} style={{ textAlign: 'center' }}>
          {row.ticks[tick] === true ? (
            <Box component="span" role="img" aria-label={t(`tick.${tick}`)} sx={{ fontWeight: 700, color: 'primary.main' }}>
              ✓
            </Box>
          ) : null}
        </td>
      ))}
    </tr>
  );
});
