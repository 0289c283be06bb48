import Box from '@mui/material/Box';
import { useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { FailedLine } from '../../ui/FailedLine.tsx';
import type { SheetCounts } from './sheet-counts.ts';
import type { WriterState } from './sheet-writer.ts';

/** The count in words: "23 of 25 · 4 new · 2 later", and at the end "25 of 25 ✓" (domain §6.5 step 6). */
export function useCountWords(): (counts: SheetCounts) => string {
  const t = useWords('typing');
  return ({ typed, lines, fresh, later }) =>
    [
      lines === undefined ? t('count.typed', { count: typed }) : typed >= lines ? t('count.done', { typed, lines }) : t('count.of', { typed, lines }),
      ...(fresh > 0 ? [t('count.new', { count: fresh })] : []),
      ...(later > 0 ? [t('count.later', { count: later })] : []),
    ].join(' · ');
}

/** At the right of the page: how far it is, and that it is saved. */
export function TypingCount({ counts, saving, onRetry, onLines }: { counts: SheetCounts; saving: WriterState; onRetry: () => void; onLines: () => void }) {
  const t = useWords('typing');
  const inWords = useCountWords();
  const done = counts.lines !== undefined && counts.typed >= counts.lines;
  return (
    <Box sx={{ textAlign: 'right' }}>
      <Box role="status" className="figures" sx={{ fontSize: '1.1875rem', lineHeight: '24px', fontWeight: 700, color: done ? 'success.main' : 'text.primary' }}>
        {inWords(counts)}
      </Box>
      <Box sx={{ fontSize: '0.9375rem', display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: 1 }}>
        {saving.kind === 'failed' ? (
          <Box sx={{ color: 'error.main', maxWidth: 420 }}>
            <FailedLine problem={saving.problem} onRetry={onRetry} />
          </Box>
        ) : (
          <Box component="span" sx={{ color: 'success.main' }}>
            {saving.kind === 'saved' ? t('saved') : t('saving')}
          </Box>
        )}
        <Box sx={{ '& .MuiButton-root': { minHeight: 28, py: 0, fontSize: '0.9375rem' } }}>
          <TextButton onClick={onLines}>{t('lines.change')}</TextButton>
        </Box>
      </Box>
    </Box>
  );
}
