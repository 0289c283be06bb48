import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { codeLabel, codesOf } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { Chooser } from '../Chooser.tsx';
import { useInstitutions } from '../institutions/use-institutions.ts';
import type { PeopleFilter } from './use-people.ts';

/** How many people the list shows and why, in words, and the way to narrow it (look.md). */
export function PeopleFilters({ filter, found, onChange }: { filter: PeopleFilter; found: number; onChange: (filter: PeopleFilter) => void }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const id = useId();
  const { all, byId } = useInstitutions();
  const [open, setOpen] = useState(false);
  const query = filter.query.trim();
  const reasons = [
    query === '' ? '' : t('people.sought', { query }),
    codeLabel('language_pref', filter.language, lang),
    filter.institution === '' ? '' : (byId.get(filter.institution)?.name ?? ''),
  ].filter(Boolean);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', flexWrap: 'wrap', columnGap: 1 }}>
        <Typography variant="body2" role="status" className="figures" sx={{ flex: reasons.length === 0 ? 1 : '1 0 100%', minWidth: 0, overflowWrap: 'anywhere' }}>
          {[t('people.count', { count: found }), ...reasons].join(' · ')}
        </Typography>
        {reasons.length > 0 ? <TextButton onClick={() => onChange({ query: '', institution: '', language: '' })}>{t('people.showAll')}</TextButton> : null}
        <Button type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
          {t(open ? 'people.filterClose' : 'people.filter')}
        </Button>
      </Box>
      {open ? (
        <Box id={id} sx={{ display: 'grid', gap: 1.5, pt: 1, pr: 1, pb: 0.5 }}>
          <Chooser
            label={t('person.field.institution')}
            choices={[{ value: '', label: t('people.anyInstitution') }, ...all.map((institution) => ({ value: institution.id, label: institution.name }))]}
            value={filter.institution}
            onChange={(institution) => onChange({ ...filter, institution })}
          />
          <Chooser
            label={t('person.field.language')}
            choices={[{ value: '', label: t('people.anyLanguage') }, ...codesOf('language_pref').map((code) => ({ value: code.code, label: code[lang] }))]}
            value={filter.language}
            onChange={(language) => onChange({ ...filter, language })}
          />
        </Box>
      ) : null}
    </>
  );
}
