import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { withRetention, type Retained } from '../../../shared/domain/settings.ts';
import { useWords } from '../../app/language.tsx';
import { SavedNumberField } from '../../ui/SavedNumberField.tsx';
import type { ChangeSetting } from './use-settings-change.ts';

const CELL = { textAlign: 'left', fontWeight: 400, py: '20px', pr: 2, borderTop: 1, borderColor: 'divider', verticalAlign: 'middle' } as const;
const HEAD = { ...CELL, py: 1, borderTop: 0, fontSize: '0.9375rem', fontWeight: 500, color: 'text.secondary' } as const;
const LONGEST = 1200;

/** What is kept how long (domain §5.6). Without `change` it is only read. Nothing is erased by this table. */
export function RetentionTable({ retention, change }: { retention: readonly Retained[]; change: ChangeSetting | null }) {
  const t = useWords('structure');
  return (
    <>
      <Typography>{t('retention.explain')}</Typography>
      <Box component="table" aria-label={t('settings.part.retention')} sx={{ width: '100%', borderCollapse: 'collapse', overflowWrap: 'anywhere' }}>
        <thead>
          <tr>
            {(['what', 'keep', 'then'] as const).map((head) => (
              <Box key={head} component="th" scope="col" sx={HEAD}>
                {t(`retention.head.${head}`)}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {retention.map((row) => (
            <Row key={row.of} row={row} change={change} />
          ))}
          <tr>
            <Box component="th" scope="row" sx={CELL}>
              {t('retention.permanent')}
            </Box>
            <Box component="td" sx={CELL}>
              {t('retention.always')}
            </Box>
            <Box component="td" sx={CELL} />
          </tr>
        </tbody>
      </Box>
    </>
  );
}

function Row({ row: { of, unit, keep }, change }: { row: Retained; change: ChangeSetting | null }) {
  const t = useWords('structure');
  const what = t(`retention.of.${of}`);
  const label = t(`retention.field.${unit}`, { what });
  return (
    <tr>
      <Box component="th" scope="row" sx={{ ...CELL, width: '38%' }}>
        {what}
      </Box>
      <Box component="td" sx={{ ...CELL, width: '28%' }}>
        {change === null ? (
          t(`retention.${unit}`, { count: keep })
        ) : (
          <SavedNumberField
            label={label}
            isLabelHidden
            value={keep}
            least={1}
            most={LONGEST}
            end={t(`retention.unit.${unit}`)}
            onSave={(number) => change(label, (now) => ({ retention: withRetention(now.retention, of, number) }))}
          />
        )}
      </Box>
      <Box component="td" sx={{ ...CELL, fontSize: '0.9375rem', color: 'text.secondary' }}>
        {t(`retention.then.${of}`)}
      </Box>
    </tr>
  );
}
