import Box from '@mui/material/Box';
import { Link } from 'react-router';
import { inLanguage } from '../../../shared/words/bilingual.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChangeOffice } from '../../app/office-records.ts';
import { useSave } from '../../app/saving.ts';
import { InstitutionPicker } from '../../members/institutions/InstitutionPicker.tsx';
import { institutionPath } from '../../members/paths.ts';
import { BilingualField } from '../../ui/BilingualField.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import type { ClusterAndMembers } from './use-clusters.ts';

/** One cluster: its title in both languages and its institutions, each of which is in one cluster at most. */
export function ClusterPart({ cluster, institutions, open, onToggle }: ClusterAndMembers & { open: boolean; onToggle: () => void }) {
  const t = useWords(['structure', 'members']);
  const { lang } = useLanguage();
  const save = useSave();
  const change = useChangeOffice(cluster);
  const title = inLanguage(cluster.title, lang) || t('structure:cluster.untitled');
  const count = t('structure:cluster.count', { count: institutions.length });
  const place = (institution: string, into: string | undefined): Promise<unknown> =>
    save.change('institutions', institution, { cluster: into }, { undoLabel: t('structure:undo.field', { field: t('structure:cluster.addInstitution'), name: title }) });
  return (
    <Disclosure level="h2" title={title} summary={count} open={open} onToggle={onToggle}>
      <BilingualField
        label={t('structure:cluster.title')}
        value={cluster.title}
        onSave={(next) => change((now) => ({ title: next(now.title) }), t('structure:undo.field', { field: t('structure:cluster.title'), name: title }))}
      />
      {institutions.length === 0 ? null : (
        <Box component="ul" aria-label={count} sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
          {institutions.map(({ id, name }) => (
            <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 2, pl: 2, pr: 1, py: '4px', '& + &': { borderTop: 1, borderColor: 'divider' } }}>
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                <Link to={institutionPath(id)}>{name}</Link>
              </Box>
              <TextButton aria-label={t('structure:cluster.takeOutWhat', { name })} onClick={() => void place(id, undefined)}>
                {t('structure:cluster.takeOut')}
              </TextButton>
            </Box>
          ))}
        </Box>
      )}
      <InstitutionPicker label={t('structure:cluster.addInstitution')} onPick={(id) => place(id, cluster.id)} />
      <Box sx={{ ml: '-8px' }}>
        <TextButton onClick={() => void save.bin('office', cluster.id, { undoLabel: t('members:undo.binned', { name: title }) })}>{t('members:bin.put')}</TextButton>
      </Box>
    </Disclosure>
  );
}
