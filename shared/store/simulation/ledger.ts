import { canonicalJson } from '../canonical-json.ts';
import type { Deeds } from './knowledge.ts';

/** An acknowledged write: one value of one field, or of one item of a list. */
export interface Entry {
  readonly deed: number;
  readonly field: string;
  readonly item?: string;
  /** Undefined when it was removed. */
  readonly value: unknown;
  /** Deeds known to who wrote it: of the part that the field stands in, and of the part for all. */
  readonly sees: Deeds;
  readonly seesAll: Deeds;
}

/** An acknowledged deletion. */
export interface Erasure {
  readonly deed: number;
  readonly seesAll: Deeds;
}

/** What is there when everything has been exchanged. */
export interface Outcome {
  /** Null when the record is deleted. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly reviews: readonly { readonly field: string; readonly item?: string; readonly values: readonly string[] }[];
}

const CONSENT = ['no', 'unknown'];

/** Everything that was acknowledged in one run, and what must have become of it. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly erasures: Erasure[] = [];

  /** What of the acknowledged was lost, in sentences; none is well. */
  losses(outcome: Outcome): readonly string[] {
    const { fields } = outcome;
    const deeds = new Set(this.entries.map(({ deed }) => deed));
    if (fields === null) {
      const known = new Set(this.erasures.flatMap(({ deed, seesAll }) => [deed, ...seesAll]));
      return [...deeds].filter((deed) => !known.has(deed)).map((deed) => `deed ${String(deed)} is gone with a record that was erased by nobody who knew it`);
    }
    const losses = this.entries.filter((entry) => !this.#isSuperseded(entry)).flatMap((entry) => this.#lossOf(entry, fields, outcome));
    for (const { deed, seesAll } of this.erasures) {
      if ([...deeds].every((one) => seesAll.has(one))) losses.push(`the erasure ${String(deed)} had seen everything and was not obeyed`);
      if (!outcome.reviews.some(({ field }) => field === 'erased')) losses.push(`nobody is asked about the erasure ${String(deed)}`);
    }
    return losses;
  }

  /** Replaced by an edit, or gone with an erasure, whose author had seen it. */
  #isSuperseded(entry: Entry): boolean {
    return this.#isReplaced(entry) || this.erasures.some(({ seesAll }) => seesAll.has(entry.deed));
  }

  #isReplaced(entry: Entry): boolean {
    return this.#onSame(entry).some(({ sees }) => sees.has(entry.deed));
  }

  #onSame({ deed, field, item }: Entry): readonly Entry[] {
    return this.entries.filter((other) => other.deed !== deed && other.field === field && other.item === item);
  }

  /** Other values of the same that nobody replaced who had seen them. */
  #rivals(entry: Entry): readonly Entry[] {
    return this.#onSame(entry).filter((other) => !this.#isSuperseded(other));
  }

  #lossOf(entry: Entry, fields: Readonly<Record<string, unknown>>, { reviews }: Outcome): readonly string[] {
    const { field, item, value } = entry;
    const now = item === undefined ? fields[field] : itemOf(fields[field], item);
    const what = `${field}${item === undefined ? '' : `/${item}`} of deed ${String(entry.deed)}: ${text(value)}, now ${text(now)}`;
    const isAsked = reviews.some((review) => review.field === field && review.item === item && review.values.includes(text(value)));
    const problems: string[] = [];
    const all = [entry, ...this.#rivals(entry)];
    if (field === 'deletedAt') return this.#binLoss(entry, now, isAsked, what);
    // What an erasure had seen may live on where it had come before, and what gave way to it there stays so.
    const met = this.#onSame(entry).filter((other) => !this.#isReplaced(other));
    if (text(now) !== text(value) && !isAsked && !mayGiveWay(entry, now, met)) problems.push(`lost ${what}`);
    if (field === 'doNotContact' && all.some((one) => one.value === true) && now !== true) problems.push(`not protective: ${what}`);
    const safest = CONSENT.find((consent) => all.some((one) => one.value === consent));
    if (field === 'consent' && safest !== undefined && now !== safest) problems.push(`not protective: ${what}`);
    const noCall = all.some((one) => (one.value as { doNotCall?: boolean } | undefined)?.doNotCall);
    if (field === 'contacts' && noCall && now !== undefined && !(now as { doNotCall?: boolean }).doNotCall) problems.push(`not protective: ${what}`);
    if (field === 'contacts' && value !== undefined && now === undefined) problems.push(`vanished: ${what}`);
    return problems;
  }

  /** True when whoever knew these deeds saw the record in the bin. */
  #liesInBin(deeds: Deeds): boolean {
    const known = this.entries.filter(({ field, deed }) => field === 'deletedAt' && deeds.has(deed));
    return known.some(({ deed, value }) => value !== undefined && !known.some(({ sees }) => sees.has(deed)));
  }

  #binLoss(entry: Entry, now: unknown, isAsked: boolean, what: string): readonly string[] {
    if (entry.value === undefined) return now === undefined || isAsked ? [] : [`restored, yet in the bin: ${what}`];
    const bins = this.entries.filter(({ field, value }) => field === 'deletedAt' && value !== undefined).filter((bin) => !this.#isSuperseded(bin));
    const contested = this.entries.some(({ deed, seesAll }) => {
      const isUnknown = deed !== entry.deed && !seesAll.has(entry.deed) && !entry.seesAll.has(deed);
      // Who puts in the bin what was just edited, or edits what lies in it, agrees that it lies there.
      return isUnknown && !bins.some((bin) => bin.deed === deed || bin.seesAll.has(deed)) && !this.#liesInBin(seesAll);
    });
    // What an erasure had seen may be gone with it, or live on where it had come before.
    if (this.erasures.length > 0) return now === undefined && !isAsked && !contested ? [`out of the bin: ${what}`] : [];
    if (contested) return now === undefined && isAsked ? [] : [`bin against an edit was not asked: ${what}`];
    return now !== undefined || isAsked ? [] : [`out of the bin: ${what}`];
  }
}

/** Values that the field's rule lets give way without asking to others of the same that it met. */
function mayGiveWay({ field, value }: Entry, now: unknown, met: readonly Entry[]): boolean {
  if (field === 'notes') return typeof now === 'string' && typeof value === 'string' && now.includes(value);
  // Of a set of plain values, to add wins over to remove.
  if (field === 'tags') return value === undefined && met.some((one) => one.value !== undefined);
  if (field === 'rows') return isEmptyRow(value) && met.some((one) => text(one.value) === text(now));
  return false;
}

function isEmptyRow(value: unknown): boolean {
  return value !== undefined && (value as { asWritten?: string }).asWritten === '';
}

/** The list's item of that key, row number, or plain value. */
function itemOf(list: unknown, key: string): unknown {
  if (!Array.isArray(list)) return undefined;
  return (list as unknown[]).find((item) => {
    if (item === null || typeof item !== 'object') return item === key;
    const named = item as { readonly key?: string; readonly n?: number };
    return String(named.key ?? named.n) === key;
  });
}

function text(value: unknown): string {
  return canonicalJson(value ?? null);
}
