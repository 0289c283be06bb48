import Box from '@mui/material/Box';
import { useCallback } from 'react';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useWords } from '../../app/language.tsx';
import { NARROW } from '../../app/narrow.ts';
import { ActiveLine } from './ActiveLine.tsx';
import type { LineNames } from './line-names.ts';
import { TypingLine } from './TypingLine.tsx';
import { TICKS } from './typing-row.ts';
import type { TypingSession } from './typing-session.ts';
import type { TypingField, TypingState } from './typing-state.ts';

/** The paper on the screen: one row a line, the columns in the order of the paper (domain §6.5 step 3). */
export function TypingGrid({
  session,
  state,
  names,
  areaCode,
  sheet,
}: {
  session: TypingSession;
  state: TypingState;
  names: LineNames;
  areaCode: string;
  sheet: Sheet;
}) {
  const t = useWords('typing');
  const onPoint = useCallback((index: number, field: TypingField, tick?: number) => session.point(index, field, tick), [session]);
  return (
    <Box
      component="table"
      aria-label={t('grid')}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) session.leave();
      }}
      sx={{
        width: '100%',
        [NARROW]: { minWidth: 860 },
        tableLayout: 'fixed',
        borderCollapse: 'collapse',
        bgcolor: 'background.paper',
        '& th, & td': { borderBottom: 1, borderColor: 'divider', px: '4px', py: '2px', height: 44, fontWeight: 'inherit', textAlign: 'left', lineHeight: '20px' },
        '& td:nth-of-type(n+4)': { px: 0 },
        '& tbody td': { cursor: 'text', overflowWrap: 'anywhere' },
        '& thead th': { position: 'sticky', top: 0, zIndex: 6, bgcolor: 'background.default', fontSize: '0.875rem', fontWeight: 500, verticalAlign: 'bottom', height: 40, borderBottom: 0, boxShadow: (theme) => `inset 0 -2px 0 ${theme.convoca.quiet}`, lineHeight: '16px' },
      }}
    >
      <thead>
        <tr>
          <th scope="col" style={{ width: 52, textAlign: 'right', paddingRight: 12 }}>
            {t('column.number')}
          </th>
          <th scope="col">{t('column.name')}</th>
          <th scope="col" style={{ width: '17%' }}>
            {t('column.institution')}
          </th>
          <th scope="col" style={{ width: 150 }}>
            {t('column.phone')}
          </th>
          {TICKS.map((tick, place) => (
            <th key={tick} scope="col" style={{ width: 38, textAlign: 'center', padding: '2px 0' }} aria-label={t(`tick.${tick}`)}>
              <Box component="span" sx={{ display: 'block', fontWeight: 700, color: 'primary.main' }}>
                {place + 1}
              </Box>
              {t(`tickShort.${tick}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.rows.map((row, index) =>
          index === state.at ? (
            <ActiveLine key={row.n} session={session} state={state} names={names} areaCode={areaCode} sheet={sheet} />
          ) : (
            <TypingLine key={row.n} row={row} index={index} sheet={sheet} names={names} areaCode={areaCode} onPoint={onPoint} />
          ),
        )}
      </tbody>
    </Box>
  );
}
