import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { codesOf, listLabel, type CodeList } from '../../../shared/domain/codes.ts';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Chooser } from '../Chooser.tsx';
import type { InstitutionFilter } from './institution-filter.ts';

/** How many institutions the list shows, and the way to narrow it. */
export function InstitutionFilters({ filter, onChange, found }: { filter: InstitutionFilter; onChange: (filter: InstitutionFilter) => void; found: number }) {
  const t = useWords(['members', 'institutions']);
  const { lang } = useLanguage();
  const id = useId();
  // A few institutions are seen at a glance; what narrows them would only push them down.
  const [open, setOpen] = useState(false);
  const clusters = useOfficeRecords('cluster') ?? [];
  const choices = (list: CodeList) => codesOf(list).map((code) => ({ value: code.code, label: code[lang] }));
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography variant="body2" role="status" className="figures" sx={{ flex: 1 }}>
          {t('institution.count', { count: found })}
        </Typography>
        <Button type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
          {t(open ? 'people.filterClose' : 'people.filter')}
        </Button>
      </Box>
      {open ? (
        <Box id={id} sx={{ display: 'grid', gap: 1.5, pt: 1, pr: 1, pb: 0.5 }}>
          <TextField label={t('institution.search')} type="search" value={filter.typed} onChange={(typed) => onChange({ ...filter, typed })} />
          <Chooser
            label={listLabel('institution_status', lang)}
            choices={[{ value: '', label: t('institutions:filter.anyStatus') }, ...choices('institution_status')]}
            value={filter.status}
            onChange={(status) => onChange({ ...filter, status })}
          />
          <Chooser
            label={t('institution.field.kind')}
            choices={[{ value: '', label: t('institution.anyKind') }, ...choices('institution_type')]}
            value={filter.kind}
            onChange={(kind) => onChange({ ...filter, kind })}
          />
          {clusters.length === 0 ? null : (
            <Chooser
              label={t('institutions:size.cluster')}
              choices={[{ value: '', label: t('institutions:filter.anyCluster') }, ...clusters.map((cluster) => ({ value: cluster.id, label: cluster.title[lang] || cluster.title.es || cluster.title.en }))]}
              value={filter.cluster}
              onChange={(cluster) => onChange({ ...filter, cluster })}
            />
          )}
        </Box>
      ) : null}
    </>
  );
}
