import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { compareDates } from '../../../shared/domain/calendar.ts';
import { useWords } from '../../app/language.tsx';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useSave } from '../../app/saving.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { OFFICE } from '../users/paths.ts';
import { CyclePart } from './CyclePart.tsx';

/** One without a beginning is being written, and stands first. */
const NEWEST = { y: 9999 };

/** /office/cycles — the chapter's stretches of work with their goals, the latest first (domain §1.2 B2). */
export function CyclesPage() {
  const t = useWords('structure');
  const save = useSave();
  const found = useOfficeRecords('cycle');
  const cycles = useMemo(() => found && [...found].sort((one, other) => compareDates(other.from ?? NEWEST, one.from ?? NEWEST) || (one.id < other.id ? -1 : 1)), [found]);
  const [open, setOpen] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const made = await save.create('office', { kind: 'cycle', title: { es: '', en: '' }, goals: [] }, { undoLabel: t('cycle.new') });
    setOpen(made.id);
  };
  const add = <PrimaryButton onClick={() => void make()}>{t('cycle.add')}</PrimaryButton>;
  const none = cycles?.length === 0;
  return (
    <Box sx={{ maxWidth: 820 }}>
      <Box sx={{ mb: 0.5 }}>
        <Link to={OFFICE}>‹ {t('back')}</Link>
      </Box>
      <PageTitle title={t('cycle.titlePage')} action={none ? undefined : add}>
        {t('cycle.lead')}
      </PageTitle>
      {none ? <EmptyState action={add}>{t('cycle.empty')}</EmptyState> : null}
      {cycles?.map((cycle) => (
        <CyclePart key={cycle.id} cycle={cycle} open={open === cycle.id} onToggle={() => setOpen(open === cycle.id ? null : cycle.id)} />
      ))}
    </Box>
  );
}
