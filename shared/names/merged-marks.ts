import { survivorOf } from '../domain/merged-people.ts';

/**
 * Which record was merged into which, as the records themselves say. Few people have such a mark; everybody else costs
 * one look into an empty map.
 */
export class MergedMarks {
  readonly #into = new Map<string, string>();
  readonly #from = new Map<string, Set<string>>();

  /** What every record says, as pairs of ids. */
  get all(): readonly (readonly [string, string])[] {
    return [...this.#into];
  }

  /** Enters what a record says, or that it says nothing any more. True when that is new. */
  put(id: string, into: string | undefined): boolean {
    const before = this.#into.get(id);
    if (before === into) return false;
    if (before !== undefined) this.#from.get(before)?.delete(id);
    if (into === undefined) {
      this.#into.delete(id);
    } else {
      this.#into.set(id, into);
      this.#from.set(into, (this.#from.get(into) ?? new Set()).add(id));
    }
    return true;
  }

  /** The person that an id stands for, see {@link survivorOf}. */
  survivorOf(id: string, isHere: (id: string) => boolean): string {
    return survivorOf(id, (one) => this.#into.get(one), isHere);
  }

  /** Every id that is tied to this one by marks, in any direction, this one first. */
  tiedTo(id: string): readonly string[] {
    if (!this.#into.has(id) && !this.#from.has(id)) return [id];
    const tied = new Set([id]);
    for (const one of tied) {
      const into = this.#into.get(one);
      if (into !== undefined) tied.add(into);
      for (const other of this.#from.get(one) ?? []) tied.add(other);
    }
    return [...tied];
  }
}
