import { useState } from 'react';
import { TEAM_KINDS, type Team } from '../../../shared/domain/structure.ts';
import { USUAL_VOTES } from '../../../shared/domain/votes.ts';
import { useWords } from '../../app/language.tsx';
import { useChangeOffice } from '../../app/office-records.ts';
import { BilingualField } from '../../ui/BilingualField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { SavedChoiceField } from '../../ui/SavedChoiceField.tsx';
import { SavedNumberField } from '../../ui/SavedNumberField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import { InstitutionOfTeam } from './InstitutionOfTeam.tsx';
import { useTeamSentence, useTeamTitle } from './team-words.ts';

/** What a team is: its title in both languages, kind, institution, votes, the program that it guides. */
export function AboutTeam({ team, startsOpen }: { team: Team; startsOpen: boolean }) {
  const t = useWords('structure');
  const change = useChangeOffice(team);
  const title = useTeamTitle();
  const sentence = useTeamSentence();
  const [open, setOpen] = useState(startsOpen);
  const undo = (field: string): string => t('undo.field', { field, name: title(team) });
  return (
    <Disclosure title={t('team.about')} summary={sentence(team) || title(team)} open={open} onToggle={() => setOpen(!open)}>
      <BilingualField label={t('team.title')} hint={t('team.titleHint')} value={team.title} onSave={(next) => change((now) => ({ title: next(now.title) }), undo(t('team.title')))} />
      <SavedChoiceField
        label={t('team.kind')}
        choices={TEAM_KINDS.map((kind) => ({ value: kind, label: t(`teamKind.${kind}`) }))}
        value={team.teamKind}
        onSave={(teamKind) => change({ teamKind }, undo(t('team.kind')))}
      />
      <InstitutionOfTeam label={t('team.institution')} hint={t('team.institutionHint')} institution={team.institution} onSave={(institution) => change({ institution }, undo(t('team.institution')))} />
      <SavedNumberField
        label={t('team.votes')}
        hint={t('team.votesHint')}
        value={team.votesPerInstitution ?? USUAL_VOTES}
        least={0}
        most={20}
        onSave={(votes) => change({ votesPerInstitution: votes }, undo(t('team.votes')))}
      />
      <SavedTextField
        label={t('team.program')}
        hint={t('team.programHint')}
        value={team.guidesProgram}
        onSave={(typed) => change({ guidesProgram: typed.trim() === '' ? undefined : typed.trim() }, undo(t('team.program')))}
      />
    </Disclosure>
  );
}
