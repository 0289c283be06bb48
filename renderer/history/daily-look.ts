import { useEffect } from 'react';
import type { Host } from '../../shared/host.ts';
import { isLookDue, lookIntoBin } from '../../shared/store/bin.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';

/** After opening: long enough that nobody waits for the screen any more. */
const FIRST_MS = 60_000;
/** A PC that is never turned off looks once a day all the same. */
const EVERY_MS = 3_600_000;
/** A server whose clock is further away than this makes the day doubtful. */
const DAY_MS = 24 * 3_600_000;

/** Empties the bin of what has lain in it for 30 days, once a day, while nobody needs the PC (domain §6.3). */
export function useDailyLook(): void {
  const chapter = useChapter();
  const host = useHost();
  useEffect(() => {
    let idle: number | undefined;
    const look = (): void => {
      idle = requestIdleCallback(() => void lookToday(chapter, host, new Date()).catch(() => undefined), { timeout: 10_000 });
    };
    const first = setTimeout(look, FIRST_MS);
    const regularly = setInterval(look, EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(regularly);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [chapter, host]);
}

/** Looks when it was not done today; a server that can be asked tells whether the clock is right. The ids that were erased. */
export async function lookToday(chapter: OpenedChapter, host: Pick<Host, 'app' | 'sync'>, now: Date): Promise<readonly string[]> {
  await chapter.ready;
  if (!(await isLookDue(chapter.pouch, now))) return [];
  const [{ builtAt }, peer] = await Promise.all([host.app.info(), host.sync.peer(chapter.database)]);
  const answer = peer === null ? null : await host.sync.probe(chapter.database);
  const isClockDoubted = answer !== null && (answer.ok ? Math.abs(answer.clockAhead) > DAY_MS : answer.problem === 'clock');
  return lookIntoBin(chapter, { now, builtAt, isClockDoubted });
}
