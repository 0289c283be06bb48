import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useWords } from '../app/language.tsx';
import { PrimaryButton, QuietButton } from '../ui/Buttons.tsx';

/** Asks once more before something is deleted for good: one of the few things that cannot be undone (domain §6.3). */
export function ConfirmErase({ name, open, busy, onErase, onKeep }: { name: string; open: boolean; busy: boolean; onErase: () => void; onKeep: () => void }) {
  const t = useWords('history');
  const id = useId();
  return (
    <Dialog open={open} onClose={onKeep} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} maxWidth="xs" fullWidth>
      <DialogTitle id={`${id}-title`} component="h2" variant="h2" sx={{ pb: 1 }}>
        {t('bin.confirm.title')}
      </DialogTitle>
      <DialogContent sx={{ pb: 1 }}>
        <Typography id={`${id}-text`} sx={{ overflowWrap: 'anywhere' }}>
          {t('bin.confirm.text', { name })}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5, gap: 1, flexWrap: 'wrap' }}>
        <QuietButton autoFocus onClick={onKeep}>
          {t('bin.confirm.no')}
        </QuietButton>
        <PrimaryButton disabled={busy} onClick={onErase}>
          {t('bin.confirm.yes')}
        </PrimaryButton>
      </DialogActions>
    </Dialog>
  );
}
