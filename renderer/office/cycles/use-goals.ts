import { useCallback } from 'react';
import { randomToken } from '../../../shared/domain/record.ts';
import { GOAL_KINDS, type Cycle, type Goal } from '../../../shared/domain/structure.ts';
import { useWords } from '../../app/language.tsx';
import { useChangeOffice } from '../../app/office-records.ts';

/** The ways a cycle's goals are written; each is one step that can be taken back. */
export interface GoalChanges {
  readonly add: (of: string) => Promise<unknown>;
  readonly change: (key: string, patch: Partial<Goal>) => Promise<unknown>;
  readonly remove: (key: string) => Promise<unknown>;
}

/** Writing into the goals of a cycle as they are at that moment; `name` is what the cycle is called. */
export function useGoals(cycle: Cycle, name: string): GoalChanges {
  const t = useWords('structure');
  const write = useChangeOffice(cycle);
  const label = t('undo.field', { field: t('goal.title'), name });
  const add = useCallback((of: string) => write(({ goals }) => ({ goals: [...goals, { key: randomToken(12), of }] }), label), [write, label]);
  const change = useCallback(
    (key: string, patch: Partial<Goal>) => write(({ goals }) => ({ goals: goals.map((goal) => (goal.key === key ? withoutGaps({ ...goal, ...patch }) : goal)) }), label),
    [write, label],
  );
  const remove = useCallback((key: string) => write(({ goals }) => ({ goals: goals.filter((goal) => goal.key !== key) }), label), [write, label]);
  return { add, change, remove };
}

/** A goal from which the number was taken has none, rather than an empty one. */
function withoutGaps(goal: Goal): Goal {
  return Object.fromEntries(Object.entries(goal).filter(([, value]) => value !== undefined)) as Goal;
}

/** What a goal is called: its kind, or the chapter's own words. */
export function useGoalName(): (goal: Goal) => string {
  const t = useWords('structure');
  return useCallback(
    ({ of, words }) => {
      const kind = GOAL_KINDS.find((one) => one === of);
      return kind === undefined ? (words ?? t('goal.own')) : t(`goal.of.${kind}`);
    },
    [t],
  );
}
