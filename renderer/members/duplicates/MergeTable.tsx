import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Person } from '../../../shared/domain/person.ts';
import type { MergeChoices, MergeRow } from '../../../shared/names/merging/merge-rows.ts';
import { dayInWords } from '../../../shared/words/moment.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { NARROW } from '../../app/narrow.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';
import { ListRow } from './ListRow.tsx';
import { LINE, useRowWords } from './row-words.tsx';

/** Every field of two records, one line each: what differs to choose, lists to tick, what is the same folded away. */
export function MergeTable({ left, right, rows, choices, onChoose }: { left: Person; right: Person; rows: readonly MergeRow[]; choices: MergeChoices; onChoose: (next: MergeChoices) => void }) {
  const t = useWords('merging');
  const { labelOf, textOf } = useRowWords();
  const [open, setOpen] = useState(false);
  const same = rows.filter(({ kind }) => kind === 'same');
  const sides = { left, right };
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2 }}>
      <Box sx={{ ...LINE, py: 1.5, [NARROW]: { display: 'none' } }} aria-hidden>
        <span />
        <RecordHead person={left} />
        <RecordHead person={right} />
      </Box>
      {rows.map((row) => {
        const [field] = row.fields;
        switch (row.kind) {
          case 'choice':
          case 'texts':
            return <ChoiceRow key={field} row={row} sides={sides} choices={choices} onChoose={(side) => onChoose({ ...choices, sides: { ...choices.sides, [field]: side } })} />;
          case 'list':
            return (
              <ListRow
                key={field}
                row={row}
                choices={choices}
                onTick={(name, comes) => {
                  const without = new Set(choices.without);
                  if (comes) without.delete(name);
                  else without.add(name);
                  onChoose({ ...choices, without });
                }}
              />
            );
          case 'protected':
            return (
              <Box key={field} sx={{ ...LINE, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
                <Typography sx={{ fontWeight: 500 }}>{labelOf(row)}</Typography>
                <Typography sx={{ gridColumn: '2 / -1', [NARROW]: { gridColumn: 'auto' } }}>
                  <strong>{textOf([field], { [field]: row.value })}</strong> · {t('row.protects')}
                </Typography>
              </Box>
            );
          case 'same':
            return null;
        }
      })}
      {same.length === 0 ? null : (
        <Disclosure wide title={t('row.same', { count: same.length })} open={open} onToggle={() => setOpen(!open)}>
          <Box component="dl" sx={{ m: 0 }}>
            {same.map((row) => (
              <Box key={row.fields[0]} sx={{ ...LINE, py: 0.5 }}>
                <Box component="dt" sx={{ fontWeight: 500 }}>
                  {labelOf(row)}
                </Box>
                <Box component="dd" sx={{ m: 0, gridColumn: '2 / -1', overflowWrap: 'anywhere', [NARROW]: { gridColumn: 'auto' } }}>
                  {textOf(row.fields, left)}
                </Box>
              </Box>
            ))}
          </Box>
        </Disclosure>
      )}
    </Box>
  );
}

/** Which record a column is: its name and where it came from. */
function RecordHead({ person }: { person: Person }) {
  const t = useWords('members');
  const { lang } = useLanguage();
  const { createdAt, source } = person;
  const date = createdAt === undefined ? '' : dayInWords(new Date(createdAt), lang);
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Typography sx={{ fontWeight: 700 }}>{person.nameAsWritten}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {date === '' ? '' : t(source?.kind === 'import' ? 'person.since.import' : source?.kind === 'sheet' ? 'person.since.sheet' : 'person.since.typed', { date })}
      </Typography>
    </Box>
  );
}
