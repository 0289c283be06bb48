import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { PartialDate } from '../../../shared/domain/record.ts';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { compareDates } from '../../../shared/words/date.ts';

/**
 * The latest date at which a sheet names each person, under any id that stands for them; the meeting `except` (the one
 * being typed) is left out.
 */
export function lastSeenDates(
  sheets: readonly Pick<Sheet, 'meeting' | 'rows'>[],
  meetings: readonly Pick<Meeting, 'id' | 'date'>[],
  except: string | null,
  survivorOf: (id: string) => string,
): ReadonlyMap<string, PartialDate> {
  const dates = new Map(meetings.map(({ id, date }) => [id, date]));
  const seen = new Map<string, PartialDate>();
  for (const { meeting, rows } of sheets) {
    const date = dates.get(meeting);
    if (date === undefined || meeting === except) continue;
    for (const row of rows) {
      if (row.person === undefined) continue;
      const person = survivorOf(row.person);
      const before = seen.get(person);
      if (before === undefined || compareDates(before, date) < 0) seen.set(person, date);
    }
  }
  return seen;
}
