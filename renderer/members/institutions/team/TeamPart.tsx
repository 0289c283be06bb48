import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Institution } from '../../../../shared/domain/institution.ts';
import { isHere } from '../../../../shared/domain/institution-states.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { useWords } from '../../../app/language.tsx';
import { useSave } from '../../../app/saving.ts';
import { SavedCountField } from '../../../ui/SavedCountField.tsx';
import type { EditRecord } from '../../edit-record.ts';
import { withoutRoleAt, withRoleAt } from '../../people/affiliations.ts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { PagePart, type Parts } from '../PagePart.tsx';
import { PersonChips } from '../PersonChips.tsx';
import type { InstitutionFacts } from '../use-institution-facts.ts';
import { ContactPeople } from './ContactPeople.tsx';

/** The core team against its goal, and whom to call: main contact, clergy, delegates, alternates, treasurer (domain §2.2). */
export function TeamPart({ institution, facts, edit, parts }: { institution: Institution; facts: InstitutionFacts; edit: EditRecord<'institutions'>; parts: Parts }) {
  const t = useWords(['institutions', 'members']);
  const save = useSave();
  const goal = institution.coreTeamGoal;
  const here = facts.people.filter(({ place }) => isHere(place, todayHere()));
  const team = here.filter(({ place }) => place.roles.includes('core_team')).map(({ person }) => person.id);
  const count = goal === undefined ? t('team.count', { count: team.length }) : t('team.countOf', { count: team.length, goal });
  const change = (id: string, next: (places: Person['affiliations']) => Person['affiliations']): Promise<unknown> =>
    save.change('people', id, (now) => ({ affiliations: next(now.affiliations) }), { undoLabel: t('undo.team', { name: institution.name }) });
  const give = (role: string) => (id: string) => change(id, (places) => withRoleAt(places, institution.id, role));
  const take = (role: string) => (id: string) => change(id, (places) => withoutRoleAt(places, institution.id, role));
  return (
    <PagePart name="team" parts={parts} title={t('team.title')} summary={count}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <Typography sx={{ fontWeight: 500 }}>{count}</Typography>
        <PersonChips ids={team} label={t('team.core')} onRemove={take('core_team')} />
        <PersonPicker label={t('team.add')} hint={t('visits.visitorsHint')} chosen={new Set(team)} onPick={give('core_team')} />
      </Box>
      <Box sx={{ maxWidth: 360 }}>
        <SavedCountField label={t('team.goal')} value={goal} onSave={(coreTeamGoal) => edit(() => ({ coreTeamGoal }), (name) => t('members:undo.field', { field: t('team.goal'), name }))} />
      </Box>
      <ContactPeople people={here} onGive={(role, id) => give(role)(id)} onTake={(role, id) => take(role)(id)} />
    </PagePart>
  );
}
