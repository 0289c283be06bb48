import { describe, expect, test } from 'vitest';
import type { Stamps } from './stamps.ts';
import { distinctValues, livingVariants, variantsOf, type Variant } from './variants.ts';

const one = (device: string, counter: number, value: unknown): Variant => ({ dot: [device, counter], value });

describe('the variants of a field', () => {
  const stamps: Stamps = { seen: {}, base: [], fields: {}, values: { name: ['Ana', null] } };

  test('have each its own value where several are in question', () => {
    expect(variantsOf(stamps, 'name', [['a', 1], ['b', 1]], 'Ana')).toEqual([one('a', 1, 'Ana'), one('b', 1, undefined)]);
  });

  test('have all the value that stands there else', () => {
    expect(variantsOf(stamps, 'area', [['a', 1], ['b', 1]], 'Sur')).toEqual([one('a', 1, 'Sur'), one('b', 1, 'Sur')]);
    expect(variantsOf(stamps, 'name', [['a', 1]], 'Ani')).toEqual([one('a', 1, 'Ani')]);
    expect(variantsOf(stamps, 'name', [], undefined)).toEqual([]);
  });
});

describe('what is still in question after a merge', () => {
  test('what both hold, and what only one holds and the other has not seen', () => {
    const [old, mine, theirs] = [one('a', 1, 'Ana'), one('b', 1, 'Ani'), one('c', 1, 'Anita')];
    expect(livingVariants({ a: 1 }, [old], { a: 1 }, [old])).toEqual([old]);
    expect(livingVariants({ a: 1, b: 1 }, [mine], { a: 1, c: 1 }, [theirs])).toEqual([mine, theirs]);
    expect(livingVariants({ a: 1, b: 1 }, [mine], { a: 1 }, [old])).toEqual([mine]);
    expect(livingVariants({ a: 1 }, [old], { a: 1, c: 1 }, [theirs])).toEqual([theirs]);
  });

  test('what one side removed that it had seen is gone, what it never saw stays', () => {
    expect(livingVariants({ a: 1 }, [one('a', 1, 'x')], { a: 1, b: 1 }, [])).toEqual([]);
    expect(livingVariants({ b: 1 }, [], { a: 1 }, [one('a', 1, 'x')])).toEqual([one('a', 1, 'x')]);
    expect(livingVariants({ a: 1 }, [], { a: 1 }, [one('a', 1, 'x')])).toEqual([]);
  });

  test('of a state where each side had seen and dropped the other’s change nothing is forgotten', () => {
    const [mine, theirs] = [one('a', 1, 'x'), one('b', 1, 'y')];
    expect(livingVariants({ a: 1, b: 1 }, [mine], { a: 1, b: 1 }, [theirs])).toEqual([mine, theirs]);
  });

  test('another change of the same device, or of the same number, is not the same change', () => {
    const seen = { a: 2, b: 2 };
    expect(livingVariants(seen, [one('a', 1, 'x'), one('b', 2, 'z')], seen, [one('a', 2, 'y'), one('b', 2, 'z')])).toEqual([one('b', 2, 'z')]);
    expect(livingVariants(seen, [one('a', 2, 'x'), one('b', 1, 'z')], seen, [one('b', 2, 'y'), one('b', 1, 'z')])).toEqual([one('b', 1, 'z')]);
  });

  test('stand in one order and each once, whichever side comes first', () => {
    const sorted = [one('a', 2, 'x'), one('a', 10, 'x'), one('a', 10, 'y'), one('b', 1, 'a')];
    const [left, right] = [[sorted[3], sorted[2], sorted[0]] as Variant[], [sorted[1], sorted[3]] as Variant[]];
    expect(livingVariants({}, left, {}, right)).toEqual(sorted);
    expect(livingVariants({}, right, {}, left)).toEqual(sorted);
    expect(livingVariants({}, sorted, {}, sorted)).toEqual(sorted);
  });
});

describe('the values in question', () => {
  test('come latest first: by counter, then device, then the value', () => {
    expect(distinctValues([one('b', 1, 'x'), one('a', 2, 'y'), one('c', 1, 'z')])).toEqual(['y', 'z', 'x']);
    expect(distinctValues([one('a', 1, 'x'), one('a', 1, 'y')])).toEqual(['y', 'x']);
    expect(distinctValues([one('a', 1, 'y'), one('a', 1, 'x')])).toEqual(['y', 'x']);
  });

  test('are each there once, at the place of its latest change', () => {
    expect(distinctValues([one('a', 1, { k: 1 }), one('a', 2, 'y'), one('a', 3, { k: 1 })])).toEqual([{ k: 1 }, 'y']);
    expect(distinctValues([one('a', 1, undefined), one('a', 2, null)])).toEqual([null]);
  });
});
