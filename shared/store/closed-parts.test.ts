import { describe, expect, test } from 'vitest';
import { decideEach, decideTogether, vectorOf, type Leaf, type Sealed } from './closed-parts.ts';
import type { SealedPart } from './envelope.ts';
import type { OpenPart } from './parts.ts';
import type { VersionVector } from './stamps.ts';

const part = (seen: VersionVector, inner?: Record<string, VersionVector>): OpenPart => ({ fields: {}, history: [], key: 1, stamps: { seen, base: [], fields: {}, ...(inner ? { inner } : {}) } });
const sealedAs = (n: string, k = 1): SealedPart => ({ k, n, c: 'c' });
/** A leaf whose part of that name does not open here; `seen`: what its writers had seen of it, where it says so. */
function closed(rev: string, n: string, seen?: VersionVector, name = 'organizers'): Sealed {
  return { leaf: { rev, read: { schema: 1, open: { chapter: part({}, seen ? { [name]: seen } : {}) }, closed: {} } }, one: sealedAs(n), name };
}
const opened = (rev: string, seen?: VersionVector): Leaf => ({ rev, read: { schema: 1, open: { chapter: part({}), ...(seen ? { organizers: part(seen) } : {}) }, closed: {} } });

describe('a part that does not open in all leaves', () => {
  const later = closed('1-a', 'a', { a: 2, b: 1 });
  const earlier = closed('1-b', 'b', { a: 1 });
  const apart = closed('1-c', 'c', { a: 1, c: 1 });

  test('is nothing where there is none', () => {
    expect(decideTogether(opened('1-a'), [opened('1-a')], [])).toEqual({ closed: [], left: [] });
  });

  test('is the latest, whichever leaf is the first and whatever opens', () => {
    for (const first of [later.leaf, earlier.leaf]) {
      expect(decideTogether(first, [], [earlier, later])).toEqual({ closed: [later], left: [], closedOnly: true });
      expect(decideTogether(first, [opened('1-d', { a: 1 }), opened('1-e', { b: 1 })], [later])).toEqual({ closed: [later], left: [], closedOnly: true });
    }
  });

  test('gives way to what opens here, when that had seen all of them', () => {
    const readable = [opened('1-d', { a: 2 }), opened('1-e', { b: 1, c: 1 })];
    expect(decideTogether(later.leaf, readable, [later, apart])).toEqual({ closed: [], left: [] });
    expect(decideTogether(later.leaf, [opened('1-d', { a: 2 })], [later, earlier])).toMatchObject({ closed: [later] });
  });

  test('is the same part where the bytes are the same, even of the oldest that say nothing', () => {
    const [one, other] = [closed('1-a', 'x'), closed('1-b', 'x')];
    expect(decideTogether(other.leaf, [], [one, other])).toEqual({ closed: [one], left: [], closedOnly: true });
    expect(decideTogether(one.leaf, [opened('1-d', { a: 1 })], [one, other]).left).toHaveLength(1);
    expect(decideTogether(one.leaf, [], [one, closed('1-b', 'y')]).left).toHaveLength(1);
  });

  test('of two that had seen the same is one and the same from either side', () => {
    const [one, other] = [closed('1-a', 'x', { a: 1 }), closed('1-b', 'y', { a: 1 })];
    expect(decideTogether(one.leaf, [], [one, other]).closed).toEqual([other]);
    expect(decideTogether(one.leaf, [], [other, one]).closed).toEqual([other]);
  });

  test('is the first leaf’s where none had seen the others, which are left alone', () => {
    const readable = opened('1-d', { d: 1 });
    expect(decideTogether(later.leaf, [readable], [apart, later])).toEqual({ closed: [later], left: [apart.leaf, readable], closedOnly: true });
    const alike = closed('1-f', 'a', { a: 2, b: 1 });
    expect(decideTogether(later.leaf, [], [later, alike, apart])).toEqual({ closed: [later], left: [apart.leaf], closedOnly: true });
  });

  test('is what opens in the first leaf, where it opens there', () => {
    const [first, second] = [opened('1-d', { d: 1 }), opened('1-e', { e: 1 })];
    expect(decideTogether(first, [first, second], [later])).toEqual({ closed: [], left: [later.leaf] });
  });

  test('is none where the first leaf has none: nothing is put there', () => {
    const readable = opened('1-e', { e: 1 });
    expect(decideTogether(opened('1-d'), [readable], [later])).toEqual({ closed: [], left: [later.leaf, readable] });
  });

  test('is not taken for the latest when another does not say what it had seen', () => {
    const silent = closed('1-a', 's');
    expect(decideTogether(later.leaf, [], [later, silent])).toEqual({ closed: [later], left: [silent.leaf], closedOnly: true });
    expect(decideTogether(later.leaf, [opened('1-d', { a: 9 })], [silent])).toMatchObject({ closed: [] });
    expect(decideTogether(silent.leaf, [opened('1-d', { a: 9 })], [silent]).left).toHaveLength(1);
  });
});

test('of each author the part is decided for itself', () => {
  const [mine, mineLater, theirs] = [closed('1-a', 'a', { a: 1 }, 'author/1'), closed('1-b', 'b', { a: 2 }, 'author/1'), closed('1-a', 'c', { b: 1 }, 'author/2')];
  const theirsApart = closed('1-b', 'd', { c: 1 }, 'author/2');
  expect(decideEach(mine.leaf, [mine, mineLater, theirs])).toEqual({ closed: [mineLater, theirs], left: [] });
  expect(decideEach(theirs.leaf, [theirs, theirsApart])).toEqual({ closed: [theirs], left: [theirsApart.leaf] });
});

test('what a sealed part’s writers had seen stands in the part for all; the oldest do not say', () => {
  expect(vectorOf(closed('1-a', 'a', { a: 1 }).leaf, 'organizers')).toEqual({ a: 1 });
  expect(vectorOf(opened('1-a'), 'organizers')).toBeUndefined();
  expect(vectorOf({ rev: '1-a', read: { schema: 1, open: {}, closed: {} } }, 'organizers')).toBeUndefined();
});
