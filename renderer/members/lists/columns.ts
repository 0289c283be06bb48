/** What the table of people can show, in its order; views keep these words. */
export const COLUMNS = ['name', 'called', 'institution', 'role', 'phone', 'email', 'language', 'area', 'rung', 'lastSeen', 'tags', 'consents', 'followedBy', 'doNotContact'] as const;
export type Column = (typeof COLUMNS)[number];

/** Columns of what only organizers read (domain §2.0, L2). */
export const ORGANIZER_COLUMNS: ReadonlySet<Column> = new Set(['rung']);

/** Widths in px, enough for most of what stands there. */
export const WIDTHS: Readonly<Record<Column, number>> = {
  name: 260,
  called: 120,
  institution: 220,
  role: 160,
  phone: 160,
  email: 230,
  language: 190,
  area: 150,
  rung: 150,
  lastSeen: 190,
  tags: 180,
  consents: 260,
  followedBy: 180,
  doNotContact: 160,
};

const BY_DIRECTORY: ReadonlySet<Column> = new Set(['name', 'called', 'institution', 'phone', 'language', 'doNotContact']);

/** True when a column shows more than the directory of names knows. */
export function columnNeedsFacts(column: Column): boolean {
  return !BY_DIRECTORY.has(column);
}

/** The columns that a view names and that this person may see, the name always first; what a newer Convoca named is left out. */
export function columnsOf(named: readonly string[], readsOrganizers: boolean): readonly Column[] {
  const known = COLUMNS.filter((column) => column !== 'name' && named.includes(column) && (readsOrganizers || !ORGANIZER_COLUMNS.has(column)));
  return ['name', ...known];
}

/** The column that the text of a view's order names, and whether it goes from the last to the first. */
export function orderOf(sortBy: string): { readonly column: Column; readonly isReversed: boolean } {
  const isReversed = sortBy.startsWith('-');
  const named = isReversed ? sortBy.slice(1) : sortBy;
  return { column: COLUMNS.find((column) => column === named) ?? 'name', isReversed };
}
