import Box from '@mui/material/Box';
import { useState } from 'react';
import { DECIDERS, type StatusChange } from '../../../../shared/domain/institution-changes.ts';
import { useWords } from '../../../app/language.tsx';
import { QuietButton, TextButton } from '../../../ui/Buttons.tsx';
import { CarefulTextField } from '../../../ui/CarefulTextField.tsx';
import { SavedChoiceField } from '../../../ui/SavedChoiceField.tsx';
import { SavedDateField } from '../../../ui/SavedDateField.tsx';
import { SavedTextField } from '../../../ui/SavedTextField.tsx';
import { useSaving } from '../../people/use-saving.tsx';
import type { StatusSteps } from './use-status-steps.ts';

/** When, why and by whom of one change of state; each is written when it is left. */
export function ChangeDetails({ change, steps, onClose }: { change: StatusChange; steps: StatusSteps; onClose: () => void }) {
  const t = useWords('institutions');
  const { save, failed } = useSaving();
  const mend = (patch: Partial<StatusChange>, field: string): Promise<unknown> => steps.mend(change, patch, field);
  const text = (typed: string): string | undefined => typed.trim() || undefined;
  const isDecision = change.status === 'committed' || change.status === 'declined';
  return (
    <Box role="group" aria-label={t('change.details')} sx={{ display: 'grid', gap: 2, borderTop: 1, borderColor: 'divider', pt: 2, mt: 2 }}>
      <SavedDateField
        label={t(isDecision ? 'change.decidedOn' : 'change.on')}
        value={change.on}
        // A change without any date would be nowhere in the list: the date from before stays.
        onSave={(on) => (on === undefined ? Promise.resolve() : mend({ on }, t('change.on')))}
      />
      {change.status === 'inquiry' ? (
        <>
          <SavedChoiceField
            label={t('inquiry.about')}
            choices={(['join', 'learn'] as const).map((value) => ({ value, label: t(`inquiry.wants.${value}`) }))}
            value={change.inquiry}
            onSave={(inquiry) => mend({ inquiry }, t('inquiry.about'))}
          />
          <SavedTextField label={t('inquiry.takenBy')} value={change.takenBy} onSave={(typed) => mend({ takenBy: text(typed) }, t('inquiry.takenBy'))} />
        </>
      ) : null}
      {isDecision ? <WhoDecided change={change} onSave={(decidedBy) => mend({ decidedBy }, t('change.decidedBy'))} /> : null}
      <CarefulTextField
        label={t('change.reason')}
        heldAs={`${change.id}/reason`}
        hint={change.status === 'discerning' ? t('change.readiness') : undefined}
        rows={2}
        value={change.reason}
        onSave={(typed) => mend({ reason: text(typed) }, t('change.reason'))}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <QuietButton onClick={onClose}>{t('done')}</QuietButton>
        <TextButton onClick={() => save(() => steps.takeBack(change))}>{t('change.takeBack')}</TextButton>
      </Box>
      {failed}
    </Box>
  );
}

/** The board, the council, the assembly, or somebody in words. */
function WhoDecided({ change, onSave }: { change: StatusChange; onSave: (decidedBy: string | undefined) => Promise<unknown> }) {
  const t = useWords('institutions');
  const { decidedBy } = change;
  const isKnown = DECIDERS.some((one) => one === decidedBy);
  const [isOther, setIsOther] = useState(false);
  const inWords = isOther || (decidedBy !== undefined && !isKnown);
  const choices = [...DECIDERS, 'other' as const].map((value) => ({ value, label: t(`decider.${value}`) }));
  return (
    <>
      <SavedChoiceField
        label={t('change.decidedBy')}
        choices={choices}
        value={inWords ? 'other' : choices.find(({ value }) => value === decidedBy)?.value}
        onSave={(chosen) => {
          setIsOther(chosen === 'other');
          return chosen === 'other' ? Promise.resolve() : onSave(chosen);
        }}
      />
      {inWords ? <SavedTextField label={t('change.decidedByWords')} value={isKnown ? '' : decidedBy} onSave={(typed) => onSave(typed.trim() || undefined)} /> : null}
    </>
  );
}
