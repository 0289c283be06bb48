import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useWords } from '../app/language.tsx';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';

/** Asks once more before almost everything of this PC is deleted: it cannot be undone (domain §6.3). */
export function ConfirmGoOn({ count, open, onGoOn, onKeep }: { count: number; open: boolean; onGoOn: () => void; onKeep: () => void }) {
  const t = useWords('sync');
  const id = useId();
  return (
    <Dialog open={open} onClose={onKeep} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id} component="h2" variant="h2">
        {t('guard.mass-deletion.confirm', { count })}
      </DialogTitle>
      <DialogActions sx={{ px: 3, pb: 2.5, gap: 1, flexWrap: 'wrap' }}>
        <QuietButton autoFocus onClick={onKeep}>
          {t('guard.keep')}
        </QuietButton>
        <PrimaryButton onClick={onGoOn}>{t('guard.mass-deletion.goOn')}</PrimaryButton>
      </DialogActions>
    </Dialog>
  );
}
