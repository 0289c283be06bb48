import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Team } from '../../../shared/domain/structure.ts';
import { useWords } from '../../app/language.tsx';
import { useRecord } from '../../app/records.ts';
import { useSave } from '../../app/saving.ts';
import { HistorySection } from '../../history/HistorySection.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InTheBin } from '../InTheBin.tsx';
import { TEAMS } from '../paths.ts';
import { AboutTeam } from './AboutTeam.tsx';
import { SeatsPart } from './SeatsPart.tsx';
import { useTeamSentence, useTeamTitle } from './team-words.ts';
import { VotesPart } from './VotesPart.tsx';

/** One team: who sits in it, who votes, then its own fields. */
export function TeamPage({ id }: { id: string }) {
  const t = useWords('structure');
  const team = useRecord('office', id);
  if (team === undefined) return null;
  if (team?.kind !== 'team') return <EmptyState>{t('team.gone')}</EmptyState>;
  return <Page team={team} />;
}

function Page({ team }: { team: Team }) {
  const t = useWords(['structure', 'members']);
  const save = useSave();
  const navigate = useNavigate();
  const title = useTeamTitle();
  const sentence = useTeamSentence();
  // A team that nobody has written anything of begins with its form; it stays there while it is filled.
  const [isNew] = useState(team.title.es === '' && team.title.en === '' && team.teamKind === undefined && team.seats.length === 0);
  const name = title(team);
  const about = <AboutTeam team={team} startsOpen={isNew} />;
  return (
    <>
      <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere', pt: '2px' }}>
        {name}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2, mt: 0.5 }}>{sentence(team)}</Typography>
      {team.deletedAt === undefined ? null : <InTheBin name={name} onRestore={() => save.restore('office', team.id, { undoLabel: t('members:undo.restored', { name }) })} />}
      {isNew ? about : null}
      <SeatsPart team={team} />
      <VotesPart team={team} />
      {isNew ? null : about}
      <HistorySection name="office" id={team.id} />
      {team.deletedAt === undefined ? (
        <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1 }}>
          <TextButton onClick={() => void save.bin('office', team.id, { undoLabel: t('members:undo.binned', { name }) }).then(() => navigate(TEAMS))}>{t('members:bin.put')}</TextButton>
        </Box>
      ) : null}
    </>
  );
}
