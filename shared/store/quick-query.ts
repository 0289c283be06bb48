import { getQueryMatcher, getSortComparator } from 'rxdb';
import type { PreparedQuery, RxDocumentData, RxJsonSchema } from 'rxdb';

type ByValue<R> = ReadonlyMap<string, readonly RxDocumentData<R>[]>;

/**
 * Answers the questions of screens that RxDB's memory storage, without an index for each of them, answers by looking at
 * every document and sorting all that fit: those that name a field's value ("the sheets of this meeting") look only at the
 * documents with that value, and those that want the first fifty keep no more than fifty. The answer is the same.
 */
export class QuickQuery<R> {
  readonly #byField = new Map<string, ByValue<R>>();

  /** The documents have changed: what was looked up is made again when it is next asked for. */
  forget(): void {
    this.#byField.clear();
  }

  /** The documents that answer, or null when the memory storage answers as fast itself. */
  answer(
    documents: ReadonlyMap<string, RxDocumentData<R>>,
    schema: Readonly<RxJsonSchema<RxDocumentData<R>>>,
    { query, queryPlan }: PreparedQuery<R>,
  ): RxDocumentData<R>[] | null {
    const equal = equalityIn(query.selector);
    const { skip = 0, limit = Number.POSITIVE_INFINITY } = query;
    if (!equal && (queryPlan.sortSatisfiedByIndex || limit === Number.POSITIVE_INFINITY)) return null;
    const matches = getQueryMatcher(schema, query);
    const first = new FirstOf<RxDocumentData<R>>(skip + limit, getSortComparator(schema, query));
    const candidates = equal ? (this.#of(documents, equal.field).get(equal.value) ?? []) : documents.values();
    for (const document of candidates) if (matches(document)) first.take(document);
    return first.inOrder().slice(skip);
  }

  #of(documents: ReadonlyMap<string, RxDocumentData<R>>, field: string): ByValue<R> {
    const known = this.#byField.get(field);
    if (known) return known;
    const byValue = new Map<string, RxDocumentData<R>[]>();
    for (const document of documents.values()) {
      const value = (document as Record<string, unknown>)[field];
      if (typeof value !== 'string') continue;
      const same = byValue.get(value);
      if (same) same.push(document);
      else byValue.set(value, [document]);
    }
    this.#byField.set(field, byValue);
    return byValue;
  }
}

interface Equality {
  readonly field: string;
  readonly value: string;
}

/** A text that a field must be equal to for the whole selector to hold; null when it names none. */
function equalityIn(selector: object): Equality | null {
  for (const [name, wanted] of Object.entries(selector) as [string, unknown][]) {
    if (name === '$and' && Array.isArray(wanted)) {
      for (const part of wanted as object[]) {
        const found = equalityIn(part);
        if (found) return found;
      }
    } else if (!name.startsWith('$') && !name.includes('.')) {
      const value = wanted !== null && typeof wanted === 'object' ? (wanted as { $eq?: unknown }).$eq : wanted;
      if (typeof value === 'string') return { field: name, value };
    }
  }
  return null;
}

/** The first so many of the documents that it is given, in the order of a comparison. */
class FirstOf<D> {
  readonly #most: number;
  readonly #compare: (one: D, other: D) => number;
  readonly #sorted: D[] = [];

  constructor(most: number, compare: (one: D, other: D) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  take(document: D): void {
    const last = this.#sorted.at(-1);
    if (this.#most === Number.POSITIVE_INFINITY) this.#sorted.push(document);
    else if (last === undefined || this.#sorted.length < this.#most || this.#compare(document, last) < 0) this.#insert(document);
  }

  inOrder(): D[] {
    return this.#most === Number.POSITIVE_INFINITY ? this.#sorted.sort(this.#compare) : this.#sorted;
  }

  #insert(document: D): void {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(this.#sorted[middle] as D, document) <= 0) low = middle + 1;
      else high = middle;
    }
    this.#sorted.splice(low, 0, document);
    if (this.#sorted.length > this.#most) this.#sorted.pop();
  }
}
