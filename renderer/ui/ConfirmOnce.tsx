import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { useWords } from '../app/language.tsx';

/** The one question before something that cannot be undone (domain §6.3): what will happen, and its verb on the button. */
export function ConfirmOnce({
  open,
  title,
  verb,
  children,
  onConfirm,
  onCancel,
}: {
  open: boolean;
  title: string;
  verb: string;
  children: ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const t = useWords('common');
  const id = useId();
  return (
    <Dialog open={open} onClose={onCancel} aria-labelledby={id} aria-describedby={`${id}-text`} maxWidth="xs" fullWidth>
      <DialogTitle id={id} variant="h2" component="h2">
        {title}
      </DialogTitle>
      <DialogContent id={`${id}-text`}>{children}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="outlined" onClick={onCancel} autoFocus>
          {t('cancel')}
        </Button>
        <Button variant="contained" onClick={onConfirm}>
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
