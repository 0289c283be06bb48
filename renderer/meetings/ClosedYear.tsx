import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import { closedCycleOf } from '../../shared/domain/closed-cycle.ts';
import type { PartialDate } from '../../shared/domain/record.ts';
import { inLanguage } from '../../shared/words/bilingual.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { useOfficeRecords } from '../app/office-records.ts';

/** Says quietly that a meeting's date lies in a cycle that the chapter has closed; nothing is stopped (domain §1.2 B2). */
export function ClosedYear({ date }: { date: PartialDate | undefined }) {
  const t = useWords('structure');
  const { lang } = useLanguage();
  const closed = closedCycleOf(date, useOfficeRecords('cycle') ?? []);
  if (closed === undefined) return null;
  return (
    <Box role="status" sx={{ display: 'flex', gap: 1, mb: 2, color: 'warning.main' }}>
      <WarningAmberOutlined aria-hidden sx={{ fontSize: 18, mt: '3px' }} />
      <span>{t('cycle.warn', { title: inLanguage(closed.title, lang) || t('cycle.untitled') })}</span>
    </Box>
  );
}
