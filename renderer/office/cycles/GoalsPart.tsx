import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Cycle } from '../../../shared/domain/structure.ts';
import { cycleFigure } from '../../../shared/reports/cycle-figures.ts';
import { useWords } from '../../app/language.tsx';
import { AddGoal } from './AddGoal.tsx';
import { GoalRow } from './GoalRow.tsx';
import { useCycleFacts } from './use-cycle-facts.ts';
import { useGoals } from './use-goals.ts';

/** The goals of a cycle with the living numbers beside them; those of a closed one are only read. */
export function GoalsPart({ cycle, name }: { cycle: Cycle; name: string }) {
  const t = useWords('structure');
  const changes = useGoals(cycle, name);
  const facts = useCycleFacts();
  const isOpen = cycle.isClosed !== true;
  if (facts === undefined) return null;
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2, mb: 1, minHeight: 44 }}>
        <Typography component="h3" sx={{ fontWeight: 700 }}>
          {t('goal.title')}
        </Typography>
        {isOpen ? <AddGoal taken={cycle.goals.map(({ of }) => of)} onAdd={changes.add} /> : null}
      </Box>
      {cycle.from === undefined ? <Typography sx={{ color: 'text.secondary', mb: 1 }}>{t('cycle.noDates')}</Typography> : null}
      {cycle.goals.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('goal.none')}</Typography>
      ) : (
        <Box component="ul" aria-label={t('goal.title')} sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
          {cycle.goals.map((goal) => (
            <GoalRow key={goal.key} goal={goal} figure={cycleFigure(goal.of, cycle, facts)} changes={isOpen ? changes : null} />
          ))}
        </Box>
      )}
    </Box>
  );
}
