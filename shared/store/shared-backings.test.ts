import { expect, test } from 'vitest';
import type { Backing } from './codec.ts';
import { SharedBackings } from './shared-backings.ts';
import { firstStamps } from './stamps.ts';

const plain = (device = 'pc1', schema = 1): Backing => ({ schema, stamps: { chapter: firstStamps(device) }, closed: {} });

test('records of one write share one backing', () => {
  const shared = new SharedBackings();
  const first = shared.of(plain());
  expect(shared.of(plain())).toBe(first);
  expect([shared.of(plain('pc2')), shared.of(plain('pc1', 2))]).toEqual([plain('pc2'), plain('pc1', 2)]);
});

test('what says more than that keeps its own', () => {
  const shared = new SharedBackings();
  shared.of(plain());
  const chapter = firstStamps('pc1');
  const own: readonly Backing[] = [
    { schema: 1, stamps: { chapter: { ...chapter, fields: { called: [['pc1', 1]] } } }, closed: {} },
    { schema: 1, stamps: { chapter, organizers: chapter }, closed: {} },
    { schema: 1, stamps: { chapter }, closed: { organizers: [{ k: 1, n: 'n', c: 'c' }] } },
    { schema: 1, stamps: { chapter: { ...chapter, seen: { pc1: 1, pc2: 3 } } }, closed: {} },
    { schema: 1, stamps: { chapter: { ...chapter, seen: { pc1: 2 } } }, closed: {} },
    { schema: 1, stamps: { chapter: { ...chapter, base: [['pc1', 1], ['pc2', 1]] } }, closed: {} },
    { schema: 1, stamps: { chapter: { ...chapter, values: { called: ['a'] } } }, closed: {} },
    { schema: 1, stamps: { chapter }, closed: {}, history: { chapter: '[]' } },
    { schema: 1, stamps: {}, closed: {} },
  ];
  for (const backing of own) expect(shared.of(backing)).toBe(backing);
});
