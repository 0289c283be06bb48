import Box from '@mui/material/Box';
import { useState } from 'react';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useWords } from '../../app/language.tsx';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { Section } from '../../ui/Section.tsx';
import { lineLabel } from './line-names.ts';
import type { TypingRow } from './typing-row.ts';
import type { Lookups } from './typing-state.ts';

/** The lines that were put off, with whom they may mean (domain §6.5 step 4): choose, make new, or leave them waiting. */
export function LaterList({
  rows,
  sheet,
  lookups,
  onSettle,
  onLook,
}: {
  rows: readonly TypingRow[];
  sheet: Sheet;
  lookups: Lookups;
  /** `person` null makes a new one. `index` is the line's in `rows`. */
  onSettle: (index: number, person: string | null) => void;
  onLook: (index: number) => void;
}) {
  const t = useWords('typing');
  const [left, leave] = useState<ReadonlySet<number>>(new Set());
  const waiting = rows.flatMap((row, index) => (row.decision?.state === 'later' && !left.has(row.n) ? [{ row, index }] : []));
  if (waiting.length === 0) return null;
  return (
    <Section title={t('later.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {waiting.map(({ row, index }) => (
          <Box component="li" key={row.n} sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}>
            <Box sx={{ fontWeight: 700, mb: 1 }}>{row.name.trim() === '' ? t('later.noName', { line: lineLabel(row.n, sheet) }) : t('later.line', { line: lineLabel(row.n, sheet), name: row.name })}</Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {lookups.people(row.name).map((choice) => (
                <QuietButton key={choice.id} onClick={() => onSettle(index, choice.id)}>
                  {[choice.label, choice.detail].filter((text) => text !== '').join(' · ')}
                </QuietButton>
              ))}
              {row.name.trim() === '' ? null : <TextButton onClick={() => onSettle(index, null)}>{t('later.new')}</TextButton>}
              <TextButton onClick={() => onLook(index)}>{t('later.look')}</TextButton>
              <TextButton onClick={() => leave(new Set([...left, row.n]))}>{t('later.leave')}</TextButton>
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
