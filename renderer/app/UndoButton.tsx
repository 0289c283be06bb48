import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { QuietButton } from '../ui/Buttons.tsx';
import { useUndo } from './use-undo.ts';
import { useWords } from './language.tsx';

/** "Undo" at the rail's foot, and under it what would be taken back. Not there while there is nothing to undo. */
export function UndoButton() {
  const t = useWords('shell');
  const { label, undo } = useUndo();
  if (label === null) return null;
  return (
    <Box sx={{ p: '12px', borderTop: 1, borderColor: 'divider' }}>
      <QuietButton fullWidth startIcon={<UndoOutlined />} onClick={() => void undo()} aria-keyshortcuts="Control+Z" aria-describedby="undo-what">
        {t('undo.action')}
      </QuietButton>
      <Typography
        id="undo-what"
        variant="caption"
        component="p"
        sx={{ m: 0, mt: '6px', color: 'text.secondary', overflowWrap: 'anywhere', display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}
      >
        {label}
      </Typography>
    </Box>
  );
}
