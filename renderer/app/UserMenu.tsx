import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { BIN, TODAY } from '../history/paths.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { AccentChoices } from './accents/AccentChoices.tsx';
import { useChapter } from './chapter.tsx';
import { useWords } from './language.tsx';
import { useLook } from './look.tsx';

const KEYS = [
  ['search', 'F3'],
  ['lock', 'F12'],
  ['undo', 'Ctrl+Z'],
  ['restore', 'Esc'],
  ['edit', 'F2'],
  ['print', 'F9'],
] as const;

/** Who sits here: what they changed today, the bin, how the app looks on this PC, help with accents, and the keys that work everywhere. */
export function UserMenu() {
  const t = useWords('shell');
  const h = useWords('history');
  const { user } = useChapter();
  const { look, setLook } = useLook();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const first = user.name.trim().split(/\s+/)[0] ?? user.name;
  return (
    <>
      <Button
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandMoreOutlined />}
        aria-label={t('user.menu', { name: user.name })}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        sx={{ color: 'text.primary', textDecoration: 'none', minWidth: 0, maxWidth: 150, '&:hover': { textDecoration: 'none' } }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {first}
        </Box>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { width: 320, p: 2, mt: '6px' } } }}
      >
        <Typography id={id} variant="h2" component="h2" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
          {user.name}
        </Typography>
        <Box component="nav" aria-labelledby={id} sx={{ display: 'grid', justifyItems: 'start', rowGap: '4px', mb: 2 }}>
          {([[TODAY, 'today'], [BIN, 'bin']] as const).map(([path, what]) => (
            <Box component={Link} key={what} to={path} onClick={() => setAnchor(null)} sx={{ minHeight: 32, display: 'flex', alignItems: 'center' }}>
              {h(`menu.${what}`)}
            </Box>
          ))}
        </Box>
        <ChoiceField
          label={t('user.look')}
          choices={[
            { value: 'warm', label: t('user.warm') },
            { value: 'contrast', label: t('user.contrast') },
          ]}
          value={look}
          onChange={(next) => {
            if (next !== '') setLook(next);
          }}
        />
        <AccentChoices />
        <Typography component="h3" variant="body2" sx={{ fontWeight: 500, mt: 2, mb: '4px' }}>
          {t('user.keys')}
        </Typography>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: '4px' }}>
          {KEYS.map(([what, key]) => (
            <Box key={what} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ fontWeight: 700 }}>
                {key}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {t(`keys.${what}`)}
              </Box>
            </Box>
          ))}
        </Box>
      </Popover>
    </>
  );
}
