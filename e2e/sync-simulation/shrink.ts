import type { SyncSchedule } from './schedule.ts';

/** Schedules that are tried in search of a smaller one. */
const MOST_TRIES = 80;

/** The schedule with as many events left out as can be while it still fails. */
export async function shrunk(schedule: SyncSchedule, fails: (smaller: SyncSchedule) => Promise<boolean>): Promise<SyncSchedule> {
  let tries = 0;
  let { events } = schedule;
  const stillFails = async (fewer: SyncSchedule['events']): Promise<boolean> => {
    tries += 1;
    return fails({ ...schedule, events: fewer });
  };
  for (let size = Math.ceil(events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < events.length && tries < MOST_TRIES; ) {
      const fewer = [...events.slice(0, at), ...events.slice(at + size)];
      if (await stillFails(fewer)) events = fewer;
      else at += size;
    }
  }
  return { ...schedule, events };
}
