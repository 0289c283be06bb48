import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useId } from 'react';
import type { MergeChoices, MergeRow } from '../../../shared/names/merging/merge-rows.ts';
import { itemName } from '../../../shared/names/merging/put-together.ts';
import { useWords } from '../../app/language.tsx';
import { NARROW } from '../../app/narrow.ts';
import { LINE, useRowWords } from './row-words.tsx';

const PLACE = { left: '2', right: '3', both: '2 / -1' } as const;

/** A list of both records, each item under the record that has it; what is ticked comes along. */
export function ListRow({ row, choices, onTick }: { row: Extract<MergeRow, { kind: 'list' }>; choices: MergeChoices; onTick: (name: string, comes: boolean) => void }) {
  const t = useWords('merging');
  const { labelOf, textOf } = useRowWords();
  const id = useId();
  const [field] = row.fields;
  return (
    <Box role="group" aria-labelledby={id} sx={{ ...LINE, gridAutoFlow: 'row dense', py: '3px', borderTop: 1, borderColor: 'divider' }}>
      <Box id={id} sx={{ fontWeight: 500, pt: '9px', gridColumn: '1' }}>
        {labelOf(row)}
      </Box>
      {row.items.map(({ key, value, from }) => {
        const name = itemName(field, key);
        const text = textOf([field], { [field]: [value] });
        return (
          <FormControlLabel
            key={key}
            control={<Checkbox checked={!choices.without.has(name)} onChange={(event) => onTick(name, event.target.checked)} />}
            label={from === 'both' ? t('row.inBoth', { value: text }) : text}
            sx={{ gridColumn: PLACE[from], mr: 0, alignItems: 'flex-start', [NARROW]: { gridColumn: '1' }, '& .MuiFormControlLabel-label': { pt: '9px', overflowWrap: 'anywhere', minWidth: 0 } }}
          />
        );
      })}
    </Box>
  );
}
