import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import type { Institution } from '../../../shared/domain/institution.ts';
import { codeLabel } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useRecord } from '../../app/records.ts';
import { useSave } from '../../app/saving.ts';
import { useReadsOrganizers } from '../../app/user-access.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { HistorySection } from '../../history/HistorySection.tsx';
import { InTheBin } from '../InTheBin.tsx';
import { useEditRecord } from '../edit-record.ts';
import { INSTITUTIONS } from '../paths.ts';
import { DuesPart } from './dues/DuesPart.tsx';
import { HealthOfInstitution } from './health/HealthOfInstitution.tsx';
import { InstitutionForm } from './InstitutionForm.tsx';
import { useParts } from './PagePart.tsx';
import { PeopleOfInstitution } from './PeopleOfInstitution.tsx';
import { StandingPanel } from './pipeline/StandingPanel.tsx';
import { PowerPart } from './power/PowerPart.tsx';
import { TeamPart } from './team/TeamPart.tsx';
import { InstitutionTimeline } from './timeline/InstitutionTimeline.tsx';
import { useInstitutionFacts } from './use-institution-facts.ts';
import { VisitsPart } from './visits/VisitsPart.tsx';

/** "Religious congregation · Durham", of what is known. */
export function useInstitutionSentence(): (institution: Pick<Institution, 'kind' | 'kindOther' | 'cityOrArea'>) => string {
  const { lang } = useLanguage();
  return ({ kind, kindOther, cityOrArea }) =>
    [kind === 'other' && kindOther !== undefined ? kindOther : codeLabel('institution_type', kind, lang), cityOrArea]
      .filter(Boolean)
      .join(' · ');
}

/** One institution: a sentence, where it stands, its parts that open, its people. */
export function InstitutionPage({ id }: { id: string }) {
  const t = useWords('members');
  const institution = useRecord('institutions', id);
  const edit = useEditRecord('institutions', id);
  const save = useSave();
  const navigate = useNavigate();
  const sentence = useInstitutionSentence();
  const facts = useInstitutionFacts(id);
  const parts = useParts(null);
  const readsOrganizers = useReadsOrganizers();
  if (institution === undefined) return null;
  if (institution === null) return <EmptyState>{t('institution.gone')}</EmptyState>;
  const { name } = institution;
  return (
    <>
      <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere', pt: '2px' }}>
        {name}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2, mt: 0.5 }}>
        {sentence(institution) || t('institution.nothingYet')}
      </Typography>
      {institution.deletedAt === undefined ? null : <InTheBin name={name} onRestore={() => save.restore('institutions', id, { undoLabel: t('undo.restored', { name }) })} />}
      {facts === undefined ? null : (
        <>
          <StandingPanel institution={institution} facts={facts} onMend={parts.goTo} />
          <HealthOfInstitution institution={institution} facts={facts} parts={parts} />
          <VisitsPart institution={institution} facts={facts} parts={parts} />
          <TeamPart institution={institution} facts={facts} edit={edit} parts={parts} />
          <DuesPart institution={institution} facts={facts} edit={edit} parts={parts} />
          {readsOrganizers ? <PowerPart institution={institution} edit={edit} parts={parts} /> : null}
        </>
      )}
      <InstitutionForm id={id} institution={institution} edit={edit} parts={parts} />
      <PeopleOfInstitution institution={id} />
      {facts === undefined ? null : <InstitutionTimeline institution={id} facts={facts} />}
      <HistorySection name="institutions" id={id} />
      {institution.deletedAt === undefined ? (
        <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1 }}>
          <TextButton
            onClick={() => {
              void save.bin('institutions', id, { undoLabel: t('undo.binned', { name }) }).then(() => navigate(INSTITUTIONS));
            }}
          >
            {t('bin.put')}
          </TextButton>
        </Box>
      ) : null}
    </>
  );
}
