import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Person } from '../../../shared/domain/person.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import { useDirectory } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { useRowWords } from '../duplicates/row-words.tsx';
import { addedByRow, type JoinableRow } from './joinable.ts';

/** Rows that are drawn at once. */
const PAGE = 50;

/** Rows that may be people of the chapter: what each would add is shown before it is ticked; none is ticked by itself. */
export function JoinRows({ rows, joined, onChange }: { rows: readonly JoinableRow[]; joined: ReadonlyMap<number, string>; onChange: (joined: ReadonlyMap<number, string>) => void }) {
  const t = useWords('import');
  const [shown, setShown] = useState(PAGE);
  const some = rows.slice(0, shown);
  const found = useLiveQuery('people', { selector: { id: { $in: some.map(({ id }) => id) } } });
  const people = new Map((found ?? []).map((person) => [person.id, person]));
  const probable = rows.filter(({ isProbable }) => isProbable);
  const tick = ({ planned, id }: JoinableRow, on: boolean): void => {
    const next = new Map(joined);
    if (on) next.set(planned.row, id);
    else next.delete(planned.row);
    onChange(next);
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography sx={{ color: 'text.secondary' }}>{t('screen.join.what')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {probable.length > 0 ? <TextButton onClick={() => onChange(new Map([...joined, ...probable.map(({ planned, id }) => [planned.row, id] as const)]))}>{t('screen.join.tickAll', { count: probable.length })}</TextButton> : null}
        {joined.size > 0 ? <TextButton onClick={() => onChange(new Map())}>{t('screen.join.untick')}</TextButton> : null}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, maxHeight: 400, overflowY: 'auto' }}>
        {some.map((row) => (
          <JoinableItem key={row.planned.row} row={row} person={people.get(row.id)} isTicked={joined.has(row.planned.row)} onTick={(on) => tick(row, on)} />
        ))}
      </Box>
      {rows.length > shown ? <TextButton onClick={() => setShown(shown + PAGE)}>{t('screen.join.more')}</TextButton> : null}
    </Box>
  );
}

function JoinableItem({ row: { planned, id, isProbable }, person, isTicked, onTick }: { row: JoinableRow; person: Person | undefined; isTicked: boolean; onTick: (on: boolean) => void }) {
  const t = useWords('import');
  const directory = useDirectory();
  const { labelOf, textOf } = useRowWords();
  const entry = directory.get(id);
  const added = person === undefined ? [] : addedByRow(person, planned).map(({ field, value }) => t('screen.join.field', { field: labelOf({ fields: [field] }), value: textOf([field], { [field]: value }) }));
  const place = planned.institution !== null && 'key' in planned.institution ? [t('screen.join.institution', { name: planned.institutionName })] : [];
  const all = [...added, ...place];
  const name = `${planned.fields.nameAsWritten} (${t('screen.check.row', { row: planned.row })})`;
  return (
    <Box component="li" sx={{ px: 1.5, py: 0.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <FormControlLabel label={t('screen.join.is', { row: name, who: entry === undefined ? '' : displayName(entry) })} control={<Checkbox checked={isTicked} onChange={(event) => onTick(event.target.checked)} />} />
      <Typography variant="body2" sx={{ color: 'text.secondary', pl: '42px', pb: 0.5, overflowWrap: 'anywhere' }}>
        {[t(`band.${isProbable ? 'probably' : 'maybe'}`), all.length === 0 ? t('screen.join.nothing') : t('screen.join.adds', { what: all.join(' · ') })].join(' · ')}
      </Typography>
    </Box>
  );
}
