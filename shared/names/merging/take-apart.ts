import type { MergedField } from '../../domain/merged-people.ts';
import { valueIn } from './merge-rows.ts';
import { withOneMain } from './united-items.ts';
import { isSameValue, keyOfItem, type Fields } from './values.ts';

/** What undoing a merge does to the record that stood. */
export interface TakenApart {
  /** What the fields say again; `undefined` for a field that goes. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** Fields that somebody changed since: what they wrote stays. */
  readonly changedSince: readonly string[];
}

/**
 * Gives back every field that nobody changed since the merge; of a list every item that nobody changed since (domain §2.3).
 * What came since stays.
 */
export function takeApart(now: Fields, merged: readonly MergedField[]): TakenApart {
  const patch: Record<string, unknown> = {};
  const changedSince: string[] = [];
  for (const { field, ...texts } of merged) {
    const [before, after] = [parsed(texts.before), parsed(texts.after)];
    const current = valueIn(now, field);
    if (isSameValue(current, before)) continue;
    if (isSameValue(current, after)) {
      patch[field] = before;
    } else if (Array.isArray(current) && [before, after].every((list) => list === undefined || Array.isArray(list))) {
      const { list, isChanged } = itemsApart(current, (before ?? []) as readonly unknown[], (after ?? []) as readonly unknown[]);
      const whole = field === 'affiliations' ? withOneMain(list) : list;
      if (!isSameValue(whole, current)) patch[field] = whole.length === 0 ? before : whole;
      if (isChanged) changedSince.push(field);
    } else {
      changedSince.push(field);
    }
  }
  return { patch, changedSince };
}

function parsed(text: string | null): unknown {
  return text === null ? undefined : (JSON.parse(text) as unknown);
}

function itemsApart(current: readonly unknown[], before: readonly unknown[], after: readonly unknown[]): { readonly list: unknown[]; readonly isChanged: boolean } {
  const [earlier, later] = [before, after].map((list) => new Map(list.map((item) => [keyOfItem(item), item])));
  const here = new Set(current.map(keyOfItem));
  let isChanged = false;
  const list = current.flatMap((item) => {
    const key = keyOfItem(item);
    const came = later?.get(key);
    const was = earlier?.get(key);
    if (came === undefined || isSameValue(came, was)) return [item];
    if (isSameValue(item, came)) return was === undefined ? [] : [was];
    isChanged = true;
    return [item];
  });
  // What was left out at the merge, and nobody has written since, comes back.
  const back = before.filter((item) => !later?.has(keyOfItem(item)) && !here.has(keyOfItem(item)));
  return { list: [...list, ...back], isChanged };
}
