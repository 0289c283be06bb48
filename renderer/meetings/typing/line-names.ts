import type { Sheet } from '../../../shared/domain/sheet.ts';
import type { Directory } from '../../../shared/names/directory.ts';
import { displayName, listName } from '../../../shared/names/name-parts.ts';

/** How people and institutions are called on the lines of one page. */
export interface LineNames {
  /** "María Guadalupe Hernández Ríos"; empty when nobody has that id any more. */
  readonly person: (id: string) => string;
  /** As it is printed: "Hernández Ríos, María Guadalupe (Lupita)". */
  readonly printed: (id: string) => string;
  readonly institution: (id: string) => string;
  /** The institution that a person belongs to first of all; empty when none is known. */
  readonly institutionOf: (person: string) => string;
  /** True when both ids stand for one person. */
  readonly isSame: (one: string, other: string | undefined) => boolean;
  /** Another line of this meeting that names the person; `here` when it is on this page. */
  readonly otherLine: (person: string, n: number) => { readonly code: string; readonly label: string; readonly here: boolean } | undefined;
}

/** A line that names somebody. */
export interface NamedLine {
  readonly person: string;
  readonly code: string;
  readonly n: number;
  /** The number as the screen shows it, see {@link lineLabel}. */
  readonly label: string;
}

/** The number of a line as it is shown: the printed one, or "+1", "+2" … for lines in the margin under the printed ones. */
export function lineLabel(n: number, { firstRow, printedRows }: Pick<Sheet, 'firstRow' | 'printedRows'>): string {
  const under = n - firstRow - printedRows + 1;
  return under > 0 ? `+${under}` : String(n);
}

/** The names for one page, given all lines of its meeting that name somebody, this page's among them. */
export function lineNames(directory: Directory, code: string, lines: readonly NamedLine[]): LineNames {
  const byPerson = new Map<string, NamedLine[]>();
  for (const line of lines) {
    const person = directory.survivorOf(line.person);
    byPerson.set(person, [...(byPerson.get(person) ?? []), line]);
  }
  const named = (id: string, how: typeof displayName): string => {
    const entry = directory.get(id);
    return entry === undefined ? '' : how(entry);
  };
  return {
    person: (id) => named(id, displayName),
    printed: (id) => named(id, listName),
    institution: (id) => directory.institutionName(id),
    institutionOf: (id) => directory.institutionName(directory.get(id)?.institutions[0]),
    isSame: (one, other) => other !== undefined && directory.survivorOf(one) === directory.survivorOf(other),
    otherLine: (person, n) => {
      const other = byPerson.get(directory.survivorOf(person))?.find((line) => line.code !== code || line.n !== n);
      return other === undefined ? undefined : { code: other.code, label: other.label, here: other.code === code };
    },
  };
}
