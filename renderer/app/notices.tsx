import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefCallback } from 'react';
import { Notice, type NoticeKind } from '../ui/Notice.tsx';
import { useWords } from './language.tsx';
import { keepNoticeRoom, NOTICE_EDGE } from './notice-room.ts';

/** How long a notice of something that went well stays, in ms; the others stay until they are closed. */
const GOOD_STAYS = 6_000;

interface Told {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly action?: ReactNode;
}

interface Notices {
  /** Shows a sentence above the page's foot. The same sentence is shown once. `action` is a button. */
  readonly tell: (kind: NoticeKind, text: string, action?: ReactNode) => void;
  /** Takes every notice away, such as after its button was pressed. */
  readonly clear: () => void;
}

const NoticesContext = createContext<Notices | null>(null);

/** React calls it with null too where nothing is to be ended. */
const keepRoom: RefCallback<HTMLElement> = (box) => (box === null ? undefined : keepNoticeRoom(box));

/** Shows what screens tell: things that went well for a moment, the others until they are closed. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const t = useWords('shell');
  const [told, setTold] = useState<readonly Told[]>([]);
  const count = useRef(0);
  const close = useCallback((id: number) => setTold((all) => all.filter((one) => one.id !== id)), []);
  const tell = useCallback((kind: NoticeKind, text: string, action?: ReactNode) => {
    count.current += 1;
    const id = count.current;
    setTold((all) => [...all.filter((one) => one.text !== text), { id, kind, text, action }].slice(-3));
  }, []);
  const clear = useCallback(() => setTold([]), []);
  useEffect(() => {
    const good = told.find((one) => one.kind === 'good' || one.kind === 'info');
    if (good === undefined) return undefined;
    const leaves = setTimeout(() => close(good.id), GOOD_STAYS);
    return () => clearTimeout(leaves);
  }, [told, close]);
  const notices = useMemo(() => ({ tell, clear }), [tell, clear]);
  return (
    <NoticesContext value={notices}>
      {children}
      <Box ref={keepRoom} sx={{ position: 'fixed', bottom: NOTICE_EDGE, right: NOTICE_EDGE, width: 'min(560px, calc(100vw - 32px))', display: 'grid', gap: 1, zIndex: 1400 }} className="no-print">
        {told.map((one) => (
          <Notice
            key={one.id}
            kind={one.kind}
            action={
              <>
                {one.action}
                <IconButton aria-label={t('notice.close')} onClick={() => close(one.id)} sx={{ width: 36, height: 36, my: '1px' }}>
                  <CloseOutlined fontSize="small" />
                </IconButton>
              </>
            }
          >
            {one.text}
          </Notice>
        ))}
      </Box>
    </NoticesContext>
  );
}

/** The way to tell people something that no field or page can show. */
export function useNotices(): Notices {
  const notices = use(NoticesContext);
  if (notices === null) throw new Error('useNotices outside of NoticesProvider');
  return notices;
}
