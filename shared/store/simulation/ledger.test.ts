import { describe, expect, it } from 'vitest';
import { Ledger, type Entry } from './ledger.ts';

const row = (asWritten: string): object => ({ n: 2, asWritten });
const entry = (deed: number, field: string, item: string, value: unknown, sees: readonly number[]): Entry => ({ deed, field, item, value, sees: new Set(sees), seesAll: new Set(sees) });
const askedOfErasure = [{ field: 'erased', values: [] }];

describe('the ledger of a schedule', () => {
  it('lets an empty line give way to a written one that an erasure had seen, where both met before it', () => {
    const ledger = new Ledger();
    ledger.entries.push(entry(2, 'rows', '2', row(''), [1]), entry(3, 'rows', '2', row('A'), [1]));
    ledger.erasures.push({ deed: 4, seesAll: new Set([1, 3]) });
    expect(ledger.losses({ fields: { rows: [row('A')] }, reviews: askedOfErasure })).toEqual([]);
  });

  it('calls an empty line lost when what stands there is nobody’s', () => {
    const ledger = new Ledger();
    ledger.entries.push(entry(2, 'rows', '2', row(''), [1]), entry(3, 'rows', '2', row('A'), [1]));
    expect(ledger.losses({ fields: { rows: [row('B')] }, reviews: [] })).toHaveLength(2);
  });

  it('calls a written line lost when an empty one took its place', () => {
    const ledger = new Ledger();
    ledger.entries.push(entry(2, 'rows', '2', row(''), [1]), entry(3, 'rows', '2', row('A'), [1]));
    expect(ledger.losses({ fields: { rows: [row('')] }, reviews: [] })).toEqual(['lost rows/2 of deed 3: {"asWritten":"A","n":2}, now {"asWritten":"","n":2}']);
  });

  it('does not let a removed tag give way to one that was replaced before', () => {
    const ledger = new Ledger();
    ledger.entries.push(entry(2, 'tags', 'b', 'b', [1]), entry(3, 'tags', 'b', undefined, [1, 2]));
    expect(ledger.losses({ fields: { tags: ['b'] }, reviews: [] })).toHaveLength(1);
  });
});
