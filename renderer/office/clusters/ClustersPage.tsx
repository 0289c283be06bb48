import Box from '@mui/material/Box';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/language.tsx';
import { useSave } from '../../app/saving.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { OFFICE } from '../users/paths.ts';
import { ClusterPart } from './ClusterPart.tsx';
import { useClusters } from './use-clusters.ts';

/** /office/clusters — the groups of institutions that work together within the chapter (domain §2.1). */
export function ClustersPage() {
  const t = useWords('structure');
  const save = useSave();
  const clusters = useClusters();
  const [open, setOpen] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const made = await save.create('office', { kind: 'cluster', title: { es: '', en: '' } }, { undoLabel: t('cluster.new') });
    setOpen(made.id);
  };
  const add = <PrimaryButton onClick={() => void make()}>{t('cluster.add')}</PrimaryButton>;
  const none = clusters?.length === 0;
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Box sx={{ mb: 0.5 }}>
        <Link to={OFFICE}>‹ {t('back')}</Link>
      </Box>
      <PageTitle title={t('cluster.titlePage')} action={none ? undefined : add}>
        {t('cluster.lead')}
      </PageTitle>
      {none ? <EmptyState action={add}>{t('cluster.empty')}</EmptyState> : null}
      {clusters?.map((one) => (
        <ClusterPart key={one.cluster.id} {...one} open={open === one.cluster.id} onToggle={() => setOpen(open === one.cluster.id ? null : one.cluster.id)} />
      ))}
    </Box>
  );
}
