import { useCallback, useEffect } from 'react';
import { accessOf, type AccessEnd } from '../../shared/store/chapter-access.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { QuietButton } from '../ui/Buttons.tsx';
import { useProblemSentence } from '../ui/use-problem-sentence.ts';
import { ChapterProvider } from './chapter.tsx';
import { ChapterRouter } from './ChapterRouter.tsx';
import { DirectoryProvider } from './directory.tsx';
import { useIdleLock } from './idle-lock.ts';
import { useWords } from './language.tsx';
import { useNotices } from './notices.tsx';
import { SearchProvider } from './search.tsx';
import { KeepProtected } from '../members/duplicates/KeepProtected.tsx';
import { flushUnsaved } from './unsaved.ts';
import type { ShellParts } from './workplace.ts';

/** An opened chapter until it is locked. Locking first writes what is half typed (domain §6.3, §6.9). */
export function OpenChapter({ chapter, parts, onClose }: { chapter: OpenedChapter; parts: ShellParts; onClose: (end?: AccessEnd) => void }) {
  const t = useWords('shell');
  const { tell, clear } = useNotices();
  const sentence = useProblemSentence();
  const lock = useCallback(() => {
    flushUnsaved().then(() => onClose(), (problem: unknown) => {
      const anyway = (
        <QuietButton
          onClick={() => {
            clear();
            onClose();
          }}
        >
          {t('lock.anyway')}
        </QuietButton>
      );
      tell('wrong', t('lock.unsaved', { sentence: sentence(problem) }), anyway);
    });
  }, [onClose, tell, clear, t, sentence]);
  // Nobody sits here any more: the names in the list weigh more than a field that cannot be written.
  const lockUnattended = useCallback(() => {
    const close = (): void => onClose();
    flushUnsaved().then(close, close);
  }, [onClose]);
  useIdleLock(lockUnattended);
  useEffect(() => {
    const end = (why: AccessEnd): void => {
      const close = (): void => onClose(why);
      flushUnsaved().then(close, close);
    };
    return accessOf(chapter)?.onEnd(end);
  }, [chapter, onClose]);
  // What was told here may name people; the lock screen must not show it.
  useEffect(() => clear, [clear]);
  useEffect(() => {
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') flushUnsaved().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', onHide);
    return () => document.removeEventListener('visibilitychange', onHide);
  }, []);
  return (
    <ChapterProvider chapter={chapter}>
      <DirectoryProvider>
        <KeepProtected />
        <SearchProvider>
          <ChapterRouter workplaces={parts.workplaces} Status={parts.Status} onLock={lock} />
        </SearchProvider>
      </DirectoryProvider>
    </ChapterProvider>
  );
}
