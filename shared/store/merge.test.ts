import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MergeRules } from '../domain/merging.ts';
import { canonicalJson } from './canonical-json.ts';
import { disagreementsOf, mergeVersions, type Version } from './merge.ts';
import { changesOf } from './part-changes.ts';
import { firstStamps, nextStamps } from './stamps.ts';

const RULES: MergeRules = {
  tags: { rule: 'union' },
  contacts: { rule: 'union', key: 'key' },
  rows: { rule: 'rows', key: 'n', blank: { asWritten: '' } },
  notes: { rule: 'both-texts' },
  doNotContact: { rule: 'protective', safe: true },
  updatedAt: { rule: 'greatest' },
};

const BASE: Version = { fields: { name: 'Ana' }, stamps: firstStamps('a') };

/** The version after `device` put these values in; undefined removes a field. */
function edit(version: Version, device: string, patch: Record<string, unknown>): Version {
  const fields = Object.fromEntries(Object.entries({ ...version.fields, ...patch }).filter(([, value]) => value !== undefined));
  return { fields, stamps: nextStamps(version.stamps, device, changesOf(version.fields, fields, { rules: RULES }, version.stamps)) };
}

function merge(left: Version, right: Version): Version {
  return mergeVersions(left, right, RULES);
}

function asked(version: Version): readonly unknown[] {
  return disagreementsOf(version, RULES).map(({ field, item, values }) => [field, ...(item === undefined ? [] : [item]), ...values]);
}

describe('merging two versions', () => {
  test('a value that the other side had seen gives way, whoever has more edits', () => {
    const twice = edit(edit(BASE, 'a', { name: 'Anita' }), 'a', { name: 'Ana María' });
    const after = edit(twice, 'b', { name: 'Ana M.' });
    expect(merge(twice, after).fields).toEqual({ name: 'Ana M.' });
    expect(asked(merge(twice, after))).toEqual([]);
    expect(merge(after, twice).fields).toEqual({ name: 'Ana M.' });
  });

  test('a field that one side removed and the other had not touched stays removed', () => {
    const removed = edit(BASE, 'b', { name: undefined });
    expect(merge(BASE, removed).fields).toEqual({});
  });

  test('values changed on both sides keep a winner and report both', () => {
    const merged = merge(edit(BASE, 'a', { name: 'Anita' }), edit(BASE, 'b', { name: 'Ani' }));
    expect(merged.fields['name']).toBe('Anita');
    expect(asked(merged)).toEqual([['name', 'Anita', 'Ani']]);
    expect(bytes(merge(edit(BASE, 'b', { name: 'Ani' }), edit(BASE, 'a', { name: 'Anita' })))).toBe(bytes(merged));
  });

  test('an edit that had seen only one side of a merge is still a disagreement, not a silent win', () => {
    const left = edit(BASE, 'a', { tags: ['x'] });
    const right = edit(BASE, 'b', { tags: ['y'] });
    const merged = merge(left, right);
    const third = edit(left, 'c', { tags: ['x', 'z'] });
    expect(merge(merged, third).fields['tags']).toEqual(['x', 'z', 'y']);
  });

  test('lists with keys are united; one item changed on both sides is reported', () => {
    const base = edit(BASE, 'a', { contacts: [{ key: '1', value: '+19195550100' }] });
    const left = edit(base, 'a', { contacts: [{ key: '1', value: '+19195550111' }, { key: '2', value: 'x@example.org' }] });
    const right = edit(base, 'b', { contacts: [{ key: '1', value: '+19195550122' }, { key: '3', value: 'y@example.org' }] });
    const merged = merge(left, right);
    expect((merged.fields['contacts'] as { key: string }[]).map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(asked(merged)).toEqual([['contacts', '1', { key: '1', value: '+19195550111' }, { key: '1', value: '+19195550122' }]]);
  });

  test('sheet rows are ordered by their number', () => {
    const left = edit(BASE, 'a', { rows: [{ n: 10 }, { n: 2 }] });
    const right = edit(BASE, 'b', { rows: [{ n: 1 }] });
    expect((merge(left, right).fields['rows'] as { n: number }[]).map(({ n }) => n)).toEqual([1, 2, 10]);
  });

  test('both texts are kept; a text that holds the other stays alone', () => {
    const both = merge(edit(BASE, 'a', { notes: 'canta' }), edit(BASE, 'b', { notes: 'maneja' }));
    expect(both.fields['notes']).toBe('canta\n\nmaneja');
    const one = merge(edit(BASE, 'a', { notes: 'canta' }), edit(BASE, 'b', { notes: 'canta y maneja' }));
    expect(one.fields['notes']).toBe('canta y maneja');
  });

  test('the protective value wins on either side', () => {
    const [yes, no] = [edit(BASE, 'a', { doNotContact: true }), edit(BASE, 'b', { doNotContact: false })];
    expect(merge(yes, no).fields['doNotContact']).toBe(true);
    expect(merge(no, yes).fields['doNotContact']).toBe(true);
  });
});

const FIELDS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  name: fc.constantFrom('Ana', 'Anita', 'Ani'),
  tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
  notes: fc.constantFrom('', 'canta', 'maneja', 'canta y maneja'),
  doNotContact: fc.boolean(),
  rows: fc.uniqueArray(fc.record({ n: fc.integer({ min: 1, max: 3 }), asWritten: fc.constantFrom('A', 'B') }), { selector: ({ n }) => n }),
};
const anEdit = fc.constantFrom(...Object.keys(FIELDS)).chain((field) => fc.tuple(fc.constant(field), FIELDS[field] ?? fc.constant(0)));
const anEvent = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), pc: fc.nat(2), change: anEdit }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pull' as const), pc: fc.nat(2), from: fc.nat(2) }) },
);

describe('three PCs with random edits and partitions', () => {
  test('merge is the same in either order, idempotent, and all PCs end with equal bytes', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 30 }), (events) => {
        const pcs: Version[] = [BASE, BASE, BASE];
        for (const event of events) {
          const mine = pcs[event.pc] ?? BASE;
          if (event.kind === 'edit') pcs[event.pc] = edit(mine, `pc${String(event.pc)}`, { [event.change[0]]: event.change[1] });
          else pcs[event.pc] = merge(mine, pcs[event.from] ?? BASE);
        }
        const [a = BASE, b = BASE, c = BASE] = pcs;
        expect(bytes(merge(a, b))).toBe(bytes(merge(b, a)));
        expect(bytes(merge(a, a))).toBe(bytes(a));
        const together = merge(merge(a, b), c);
        expect(bytes(merge(together, a))).toBe(bytes(together));
        expect(unordered(merge(a, merge(b, c)))).toBe(unordered(together));
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 2_000 },
    );
  });
});

/** Without the order of lists, which follows whoever changed them last and may depend on who met whom first. */
function unordered({ fields, stamps }: Version): string {
  const entries = Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map((item) => canonicalJson(item)).sort() : value]);
  return canonicalJson({ fields: Object.fromEntries(entries) as unknown, stamps });
}

function bytes({ fields, stamps }: Version): string {
  return canonicalJson({ fields, stamps });
}
