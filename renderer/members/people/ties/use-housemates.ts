import type { Person } from '../../../../shared/domain/person.ts';
import { useLiveQuery } from '../../../app/records.ts';

/** The others of a household, live; nobody where there is none. */
export function useHousemates(household: string | undefined, except: string): readonly Person[] {
  // No household has the empty token.
  const everyone = useLiveQuery('people', { selector: { household: household ?? '' } });
  return (everyone ?? []).filter(({ id }) => id !== except);
}
