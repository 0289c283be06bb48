import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { FILTER_KINDS, withoutValue, type PeopleFilter } from '../../../shared/domain/people-filter.ts';
import { useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import type { FilterWords } from './use-filter-words.ts';

/** What the list is narrowed to, in words, each with the way to take it away; nothing when it shows everybody. */
export function Conditions({ query, filter, words, onQuery, onFilter }: { query: string; filter: PeopleFilter; words: FilterWords; onQuery: (query: string) => void; onFilter: (filter: PeopleFilter) => void }) {
  const t = useWords(['lists', 'members']);
  const conditions = [
    ...(query.trim() === '' ? [] : [{ key: 'query', label: t('members:people.sought', { query: query.trim() }), remove: () => onQuery('') }]),
    ...FILTER_KINDS.flatMap((kind) =>
      (filter[kind] ?? []).map((value) => ({ key: `${kind} ${value}`, label: words.conditionLabel(kind, value), remove: () => onFilter(withoutValue(filter, kind, value)) })),
    ),
  ];
  if (conditions.length === 0) return null;
  return (
    <Box role="group" aria-label={t('lists:conditions')} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' }}>
      {conditions.map(({ key, label, remove }) => (
        <ButtonBase
          key={key}
          onClick={remove}
          aria-label={t('lists:removeCondition', { condition: label })}
          sx={{ typography: 'body2', textAlign: 'left', minHeight: 32, maxWidth: '100%', pl: 1.25, pr: 0.75, gap: 0.5, border: 1, borderColor: 'text.secondary', borderRadius: 1, bgcolor: 'background.default', '&:hover': { bgcolor: 'action.hover' } }}
        >
          <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {label}
          </Box>
          <CloseOutlined aria-hidden sx={{ fontSize: 18, flexShrink: 0 }} />
        </ButtonBase>
      ))}
      {conditions.length > 1 ? (
        <TextButton
          onClick={() => {
            onQuery('');
            onFilter({});
          }}
        >
          {t('members:people.showAll')}
        </TextButton>
      ) : null}
    </Box>
  );
}
