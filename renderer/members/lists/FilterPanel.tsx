import Box from '@mui/material/Box';
import { useState } from 'react';
import { withValue, type FilterKind, type PeopleFilter } from '../../../shared/domain/people-filter.ts';
import { useWords } from '../../app/language.tsx';
import { Chooser } from '../Chooser.tsx';
import type { FilterWords } from './use-filter-words.ts';

/** The two steps of narrowing a list: by what, and which. What is chosen stands above the list at once. */
export function FilterPanel({ filter, words, onChange }: { filter: PeopleFilter; words: FilterWords; onChange: (filter: PeopleFilter) => void }) {
  const t = useWords('lists');
  const [kind, setKind] = useState<FilterKind>('institution');
  const shown = words.kinds.includes(kind) ? kind : (words.kinds[0] ?? 'language');
  const chosen = filter[shown] ?? [];
  const left = words.choicesOf(shown).filter(({ value }) => !chosen.includes(value));
  return (
    <>
      <Chooser label={t('filter.by')} choices={words.kinds.map((one) => ({ value: one, label: words.kindLabel(one) }))} value={shown} onChange={setKind} />
      <Box key={shown} sx={{ minWidth: 0 }}>
        <Chooser
          label={t('filter.which')}
          choices={[{ value: '', label: t('filter.choose') }, ...left]}
          value=""
          onChange={(value) => {
            if (value !== '') onChange(withValue(filter, shown, value));
          }}
        />
      </Box>
    </>
  );
}
