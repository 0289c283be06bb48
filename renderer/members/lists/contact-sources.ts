import type { PartialDate } from '../../../shared/domain/record.ts';
import type { CollectionName, RecordsByCollection } from '../../../shared/store/chapter-types.ts';

/** A person, and a day on which somebody of ours met or spoke with them; no day where none is known. */
export type Contact = readonly [person: string, day: PartialDate | undefined];

/** The records of a collection that are not in the bin. */
export type RecordsOf = <N extends CollectionName>(name: N) => Iterable<RecordsByCollection[N]>;

/** A kind of record that tells of contacts with people. */
export interface ContactSource {
  /** The collections that it reads. */
  readonly collections: readonly CollectionName[];
  /** True where a contact is being at a meeting. */
  readonly isMeeting: boolean;
  readonly contacts: (recordsOf: RecordsOf) => Iterable<Contact>;
}

/** A line of a sheet that names a person: they were at the meeting. */
function* onSheets(recordsOf: RecordsOf): Iterable<Contact> {
  const days = new Map([...recordsOf('gatherings')].map(({ id, date }) => [id, date]));
  for (const { meeting, rows } of recordsOf('sheets')) {
    if (!days.has(meeting)) continue;
    for (const { person, state } of rows) {
      if (person !== undefined && (state === 'linked' || state === 'new')) yield [person, days.get(meeting)];
    }
  }
}

/** Where contacts are written down; one-to-ones and calls get a line here when the app has them. */
export const CONTACT_SOURCES: readonly ContactSource[] = [{ collections: ['gatherings', 'sheets'], isMeeting: true, contacts: onSheets }];
