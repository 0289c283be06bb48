import type { Affiliation, Person } from '../../../shared/domain/person.ts';
import { randomToken } from '../../../shared/domain/record.ts';

type Places = readonly Affiliation[];

/** Characters of a list item's key: enough for two PCs never to make the same one in a person's list. */
const KEY_LENGTH = 12;

/** The institution that counts this person at turnout (domain §2.2): the one marked main, else the first. */
export function mainPlace(person: Pick<Person, 'affiliations'>): Affiliation | undefined {
  return person.affiliations.find((place) => place.isMain) ?? person.affiliations[0];
}

/** The list with one more institution; the first one is main. An institution that is there already changes nothing. */
export function withPlace(places: Places, institution: string): Affiliation[] {
  if (places.some((place) => place.institution === institution)) return [...places];
  return [...places, { key: randomToken(KEY_LENGTH), institution, roles: [], isMain: places.length === 0 }];
}

/** The list without one institution; when that was the main one, the first that is left becomes main. */
export function withoutPlace(places: Places, key: string): Affiliation[] {
  const left = places.filter((place) => place.key !== key);
  return left.some((place) => place.isMain) ? left : left.map((place, at) => ({ ...place, isMain: at === 0 }));
}

/** The list with that institution as the only main one. */
export function withMain(places: Places, key: string): Affiliation[] {
  return places.map((place) => ({ ...place, isMain: place.key === key }));
}

/** The list with other roles (codes of `affiliation_role`) at one institution. */
export function withRoles(places: Places, key: string, roles: readonly string[]): Affiliation[] {
  return places.map((place) => (place.key === key ? { ...place, roles: [...roles] } : place));
}

/** The list with one more role at an institution, which is added where the person did not belong to it. */
export function withRoleAt(places: Places, institution: string, role: string): Affiliation[] {
  return withPlace(places, institution).map((place) => (place.institution === institution && !place.roles.includes(role) ? { ...place, roles: [...place.roles, role] } : place));
}

/** The list without a role at an institution; the person still belongs to it. */
export function withoutRoleAt(places: Places, institution: string, role: string): Affiliation[] {
  return places.map((place) => (place.institution === institution ? { ...place, roles: place.roles.filter((one) => one !== role) } : place));
}
