import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlank';
import CheckBoxOutlined from '@mui/icons-material/CheckBoxOutlined';
import Box from '@mui/material/Box';
import { useWords } from '../../app/language.tsx';
import type { LineNames } from './line-names.ts';
import type { TypingRow } from './typing-row.ts';

/** The box before a printed name, ticked when that person came. */
export function PrintedBox({ came }: { came: boolean }) {
  const Icon = came ? CheckBoxOutlined : CheckBoxOutlineBlank;
  return <Icon aria-hidden sx={{ fontSize: 26, mr: 1, flexShrink: 0, color: came ? 'primary.main' : 'text.secondary' }} />;
}

/** What was decided, in a word; colour only underlines it. */
export function DecisionWord({ row, names }: { row: TypingRow; names: LineNames }) {
  const t = useWords('typing');
  const { decision } = row;
  if (decision === undefined) return null;
  const person = 'person' in decision ? decision.person : undefined;
  const other = person === undefined ? undefined : names.otherLine(person, row.n);
  if (other !== undefined) {
    return (
      <Box component="span" sx={{ color: 'warning.main', fontSize: '0.875rem', fontWeight: 500, lineHeight: '16px' }}>
        {t(other.here ? 'mark.twiceHere' : 'mark.twice', { line: other.label, code: other.code })}
      </Box>
    );
  }
  if (decision.state === 'linked' || decision.state === 'anonymous' || decision.state === 'unreadable') return null;
  return (
    <Box component="span" sx={{ color: decision.state === 'later' ? 'secondary.main' : 'success.main', fontSize: '0.875rem', fontWeight: 700, ml: 'auto' }}>
      {t(`mark.${decision.state}`)}
    </Box>
  );
}

/** The name of a line to read: who came, or what stands there instead of a name. */
export function LineMark({ row, names }: { row: TypingRow; names: LineNames }) {
  const t = useWords('typing');
  const { decision, printed } = row;
  const came = decision?.state === 'linked' && names.isSame(decision.person, printed);
  const asPrinted = printed !== undefined && (decision === undefined || came);
  const quiet = decision?.state === 'unreadable' || decision?.state === 'anonymous' ? t(`mark.${decision.state}`) : '';
  const text = asPrinted ? names.printed(printed) : decision?.state === 'linked' ? names.person(decision.person) : row.name;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 26 }}>
      {asPrinted ? <PrintedBox came={came} /> : null}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 0.5 }}>
        <Box component="span" sx={{ overflowWrap: 'anywhere', color: asPrinted && !came ? 'text.secondary' : 'text.primary' }}>
          {text} {quiet === '' ? null : <em>{quiet}</em>}
        </Box>
        <DecisionWord row={row} names={names} />
      </Box>
    </Box>
  );
}
