import { useMemo } from 'react';
import type { DuesPayment, StatusChange, Visit } from '../../../shared/domain/institution-changes.ts';
import { latestFirst } from '../../../shared/domain/institution-states.ts';
import type { Affiliation, Person } from '../../../shared/domain/person.ts';
import { compareDates } from '../../../shared/words/date.ts';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useLiveQuery } from '../../app/records.ts';
import { useLiveDirectory } from '../people/use-people.ts';

/** A person who belongs to an institution, and their place there. */
export interface Belonging {
  readonly person: Person;
  readonly place: Affiliation;
}

/** What happened with an institution beside its own record, each the latest first. */
export interface InstitutionFacts {
  readonly changes: readonly StatusChange[];
  readonly visits: readonly Visit[];
  readonly payments: readonly DuesPayment[];
  /** By surname, as in every list. */
  readonly people: readonly Belonging[];
}

/** Latest first; of one day the one written down later. */
function byDay<R extends { readonly on: Visit['on']; readonly createdAt?: string | undefined; readonly id: string }>(records: readonly R[]): readonly R[] {
  return [...records].sort((one, other) => compareDates(other.on, one.on) || (other.createdAt ?? '').localeCompare(one.createdAt ?? '') || (other.id < one.id ? -1 : 1));
}

/** The facts of one institution, live; undefined until all of them have been read. */
export function useInstitutionFacts(institution: string): InstitutionFacts | undefined {
  const { directory, version } = useLiveDirectory();
  const ids = useMemo(() => {
    // The version stands for what the directory holds.
    void version;
    return directory.membersOf(institution).map(({ id }) => id);
  }, [directory, version, institution]);
  const changes = useOfficeRecords('status', { institution });
  const visits = useLiveQuery('programs', { selector: { institution } });
  const payments = useLiveQuery('money', { selector: { institution } });
  const persons = useLiveQuery('people', { selector: { id: { $in: [...ids] } } });
  return useMemo(() => {
    if (changes === undefined || visits === undefined || payments === undefined || persons === undefined) return undefined;
    const byId = new Map(persons.map((person) => [person.id, person]));
    const people = ids.flatMap((id) => {
      const person = byId.get(id);
      const place = person?.affiliations.find((one) => one.institution === institution);
      return person === undefined || place === undefined ? [] : [{ person, place }];
    });
    return { changes: latestFirst(changes), visits: byDay(visits), payments: byDay(payments), people };
  }, [changes, visits, payments, persons, ids, institution]);
}
