import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { PartialDate } from '../../../shared/domain/record.ts';
import type { Sheet } from '../../../shared/domain/sheet.ts';
import { compareDates } from '../../../shared/words/date.ts';

/** A meeting whose sheet names a person. */
export interface Sighting {
  readonly meeting: Meeting;
  /** Number of the line on paper. */
  readonly row: number;
}

/** The meetings at which sheets name a person by any of these ids, latest first; each meeting once, however many lines name them. */
export function sightingsOf(ids: readonly string[], sheets: readonly Sheet[], meetings: readonly Meeting[]): Sighting[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const seen = new Map<string, Sighting>();
  for (const sheet of sheets) {
    const row = sheet.rows.find(({ person, state }) => person !== undefined && ids.includes(person) && (state === 'linked' || state === 'new'));
    const meeting = byId.get(sheet.meeting);
    if (row !== undefined && meeting !== undefined && !seen.has(meeting.id)) seen.set(meeting.id, { meeting, row: row.n });
  }
  return [...seen.values()].sort((one, other) => compareDates(dateOf(other.meeting), dateOf(one.meeting)));
}

/** A meeting without a date comes after all the others. */
function dateOf(meeting: Meeting): PartialDate {
  return meeting.date ?? { y: 0 };
}
