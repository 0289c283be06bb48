import { badQuery } from './couch-error.ts';

/** These are JSON in an address, too. */
const JSON_PARAMETERS = new Set(['key', 'startkey', 'start_key', 'endkey', 'end_key']);

/** The query of an address, read the way CouchDB does; a parameter that is given twice counts once, the last. */
export class Query {
  readonly #values: ReadonlyMap<string, string>;

  /** `body`: the same parameters as members of a JSON body (`POST _all_docs`); those of the address go before them. */
  constructor(query: unknown, body: Readonly<Record<string, unknown>> = {}) {
    const entries = query !== null && typeof query === 'object' ? Object.entries(query) : [];
    const given = Object.entries(body).map(([key, value]): [string, string] => [key, JSON_PARAMETERS.has(key) ? JSON.stringify(value) : String(value)]);
    this.#values = new Map([...given, ...entries.map(([key, value]): [string, string] => [key, String(Array.isArray(value) ? value.at(-1) : value)])]);
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
