import { describe, expect, it } from 'vitest';
import { knownRevisions, leavesFrom, leavesOf, revisionsMember, type RevisionTree } from './revision-tree.ts';

/** 1-a → 2-b → (3-c deleted, 3-d → 4-e), and a piece received without its beginning: 5-z deleted. */
const TREE: RevisionTree = [
  { pos: 1, ids: ['a', {}, [['b', {}, [['c', { deleted: true }, []], ['d', {}, [['e', {}, []]]]]]]] },
  { pos: 5, ids: ['z', { deleted: true }, []] },
];

describe('a revision tree', () => {
  it('names the winner first: what lives before what is deleted, however long its history', () => {
    expect(leavesOf(TREE).map((leaf) => leaf.rev)).toEqual(['4-e', '5-z', '3-c']);
    const even: RevisionTree = [{ pos: 1, ids: ['a', {}, [['b', {}, []], ['f', {}, []], ['c', {}, []]]] }];
    expect(leavesOf(even).map((leaf) => leaf.rev)).toEqual(['2-f', '2-c', '2-b']);
  });

  it('knows all revisions, and which leaves were made from one', () => {
    expect(knownRevisions(TREE)).toEqual(new Set(['1-a', '2-b', '3-c', '3-d', '4-e', '5-z']));
    const leaves = leavesOf(TREE);
    expect(leavesFrom(leaves, '2-b').map((leaf) => leaf.rev)).toEqual(['4-e', '3-c']);
    expect(leavesFrom(leaves, '3-d').map((leaf) => leaf.rev)).toEqual(['4-e']);
    expect(leavesFrom(leaves, '2-x')).toEqual([]);
  });

  it('writes a history newest first, from the leaf or from within', () => {
    const [winner] = leavesOf(TREE);
    if (winner === undefined) throw new Error('there is a leaf');
    expect(revisionsMember(winner, '4-e')).toEqual({ start: 4, ids: ['e', 'd', 'b', 'a'] });
    expect(revisionsMember(winner, '2-b')).toEqual({ start: 2, ids: ['b', 'a'] });
  });
});
