import type { Directory } from '../../../shared/names/directory.ts';
import { displayName, listName } from '../../../shared/names/name-parts.ts';

/** How people and institutions are called on the lines of one page. */
export interface LineNames {
  /** "María Guadalupe Hernández Ríos"; empty when nobody has that id any more. */
  readonly person: (id: string) => string;
  /** As it is printed: "Hernández Ríos, María Guadalupe (Lupita)". */
  readonly printed: (id: string) => string;
  readonly institution: (id: string) => string;
  /** The other line of this meeting that already names the person: its page's code and number. */
  readonly otherLine: (person: string, n: number) => { readonly code: string; readonly n: number } | undefined;
}

/** A line that names somebody. */
export interface NamedLine {
  readonly person: string;
  readonly code: string;
  readonly n: number;
}

/** The names for one page, given all lines of its meeting that name somebody, this page's among them. */
export function lineNames(directory: Directory, code: string, lines: readonly NamedLine[]): LineNames {
  const byPerson = new Map<string, NamedLine[]>();
  for (const line of lines) byPerson.set(line.person, [...(byPerson.get(line.person) ?? []), line]);
  const named = (id: string, how: typeof displayName): string => {
    const entry = directory.get(id);
    return entry === undefined ? '' : how(entry);
  };
  return {
    person: (id) => named(id, displayName),
    printed: (id) => named(id, listName),
    institution: (id) => directory.institutionName(id),
    otherLine: (person, n) => byPerson.get(person)?.find((line) => line.code !== code || line.n !== n),
  };
}
