import { useEffect, useState } from 'react';
import type { Device } from '../../../shared/domain/office.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { stickStanding, type StickStanding } from '../../../shared/sync/bundle/stick-standing.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useHost } from '../../app/host.tsx';
import { useWords } from '../../app/language.tsx';
import { useLiveQuery } from '../../app/records.ts';
import { useSyncSession } from '../session-here.ts';
import { StickWork, type StickStage } from './stick-work.ts';

/** One a chapter, whoever looks. */
const works = new WeakMap<OpenedChapter, StickWork>();

/** The work with sticks in this chapter, and how far it is. */
export function useStickWork(): { readonly work: StickWork; readonly stage: StickStage } {
  const chapter = useChapter();
  const host = useHost();
  const work = works.get(chapter) ?? new StickWork(chapter, host.files);
  works.set(chapter, work);
  const [stage, show] = useState(work.stage.value);
  useEffect(() => {
    const following = work.stage.subscribe(show);
    return () => following.unsubscribe();
  }, [work]);
  const session = useSyncSession();
  useEffect(() => {
    // What a stick has brought waits to be sent, like what was typed.
    if (stage.at === 'read') session.recount().catch(() => undefined);
  }, [stage, session]);
  return { work, stage };
}

/** How this PC stands with the others by stick; read again whenever something was saved or read. Undefined until then. */
export function useStickStanding(stage: StickStage, removed: ReadonlySet<string> | undefined): StickStanding | undefined {
  const { pouch } = useChapter();
  const [standing, show] = useState<StickStanding>();
  const rests = stage.at !== 'saving' && stage.at !== 'reading';
  useEffect(() => {
    if (!rests || !removed) return undefined;
    let gone = false;
    stickStanding(pouch, removed)
      .then((found) => gone || show(found))
      // The chapter was locked meanwhile.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [pouch, rests, stage, removed]);
  return standing;
}

/** The chapter's PCs: what people call them, and those that were taken out. */
export interface Computers {
  readonly nameOf: (device: string) => string;
  readonly removed: ReadonlySet<string> | undefined;
}

export function useComputers(): Computers {
  const t = useWords('stick');
  const found = useLiveQuery('office', { selector: { kind: 'device' } }, 'with-bin') as readonly Device[] | undefined;
  const [removed, setRemoved] = useState<ReadonlySet<string>>();
  const gone = found?.filter((device) => device.removed).map(({ id }) => id).sort().join(' ');
  useEffect(() => {
    if (gone !== undefined) setRemoved(new Set(gone.split(' ').filter(Boolean)));
  }, [gone]);
  return { nameOf: (device) => found?.find(({ id }) => id === device)?.name || t('otherComputer'), removed };
}
