import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';

export type NoticeKind = 'info' | 'good' | 'careful' | 'wrong';

const ICONS = { info: InfoOutlined, good: CheckCircleOutlined, careful: WarningAmberOutlined, wrong: ErrorOutlineOutlined };

/** A sentence people should see, with what to press next. 'wrong' is read out at once, the others when there is a pause. */
export function Notice({ kind = 'info', action, children }: { kind?: NoticeKind; action?: ReactNode; children: ReactNode }) {
  const { convoca: colours } = useTheme();
  const Icon = ICONS[kind];
  const colour = { info: colours.teal, good: colours.good, careful: colours.careful, wrong: colours.wrong }[kind];
  const tint = { info: colours.infoTint, good: colours.infoTint, careful: colours.carefulTint, wrong: colours.wrongTint }[kind];
  return (
    <Box
      role={kind === 'wrong' ? 'alert' : 'status'}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 1.5, rowGap: 1, px: 2, py: 1.5, border: 1, borderColor: colour, borderRadius: 1, bgcolor: tint }}
    >
      <Icon aria-hidden sx={{ color: colour, mt: '1px', flexShrink: 0 }} fontSize="small" />
      <Box sx={{ flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere', '&::first-letter': { textTransform: 'uppercase' } }}>{children}</Box>
      {action === undefined ? null : <Box sx={{ display: 'flex', gap: 1, my: '-6px', ml: 'auto', flexShrink: 0 }}>{action}</Box>}
    </Box>
  );
}
