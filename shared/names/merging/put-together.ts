import type { MergedField } from '../../domain/merged-people.ts';
import type { Person } from '../../domain/person.ts';
import { sideOf, valueIn, type MergeChoices, type MergeRow } from './merge-rows.ts';
import { bothTexts, withOneMain } from './united-items.ts';
import { isNothing, isSameValue, type Fields } from './values.ts';

/** How the choices are named that leave out one item of a list. */
export function itemName(field: string, key: string): string {
  return `${field} ${key}`;
}

/** What the record that stays says then, of the fields that change; `undefined` for a field that goes. */
export function putTogether(left: Person, right: Person, rows: readonly MergeRow[], choices: MergeChoices): Readonly<Record<string, unknown>> {
  const after = rows.flatMap((row) => row.fields.map((field) => [field, valueAfter(field, row, left, right, choices)] as const));
  return Object.fromEntries(after.filter(([field, value]) => !isSameValue(value, valueIn(left, field))));
}

function valueAfter(field: string, row: MergeRow, left: Fields, right: Fields, choices: MergeChoices): unknown {
  const [mine, theirs] = [valueIn(left, field), valueIn(right, field)];
  switch (row.kind) {
    case 'same':
      return mine;
    case 'protected':
      // What goes with it, such as since when, comes from the record that protects.
      return field === row.fields[0] ? row.value : row.from === 'left' ? (mine ?? theirs) : (theirs ?? mine);
    case 'list': {
      const kept = row.items.filter(({ key }) => !choices.without.has(itemName(field, key))).map(({ value }) => value);
      const whole = field === 'affiliations' ? withOneMain(kept) : kept;
      return whole.length === 0 && mine === undefined ? undefined : whole;
    }
    case 'choice':
    case 'texts': {
      const side = sideOf(row, choices);
      if (side === 'both') return bothTexts(mine, theirs, '\n\n');
      const value = side === 'left' ? mine : theirs;
      return isNothing(value) && field !== 'nameAsWritten' ? undefined : value;
    }
  }
}

/** What a change does to a record, field by field, as the merge record keeps it. */
export function mergedFieldsOf(before: Fields, after: Fields): MergedField[] {
  const text = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  return Object.keys(after).map((field) => ({ field, before: text(valueIn(before, field)), after: text(after[field]) }));
}
