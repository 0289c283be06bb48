import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { PlannedPerson } from '../../../shared/import/plan.ts';
import { useWords } from '../../app/language.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Rows that are shown; how many more there are is said. */
const SHOWN = 8;

/** What of a list could put people at risk (domain §5.2), and whether it comes along; it does not unless somebody says so. */
export function CarefulRows({ rows, isKept, onChange }: { rows: readonly PlannedPerson[]; isKept: boolean; onChange: (isKept: boolean) => void }) {
  const t = useWords('import');
  const id = useId();
  return (
    <Notice kind="careful">
      <Typography id={id}>{t('screen.careful.question', { count: rows.length })}</Typography>
      <Box component="ul" sx={{ my: 1, pl: 3, maxHeight: 160, overflow: 'auto' }}>
        {rows.slice(0, SHOWN).map(({ row, fields: { nameAsWritten }, careful }) => (
          <Typography key={row} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {t('screen.careful.row', { row, name: nameAsWritten, pieces: careful.join(' · ') })}
          </Typography>
        ))}
        {rows.length > SHOWN ? (
          <Typography component="li" variant="body2">
            {t('screen.careful.more', { count: rows.length - SHOWN })}
          </Typography>
        ) : null}
      </Box>
      <RadioGroup aria-labelledby={id} value={isKept ? 'keep' : 'leave'} onChange={(_event, chosen) => onChange(chosen === 'keep')}>
        {(['leave', 'keep'] as const).map((choice) => (
          <FormControlLabel key={choice} value={choice} control={<Radio />} label={t(`screen.careful.${choice}`)} sx={{ minHeight: 44 }} />
        ))}
      </RadioGroup>
    </Notice>
  );
}
