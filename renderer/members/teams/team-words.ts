import { useCallback } from 'react';
import type { Team } from '../../../shared/domain/structure.ts';
import { inLanguage } from '../../../shared/words/bilingual.ts';
import { useDirectory } from '../../app/directory.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';

/** What a team is called: its title, else its kind, else that it has none. */
export function useTeamTitle(): (team: Pick<Team, 'title' | 'teamKind'>) => string {
  const t = useWords('structure');
  const { lang } = useLanguage();
  return useCallback(({ title, teamKind }) => inLanguage(title, lang) || (teamKind === undefined ? t('team.untitled') : t(`teamKind.${teamKind}`)), [t, lang]);
}

/** "Core team · Iglesia San José": what a team is and of whom, as far as its title does not say it already. */
export function useTeamSentence(): (team: Team) => string {
  const t = useWords('structure');
  const directory = useDirectory();
  const title = useTeamTitle();
  return useCallback(
    (team) => {
      const kind = team.teamKind === undefined ? '' : t(`teamKind.${team.teamKind}`);
      return [kind === title(team) ? '' : kind, directory.institutionName(team.institution)].filter((part) => part !== '').join(' · ');
    },
    [t, directory, title],
  );
}
