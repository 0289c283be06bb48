import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { ImportPlan, PlannedPerson } from '../../../shared/import/plan.ts';
import { displayName } from '../../../shared/names/name-parts.ts';
import { useDirectory } from '../../app/directory.tsx';
import { useWords } from '../../app/language.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';

const ROW = 56;
/** Rows that are seen at once before a list scrolls by itself. */
const SEEN = 5;

type Part = 'people' | 'institutions' | 'problems' | 'alike';

interface Line {
  readonly key: string;
  readonly big: string;
  readonly small: string;
}

/** What an import would do, in four counts that open into their rows. */
export function PlanLists({ plan, saveRefused }: { plan: ImportPlan; saveRefused: ReactNode }) {
  const t = useWords('import');
  const directory = useDirectory();
  const [open, setOpen] = useState<Part | null>(null);
  const byRow = new Map(plan.people.map((person) => [person.row, person]));
  const rowText = (row: number): string => t('screen.check.row', { row });
  const alike = plan.people.filter((person) => person.sameAs.length > 0);
  const likeText = (person: PlannedPerson): string => {
    const [first] = person.sameAs;
    if (first === undefined) return '';
    const entry = first.id === undefined ? undefined : directory.get(first.id);
    const there = first.row === undefined ? undefined : byRow.get(first.row);
    const who = entry !== undefined ? displayName(entry) : there === undefined ? '' : `${there.fields.nameAsWritten} (${rowText(there.row)})`;
    return [`${t(`band.${first.band}`)}: ${who}`, ...first.reasons.slice(0, 2).map((reason) => t(`match.${reason}`))].join(' · ');
  };
  const lines: Readonly<Record<Part, () => readonly Line[]>> = {
    people: () => plan.people.map((person) => ({ key: `${person.row}`, big: person.fields.nameAsWritten, small: [rowText(person.row), person.institutionName].filter(Boolean).join(' · ') })),
    institutions: () => plan.institutions.map(({ key, name, people }) => ({ key, big: name, small: t('screen.check.peopleThere', { count: people }) })),
    problems: () => plan.problems.map(({ row, reason, cells }) => ({ key: `${row}`, big: `${rowText(row)}: ${t(`reason.${reason}`)}`, small: cells.filter((cell) => cell.trim() !== '').join(' · ') })),
    alike: () => alike.map((person) => ({ key: `${person.row}`, big: `${person.fields.nameAsWritten} (${rowText(person.row)})`, small: likeText(person) })),
  };
  const counts = { people: plan.people.length, institutions: plan.institutions.length, problems: plan.problems.length, alike: alike.length };
  const parts: readonly Part[] = ['people', 'institutions', 'problems', 'alike'];
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider' }}>
      {parts.map((part) =>
        counts[part] === 0 ? (
          <Typography key={part} sx={{ borderTop: 1, borderColor: 'divider', px: 0.5, py: 2, color: 'text.secondary' }}>
            {t(`screen.check.none.${part}`)}
          </Typography>
        ) : (
          <Disclosure key={part} wide level="h2" title={t(`screen.check.${part}`, { count: counts[part] })} open={open === part} onToggle={() => setOpen(open === part ? null : part)}>
            {part === 'alike' ? <Typography sx={{ color: 'text.secondary' }}>{t('screen.check.alikeWhat')}</Typography> : null}
            {part === 'problems' ? saveRefused : null}
            <LineList lines={lines[part]()} label={t(`screen.check.${part}`, { count: counts[part] })} />
          </Disclosure>
        ),
      )}
    </Box>
  );
}

function LineList({ lines, label }: { lines: readonly Line[]; label: string }) {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return (
    <Box sx={{ height: Math.min(lines.length, SEEN) * ROW + 2, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
      <VirtualList
        items={lines}
        keyOf={(line) => line.key}
        textOf={(line) => `${line.big}. ${line.small}`}
        label={label}
        rowHeight={ROW}
        // Nothing opens before the import: these rows are only looked at.
        onOpen={() => undefined}
        row={(line) => (
          <Box sx={{ px: 1.5, py: 0.75 }}>
            <Typography sx={{ ...cut, lineHeight: '22px' }}>{line.big}</Typography>
            <Typography variant="body2" sx={{ ...cut, color: 'text.secondary', lineHeight: '20px' }}>
              {line.small}
            </Typography>
          </Box>
        )}
      />
    </Box>
  );
}
