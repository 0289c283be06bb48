import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { StatusChange } from '../../../../shared/domain/institution-changes.ts';
import { dateInWords } from '../../../../shared/words/date.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { TextButton } from '../../../ui/Buttons.tsx';
import { useDeciderWords } from './use-decider-words.ts';
import { useStatusWords } from '../use-status-words.ts';

/** Every change of state, the latest first, with the way to mend or take back each. */
export function StandingHistory({ changes, onOpen }: { changes: readonly StatusChange[]; onOpen: (id: string) => void }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const words = useStatusWords();
  const decider = useDeciderWords();
  return (
    <Box component="ol" aria-label={t('standing.history')} sx={{ listStyle: 'none', m: 0, p: 0, mt: 1.5, borderTop: 1, borderColor: 'divider' }}>
      {changes.map((change) => {
        const status = words(change.status, change);
        const why = [decider(change.decidedBy), change.reason].filter(Boolean).join(' · ');
        return (
          <Box component="li" key={change.id} sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 0.5, borderBottom: 1, borderColor: 'divider' }}>
            <Typography className="figures" sx={{ minWidth: 200, color: 'text.secondary' }}>
              {dateInWords(change.on, lang)}
            </Typography>
            <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {status}
              {why === '' ? null : (
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary', display: 'block' }}>
                  {why}
                </Typography>
              )}
            </Typography>
            <TextButton aria-label={t('change.editWhat', { what: status })} onClick={() => onOpen(change.id)}>
              {t('change.edit')}
            </TextButton>
          </Box>
        );
      })}
    </Box>
  );
}
