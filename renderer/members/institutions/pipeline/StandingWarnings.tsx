import Box from '@mui/material/Box';
import type { Institution } from '../../../../shared/domain/institution.ts';
import { warningsFor, type Standing, type StandingWarning } from '../../../../shared/domain/institution-states.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useWords } from '../../../app/language.tsx';
import { QuietButton } from '../../../ui/Buttons.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { PartName } from '../PagePart.tsx';
import type { InstitutionFacts } from '../use-institution-facts.ts';

/** The part of the page where a warning is mended; null for the change of state itself. */
const MENDED_IN: Readonly<Record<StandingWarning, PartName | null>> = {
  noVisit: 'visits',
  noDecisionDate: null,
  noDecider: null,
  noCoreTeam: 'team',
  noDues: 'dues',
  allyDues: 'dues',
  allyVotes: 'team',
};

/** What the state still asks for, each with the button that leads to where it is written (domain §2.2: warn, never block). */
export function StandingWarnings({
  institution,
  standing,
  facts,
  onMend,
  onMendChange,
}: {
  institution: Pick<Institution, 'dues'>;
  standing: Standing;
  facts: InstitutionFacts;
  onMend: (part: PartName) => void;
  onMendChange: () => void;
}) {
  const t = useWords('institutions');
  const warnings = warningsFor(standing, { dues: institution.dues ?? [], visits: facts.visits, places: facts.people.map(({ place }) => place), today: todayHere() });
  if (warnings.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 1.5 }}>
      {warnings.map((warning) => {
        const part = MENDED_IN[warning];
        return (
          <Notice key={warning} kind="careful" action={<QuietButton onClick={() => (part === null ? onMendChange() : onMend(part))}>{t(`warning.${warning}.mend`)}</QuietButton>}>
            {t(`warning.${warning}.text`)}
          </Notice>
        );
      })}
    </Box>
  );
}
