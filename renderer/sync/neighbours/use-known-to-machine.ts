import { useEffect } from 'react';
import { useChapter } from '../../app/chapter.tsx';
import { useHost } from '../../app/host.tsx';
import { useSettings } from '../../office/use-settings.ts';
import { keepKnown } from './known-to-machine.ts';

/** While a chapter is open, the machine can find its other PCs and let them in; a practice chapter's are nobody's. */
export function useKnownToMachine(): void {
  const chapter = useChapter();
  const host = useHost();
  const settings = useSettings();
  const isReal = settings !== undefined && settings !== null && settings.practice !== true;
  useEffect(() => (isReal ? keepKnown(chapter, host) : undefined), [chapter, host, isReal]);
}
