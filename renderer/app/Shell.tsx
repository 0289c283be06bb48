import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useMemo, useRef, type ComponentType } from 'react';
import { Outlet } from 'react-router';
import { useDailyLook } from '../history/daily-look.ts';
import { AccentRow } from './accents/AccentRow.tsx';
import { AccentsProvider, useAccents } from './accents/accents.tsx';
import { useWords } from './language.tsx';
import { NARROW } from './narrow.ts';
import { NOTICE_ROOM } from './notice-room.ts';
import { Rail } from './Rail.tsx';
import { useShellKeys } from './shell-keys.ts';
import { TopBar } from './TopBar.tsx';
import { useUndo } from './use-undo.ts';
import type { Workplace } from './workplace.ts';

/** Rail, top bar, and the page between them; the page alone scrolls. */
export function Shell({ workplaces, Status, onLock }: { workplaces: readonly Workplace[]; Status: ComponentType | null; onLock: () => void }) {
  const t = useWords('shell');
  const { undo } = useUndo();
  useDailyLook();
  const searchField = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLElement>(null);
  useShellKeys(
    useMemo(
      () => ({
        search: () => searchField.current?.select(),
        lock: onLock,
        undo: () => void undo(),
      }),
      [onLock, undo],
    ),
  );
  return (
    <AccentsProvider>
      <Box sx={{ height: '100%', display: 'flex', [NARROW]: { display: 'block', height: 'auto' }, '@media print': { display: 'block', height: 'auto' } }}>
        <Link
          href="#page"
          className="no-print"
          onClick={(event) => {
            event.preventDefault();
            page.current?.focus();
          }}
          sx={{ position: 'absolute', left: 16, top: -100, zIndex: 1500, bgcolor: 'background.paper', p: '10px 16px', '&:focus': { top: 8 } }}
        >
          {t('skip')}
        </Link>
        <Rail workplaces={workplaces} />
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', '@media print': { display: 'block' } }}>
          <TopBar searchField={searchField} onLock={onLock} Status={Status} />
          <Box
            ref={page}
            id="page"
            component="main"
            tabIndex={-1}
            sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: '28px', pt: '16px', pb: `calc(16px + ${NOTICE_ROOM})`, scrollPaddingBottom: NOTICE_ROOM, [NARROW]: { px: '16px', height: '100vh' }, '@media print': { overflow: 'visible', p: 0 } }}
          >
            <Outlet />
          </Box>
          <WantedAccents />
        </Box>
      </Box>
    </AccentsProvider>
  );
}

function WantedAccents() {
  return useAccents().row.isOn ? <AccentRow /> : null;
}
