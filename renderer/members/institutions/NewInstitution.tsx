import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../app/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PrimaryButton, TextButton } from '../../ui/Buttons.tsx';
import { useNewRecord, type Fields } from '../edit-record.ts';
import { institutionPath } from '../paths.ts';
import { Intake } from './intake/Intake.tsx';
import { InstitutionForm } from './InstitutionForm.tsx';
import { useParts } from './PagePart.tsx';
import { institutionCalled } from './matching.ts';
import { useInstitutions } from './use-institutions.ts';

const BLANK: Fields<'institutions'> = { name: '', otherNames: [], languages: [], source: { kind: 'typed' } };

function named(fields: Fields<'institutions'>): boolean {
  return fields.name.trim() !== '';
}

/** A new institution: its name is enough; one that is called the same is shown, and nothing is blocked. */
export function NewInstitution() {
  const t = useWords('members');
  const navigate = useNavigate();
  const { fields, id, edit } = useNewRecord('institutions', BLANK, named);
  const { all } = useInstitutions();
  const parts = useParts('what');
  const [typed, setTyped] = useState('');
  const twin = institutionCalled(all.filter((one) => one.id !== id), typed);
  return (
    <Box>
      <Typography variant="h1" component="h2" sx={{ pt: '2px', mb: 2 }}>
        {t('institution.new')}
      </Typography>
      {twin === undefined ? null : (
        <Box sx={{ mb: 2 }}>
          <Notice action={<TextButton onClick={() => void navigate(institutionPath(twin.id))}>{t('open')}</TextButton>}>{t('institution.alreadyHere', { name: twin.name })}</Notice>
        </Box>
      )}
      <InstitutionForm id={id} institution={fields} edit={edit} parts={parts} isNew onNameTyped={setTyped} />
      {id === undefined ? null : <Intake institution={{ id, name: fields.name, status: fields.status }} />}
      <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 2 }}>
        <PrimaryButton disabled={id === undefined} onClick={() => id !== undefined && void navigate(institutionPath(id))}>
          {t('institution.ready')}
        </PrimaryButton>
      </Box>
    </Box>
  );
}
