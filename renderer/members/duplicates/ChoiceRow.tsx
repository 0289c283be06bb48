import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import type { Person } from '../../../shared/domain/person.ts';
import { sideOf, type MergeChoices, type MergeRow, type Side } from '../../../shared/names/merging/merge-rows.ts';
import { useWords } from '../../app/language.tsx';
import { LINE, useRowWords } from './row-words.tsx';

/** A field that says different things in the two records: one of them, or of long texts both. */
export function ChoiceRow({
  row,
  sides,
  choices,
  onChoose,
}: {
  row: Extract<MergeRow, { kind: 'choice' | 'texts' }>;
  sides: Readonly<Record<Side, Person>>;
  choices: MergeChoices;
  onChoose: (side: Side | 'both') => void;
}) {
  const t = useWords('merging');
  const { labelOf, textOf } = useRowWords();
  const id = useId();
  // The parts of a name are told where the names themselves are alike.
  const namesDiffer = row.fields[0] === 'nameAsWritten' && sides.left.nameAsWritten !== sides.right.nameAsWritten;
  const choice = (side: Side) => {
    const text = textOf(namesDiffer ? ['nameAsWritten'] : row.fields, sides[side]);
    return <FormControlLabel value={side} control={<Radio />} label={text === '' ? <em>{t('row.nothing')}</em> : text} sx={{ mr: 0, alignItems: 'flex-start', '& .MuiFormControlLabel-label': { pt: '9px', overflowWrap: 'anywhere', minWidth: 0, whiteSpace: 'pre-line' } }} />;
  };
  return (
    <RadioGroup
      aria-labelledby={id}
      value={sideOf(row, choices)}
      onChange={(event) => onChoose(event.target.value as Side | 'both')}
      sx={{ ...LINE, py: '3px', borderTop: 1, borderColor: 'divider' }}
    >
      <Box id={id} sx={{ fontWeight: 500, pt: '9px' }}>
        {labelOf(row)}
      </Box>
      {choice('left')}
      {choice('right')}
      {row.kind === 'texts' ? <FormControlLabel value="both" control={<Radio />} label={t('row.both')} sx={{ gridColumnStart: 2, mr: 0 }} /> : null}
    </RadioGroup>
  );
}
