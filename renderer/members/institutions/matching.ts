import type { Institution } from '../../../shared/domain/institution.ts';
import { searchTokens } from '../../../shared/names/normalize.ts';

type Named = Pick<Institution, 'name' | 'otherNames'>;

function namesOf(institution: Named): string[][] {
  return [institution.name, ...institution.otherNames].map(searchTokens);
}

/** The institutions with a word in one of their names for each typed word; accents and order do not matter (domain §6.4 step 8). */
export function institutionsMatching<I extends Named>(institutions: readonly I[], typed: string): I[] {
  const sought = searchTokens(typed);
  if (sought.length === 0) return [...institutions];
  return institutions.filter((institution) => namesOf(institution).some((name) => sought.every((word) => name.some((of) => of.startsWith(word)))));
}

/** The institution that is called exactly so (accents and capitals aside), by its name or another of its names. */
export function institutionCalled<I extends Named>(institutions: readonly I[], typed: string): I | undefined {
  const sought = searchTokens(typed).join(' ');
  return sought === '' ? undefined : institutions.find((institution) => namesOf(institution).some((name) => name.join(' ') === sought));
}
