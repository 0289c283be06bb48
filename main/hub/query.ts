import { badQuery } from './couch-error.ts';

/** The query of an address, read the way CouchDB does; a parameter that is given twice counts once, the last. */
export class Query {
  readonly #values: ReadonlyMap<string, string>;

  constructor(query: unknown) {
    const entries = query !== null && typeof query === 'object' ? Object.entries(query) : [];
    this.#values = new Map(entries.map(([key, value]) => [key, String(Array.isArray(value) ? value.at(-1) : value)]));
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Throws 400 for anything but `true` and `false`. */
  flag(name: string, otherwise = false): boolean {
    const value = this.#values.get(name);
    if (value === undefined) return otherwise;
    if (value === 'true' || value === 'false') return value === 'true';
    throw badQuery(`Invalid value for boolean parameter: ${name}`);
  }

  /** A whole number of zero or more; throws 400 for anything else. */
  count(name: string): number | undefined {
    const value = this.#values.get(name);
    if (value === undefined) return undefined;
    if (/^[0-9]{1,12}$/.test(value)) return Number(value);
    throw badQuery(`Invalid value for integer: ${name}`);
  }

  /** A value written in JSON; throws 400 when it is not. */
  json(name: string): unknown {
    const value = this.#values.get(name);
    if (value === undefined) return undefined;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw badQuery(`Invalid JSON in parameter: ${name}`);
    }
  }
}
