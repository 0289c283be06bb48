import { Ledger } from '../../shared/store/simulation/ledger.ts';
import type { ShownRecord } from './page/office.ts';
import type { EditedField } from './schedule.ts';

/** Everything that the stores acknowledged in one schedule, and what must have become of it. */
export class Acknowledged {
  /** Ids of records that were typed in, and whether they were deleted for good. */
  readonly typed = new Map<string, { erased: boolean }>();
  readonly edited = new Map<string, Ledger>();
  #deeds = 0;

  /** A value that no other deed writes, except where only one protects. */
  nextValue(field: EditedField): unknown {
    return field === 'doNotContact' ? true : `v${String((this.#deeds += 1)).padStart(4, '0')}`;
  }

  /** An edit was acknowledged; `before`: what its author saw in the field. */
  note(record: string, field: EditedField, value: unknown, before: unknown): void {
    const ledger = this.edited.get(record) ?? new Ledger();
    this.edited.set(record, ledger);
    const deed = 1 + Math.max(0, ...ledger.entries.map((entry) => entry.deed));
    // Whoever overwrites a value has seen it, and what its author had seen.
    const seen = field === 'notSameAs' ? [] : ledger.entries.filter((entry) => entry.field === ledgerName(field) && shows(before, entry.value));
    const sees = new Set(seen.flatMap((entry) => [entry.deed, ...entry.sees]));
    const item = field === 'notSameAs' ? { item: String(value) } : {};
    ledger.entries.push({ deed, field: ledgerName(field), ...item, value, sees, seesAll: new Set() });
  }

  /** What of it is not there any more, in sentences; none is well. */
  losses(shown: ReadonlyMap<string, ShownRecord>): readonly string[] {
    const typed = [...this.typed].flatMap(([id, { erased }]) => {
      const isHere = (shown.get(id)?.fields ?? null) !== null;
      return isHere === !erased ? [] : [`${id} was ${erased ? 'deleted for good, and is there again' : 'typed in, and is lost'}`];
    });
    const edits = [...this.edited].flatMap(([id, ledger]) => {
      const { fields, reviews } = shown.get(id) ?? { fields: null, reviews: [] };
      const outcome = { fields: fields && { ...fields, tags: fields['notSameAs'] }, reviews: reviews.map((review) => ({ ...review, field: ledgerName(review.field) })) };
      return ledger.losses(outcome).map((loss) => `${id}: ${loss}`);
    });
    return [...typed, ...edits];
  }
}

/** The ledger knows a set of plain values by this name. */
function ledgerName(field: string): string {
  return field === 'notSameAs' ? 'tags' : field;
}

function shows(before: unknown, value: unknown): boolean {
  return typeof before === 'string' && typeof value === 'string' ? before.includes(value) : before === value;
}
