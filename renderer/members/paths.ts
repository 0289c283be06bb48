/** Addresses of this workplace. Ids are random, so an address never tells who it is about (design §5). */
export const MEMBERS = '/members';
export const NEW_PERSON = '/members/new';
/** The people as a table with columns. */
export const TABLE = '/members/table';
/** Saving what the table shows as a file. */
export const EXPORT = '/members/export';
export const INSTITUTIONS = '/members/institutions';
export const NEW_INSTITUTION = '/members/institutions/new';
export const TEAMS = '/members/teams';
export const DUPLICATES = '/members/duplicates';
export const IMPORT = '/members/import';

/** The page of one person. */
export function personPath(id: string): string {
  return `${MEMBERS}/people/${id}`;
}

/** The page of one institution. */
export function institutionPath(id: string): string {
  return `${INSTITUTIONS}/${id}`;
}

/** The page of one team. */
export function teamPath(id: string): string {
  return `${TEAMS}/${id}`;
}

/** The page where two records are compared and put together. */
export function mergePath(one: string, other: string): string {
  return `${DUPLICATES}/${one}/${other}`;
}
