import Box from '@mui/material/Box';
import { OWN_GOAL, type Goal } from '../../../shared/domain/structure.ts';
import { moneyInWords } from '../../../shared/words/money.ts';
import { localeOf } from '../../../shared/words/translate.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { SavedMoneyField } from '../../members/institutions/dues/SavedMoneyField.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { SavedCountField } from '../../ui/SavedCountField.tsx';
import { SavedTextField } from '../../ui/SavedTextField.tsx';
import { useGoalName, type GoalChanges } from './use-goals.ts';

const COUNTED = ['house_meetings', 'people_heard', 'new_people', 'institutions', 'actions', 'turnout', 'dues'] as const;

/** One goal: what it aims at, how many, and how far it is. Without `changes` it is only read. */
export function GoalRow({ goal, figure, changes }: { goal: Goal; figure: number | null; changes: GoalChanges | null }) {
  const t = useWords('structure');
  const { lang } = useLanguage();
  const name = useGoalName()(goal);
  const isMoney = goal.of === 'dues';
  const how = COUNTED.find((one) => one === goal.of);
  const inWords = (number: number): string => (isMoney ? moneyInWords(number, lang) : new Intl.NumberFormat(localeOf(lang)).format(number));
  const label = t(isMoney ? 'goal.targetDues' : 'goal.target');
  const saveTarget = (target: number | undefined): Promise<unknown> => changes?.change(goal.key, { target }) ?? Promise.resolve();
  const Target = isMoney ? SavedMoneyField : SavedCountField;
  const fact = (what: string, text: string) => (
    <Box sx={{ flex: '0 1 144px' }}>
      <Box sx={{ fontSize: '0.9375rem', lineHeight: '24px', color: 'text.secondary' }}>{what}</Box>
      <Box className="figures" sx={{ minHeight: 44, display: 'flex', alignItems: 'center' }}>
        {text}
      </Box>
    </Box>
  );
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1, px: 2, py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>
        {goal.of === OWN_GOAL && changes !== null ? (
          <SavedTextField label={t('goal.name')} value={goal.words} onSave={(typed) => changes.change(goal.key, { words: typed.trim() === '' ? undefined : typed.trim() })} />
        ) : (
          <Box sx={{ fontWeight: 500 }}>{name}</Box>
        )}
        {how === undefined ? null : <Box sx={{ fontSize: '0.9375rem', lineHeight: '22px', color: 'text.secondary' }}>{t(`goal.how.${how}`)}</Box>}
      </Box>
      {changes === null ? (
        fact(label, goal.target === undefined ? '—' : inWords(goal.target))
      ) : (
        <Box sx={{ flex: '0 1 168px' }}>
          <Target label={label} value={goal.target} onSave={saveTarget} />
        </Box>
      )}
      {fact(t('goal.so'), figure === null ? t('goal.notCounted') : inWords(figure))}
      {changes === null ? null : (
        <Box sx={{ pt: '24px' }}>
          <TextButton aria-label={t('goal.removeWhat', { name })} onClick={() => void changes.remove(goal.key)}>
            {t('goal.remove')}
          </TextButton>
        </Box>
      )}
    </Box>
  );
}
