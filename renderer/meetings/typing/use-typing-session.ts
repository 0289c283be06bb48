import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useHost } from '../../app/host.tsx';
import { useFlush } from '../../app/unsaved.ts';
import { chapterDesk } from './chapter-desk.ts';
import { TypingSession, type SessionView } from './typing-session.ts';
import { keepPlace } from './typing-place.ts';
import type { Lookups } from './typing-state.ts';

/** One page's typing for as long as its screen is open: follows the record, and writes what is left when the screen goes. */
export function useTypingSession(sheet: Sheet, startAt: number | undefined, lookups: Lookups, areaCode: string): { session: TypingSession; view: SessionView } {
  const chapter = useChapter();
  const { keep } = useHost();
  const area = useRef(areaCode);
  const [session] = useState(() => new TypingSession(sheet, startAt, lookups, chapterDesk(chapter, sheet.id, () => area.current)));
  const view = useSyncExternalStore(session.subscribe, session.view);
  useEffect(() => {
    area.current = areaCode;
    session.lookups = lookups;
  }, [session, lookups, areaCode]);
  useEffect(() => session.follow(sheet), [session, sheet]);
  useFlush(session.flush);
  useEffect(
    () => () => {
      // A failure has no screen left to show it; the lines stay on the paper.
      session.flush().catch(() => undefined);
    },
    [session],
  );
  const line = view.state.draft.n;
  useEffect(() => void keepPlace(keep, { sheet: sheet.id, code: sheet.code, line }), [keep, sheet.id, sheet.code, line]);
  return { session, view };
}
