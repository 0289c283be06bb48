import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Team } from '../../../shared/domain/structure.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useSave } from '../../app/saving.ts';
import { todayHere } from '../../../shared/words/date.ts';
import { isInForce } from '../../../shared/domain/votes.ts';
import { PrimaryButton } from '../../ui/Buttons.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { InstitutionRow } from '../institutions/InstitutionRow.tsx';
import { MembersFrame } from '../MembersFrame.tsx';
import { teamPath } from '../paths.ts';
import { TwoPanes } from '../TwoPanes.tsx';
import { TeamPage } from './TeamPage.tsx';
import { useTeamSentence, useTeamTitle } from './team-words.ts';

/** The standing groups of the chapter: the list at the left, one of them at the right (domain §2.1). */
export function TeamsScreen() {
  const t = useWords('structure');
  const save = useSave();
  const navigate = useNavigate();
  const { team: open } = useParams();
  const teams = useTeams();
  const none = teams?.length === 0;
  const make = async (): Promise<void> => {
    const made = await save.create('office', { kind: 'team', title: { es: '', en: '' }, seats: [] }, { undoLabel: t('undo.newTeam') });
    await navigate(teamPath(made.id));
  };
  const newOne = <PrimaryButton onClick={() => void make()}>{t('team.add')}</PrimaryButton>;
  return (
    <MembersFrame action={none && open === undefined ? undefined : newOne}>
      <TwoPanes
        label={t('team.pageLabel')}
        head={
          <Typography variant="body2" role="status" className="figures" sx={{ minHeight: 44, display: 'flex', alignItems: 'center' }}>
            {t('team.count', { count: teams?.length ?? 0 })}
          </Typography>
        }
        list={teams === undefined || none ? null : <Teams teams={teams} chosen={open} />}
        pageKey={open ?? ''}
        page={open === undefined ? <EmptyState action={none ? newOne : undefined}>{t(none ? 'team.empty' : 'team.choose')}</EmptyState> : <TeamPage id={open} />}
      />
    </MembersFrame>
  );
}

/** The teams by title; undefined while they are read. */
function useTeams(): readonly Team[] | undefined {
  const { lang } = useLanguage();
  const title = useTeamTitle();
  const found = useOfficeRecords('team');
  return useMemo(() => {
    const order = new Intl.Collator(lang);
    return found && [...found].sort((one, other) => order.compare(title(one), title(other)));
  }, [found, lang, title]);
}

function Teams({ teams, chosen }: { teams: readonly Team[]; chosen: string | undefined }) {
  const t = useWords('structure');
  const navigate = useNavigate();
  const title = useTeamTitle();
  const sentence = useTeamSentence();
  const today = todayHere();
  const line = (team: Team): string => [t('seat.count', { count: team.seats.filter((seat) => isInForce(seat, today)).length }), sentence(team)].filter(Boolean).join(' · ');
  return (
    <VirtualList
      items={teams}
      keyOf={({ id }) => id}
      textOf={title}
      label={t('team.listLabel')}
      rowHeight={64}
      chosen={chosen}
      onOpen={({ id }) => void navigate(teamPath(id))}
      row={(team) => <InstitutionRow name={title(team)} line={line(team)} />}
    />
  );
}
