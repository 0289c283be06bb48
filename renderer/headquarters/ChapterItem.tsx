import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ChapterRow } from '../../shared/sync/chapter-list.ts';
import { useWords } from '../app/language.tsx';
import { SavedTextField } from '../ui/SavedTextField.tsx';
import { DeviceItem } from './DeviceItem.tsx';
import { Figures } from './Figures.tsx';
import { Silence } from './Silence.tsx';

const COLLECTIONS = ['people', 'institutions', 'gatherings', 'sheets'] as const;
/** Enough of a chapter's random id to tell it from the others. */
const SHORT = 6;

/** One chapter: its name and silence, its figures, and below, when it is opened, its computers. */
export function ChapterItem({ row, onRename }: { row: ChapterRow; onRename: (name: string) => Promise<void> }) {
  const t = useWords('headquarters');
  const id = useId();
  const [open, setOpen] = useState(false);
  const name = row.name ?? t('chapter.unnamed', { code: row.chapter.slice(0, SHORT) });
  const totals = COLLECTIONS.flatMap((one) => {
    const count = row.totals[one];
    return count === undefined ? [] : [t(`total.${one}`, { count })];
  });
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1, px: 2, py: 1.5 }}>
        <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
          <Typography component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            <ButtonBase
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setOpen(!open)}
              sx={{ font: 'inherit', textAlign: 'left', gap: 1, ml: '-4px', px: '4px', minHeight: 32, borderRadius: 1, '&:hover': { bgcolor: 'action.hover' } }}
            >
              <ExpandMoreOutlined aria-hidden sx={{ flexShrink: 0, transform: open ? undefined : 'rotate(-90deg)' }} />
              {name}
            </ButtonBase>
          </Typography>
          <Box sx={{ pl: '32px' }}>
            <Silence silentFor={row.silentFor} />
          </Box>
        </Box>
        <Figures row={row} />
      </Box>
      {open ? (
        <Box id={id} sx={{ px: 2, pb: 2, pl: '48px' }}>
          {totals.length === 0 ? null : (
            <Typography className="figures" sx={{ mb: 1 }}>
              {totals.join(' · ')}
            </Typography>
          )}
          {row.devices.length === 0 ? null : (
            <Box component="ul" aria-label={t('device.label', { name })} sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {row.devices.map((device) => (
                <DeviceItem key={device.device} device={device} />
              ))}
            </Box>
          )}
          {row.isNamed ? null : (
            <Box sx={{ maxWidth: 400, mt: 2 }}>
              <SavedTextField label={t('chapter.name')} hint={t('chapter.nameHint')} maxLength={80} value={row.name ?? ''} onSave={onRename} />
            </Box>
          )}
        </Box>
      ) : null}
    </Box>
  );
}
