import type { Consent, LadderChange } from '../../../shared/domain/person-changes.ts';
import type { PersonFacts } from '../../../shared/domain/people-filter.ts';
import type { PartialDate, RecordBase } from '../../../shared/domain/record.ts';
import { compareDates } from '../../../shared/words/date.ts';
import { CONTACT_SOURCES, type RecordsOf } from './contact-sources.ts';

/** What other records than the person's own tell of each person. */
export type DerivedFacts = Pick<PersonFacts, 'lastContact' | 'wasAtMeeting' | 'rung' | 'consents'>;

interface Gathering {
  lastContact?: PartialDate;
  wasAtMeeting: boolean;
  rung?: LadderChange;
  readonly consents: Map<string, Consent>;
}

type Dated = RecordBase & { readonly on: PartialDate };

/** True when `one` holds rather than `other`: it is of a later day, or of the same day and written later. */
function isLater(one: Dated, other: Dated | undefined): boolean {
  if (other === undefined) return true;
  const days = compareDates(one.on, other.on);
  return days > 0 || (days === 0 && (one.createdAt ?? '') >= (other.createdAt ?? ''));
}

/**
 * Gathers, for each person, the latest contact, the step of the ladder and the consents that hold on the day `today`.
 * What was written of a merged person counts for the one they were found to be.
 */
export function deriveFacts(recordsOf: RecordsOf, today: PartialDate, survivorOf: (id: string) => string): ReadonlyMap<string, DerivedFacts> {
  const people = new Map<string, Gathering>();
  const of = (id: string): Gathering => {
    const person = survivorOf(id);
    const there = people.get(person);
    if (there !== undefined) return there;
    const begun: Gathering = { wasAtMeeting: false, consents: new Map() };
    people.set(person, begun);
    return begun;
  };
  for (const { contacts, isMeeting } of CONTACT_SOURCES) {
    for (const [id, day] of contacts(recordsOf)) {
      const person = of(id);
      person.wasAtMeeting ||= isMeeting;
      if (day !== undefined && (person.lastContact === undefined || compareDates(person.lastContact, day) < 0)) person.lastContact = day;
    }
  }
  for (const record of recordsOf('office')) {
    if (record.kind === 'ladder') {
      const person = of(record.person);
      if (isLater(record, person.rung)) person.rung = record;
    } else if (record.kind === 'consent') {
      const { consents } = of(record.person);
      if (isLater(record, consents.get(record.scope))) consents.set(record.scope, record);
    }
  }
  return new Map([...people].map(([id, { lastContact, wasAtMeeting, rung, consents }]) => [id, { lastContact, wasAtMeeting, rung: rung?.rung, consents: holding(consents, today) }]));
}

function holding(consents: ReadonlyMap<string, Consent>, today: PartialDate): Record<string, boolean> {
  const valid = [...consents.values()].filter(({ expires }) => expires === undefined || compareDates(expires, today) >= 0);
  return Object.fromEntries(valid.map(({ scope, isGiven }) => [scope, isGiven]));
}
