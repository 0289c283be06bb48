import Typography from '@mui/material/Typography';
import { useWords } from '../app/language.tsx';
import type { DraftState } from './use-draft.ts';

/** "Saved ✓" beside a label, quietly; also read out, without taking the focus (domain §6.3). */
export function SavedMark({ state }: { state: DraftState }) {
  const t = useWords('common');
  const text = state === 'saved' ? t('field.saved') : state === 'saving' ? t('field.saving') : '';
  return (
    <Typography component="span" role="status" variant="caption" sx={{ color: 'success.main', minHeight: 20, whiteSpace: 'nowrap' }}>
      {text}
    </Typography>
  );
}
