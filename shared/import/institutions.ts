import { institutionKey } from '../names/institution-name.ts';

/** An institution that the chapter has already. */
export interface KnownInstitution {
  readonly id: string;
  readonly name: string;
  readonly otherNames?: readonly string[];
}

/** An institution that the list names and the chapter lacks. */
export interface PlannedInstitution {
  /** What its spellings have in common; names the institution within the plan. */
  readonly key: string;
  /** The spelling that most rows have. */
  readonly name: string;
  readonly people: number;
}

/** Gathers the institutions of a list by what their spellings have in common. */
export class InstitutionNames {
  readonly #known = new Map<string, string>();
  readonly #spellings = new Map<string, Map<string, number>>();

  constructor(known: readonly KnownInstitution[]) {
    for (const { id, name, otherNames = [] } of known) {
      for (const spelling of [...otherNames, name]) {
        const key = institutionKey(spelling);
        if (key !== '') this.#known.set(key, id);
      }
    }
  }

  /** Where a name as written belongs: an institution that is here, one to be made, or none for an empty name. */
  place(written: string): { readonly id: string } | { readonly key: string } | null {
    const name = written.trim().replace(/\s+/g, ' ');
    const key = institutionKey(name);
    if (key === '') return null;
    const id = this.#known.get(key);
    if (id !== undefined) return { id };
    const spellings = this.#spellings.get(key) ?? new Map<string, number>();
    this.#spellings.set(key, spellings.set(name, (spellings.get(name) ?? 0) + 1));
    return { key };
  }

  /** The institutions to be made, by name. */
  planned(): PlannedInstitution[] {
    return [...this.#spellings]
      .map(([key, spellings]) => {
        const best = [...spellings].sort((one, other) => worth(other) - worth(one))[0];
        return { key, name: best?.[0] ?? key, people: [...spellings.values()].reduce((sum, count) => sum + count, 0) };
      })
      .sort((one, other) => one.name.localeCompare(other.name, 'es'));
  }
}

/** How good a spelling is: often used, and with capitals rather than without or with nothing else. */
function worth([spelling, count]: readonly [string, number]): number {
  const careless = spelling === spelling.toLowerCase() || spelling === spelling.toUpperCase();
  return careless ? count : count + 1_000_000;
}
