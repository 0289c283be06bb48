import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavesOf, treeOf, winnerOf, withoutLeaves, type RevisionNode, type RevisionRoot } from './revision-tree.ts';

const node: fc.Memo<RevisionNode> = fc.memo((depth) =>
  fc.tuple(
    fc.stringMatching(/^[0-9a-f]{6}$/),
    fc.constantFrom<RevisionNode[1]>({ status: 'available' }, { status: 'available', deleted: true }),
    depth > 1 ? fc.array(node(depth - 1), { maxLength: 2 }) : fc.constant<RevisionNode[]>([]),
  ),
);
const tree = fc.array(fc.record({ pos: fc.integer({ min: 1, max: 4 }), ids: node(4) }), { minLength: 1, maxLength: 3 });

test('what is left after leaves were taken away is exactly the other leaves', () => {
  fc.assert(
    fc.property(tree, fc.func(fc.boolean()), (roots: RevisionRoot[], isGone) => {
      const all = leavesOf(roots);
      const gone = new Set(all.map(({ rev }) => rev).filter((rev) => isGone(rev)));
      const left = leavesOf(withoutLeaves(roots, gone));
      expect(left).toEqual(all.filter(({ rev }) => !gone.has(rev)));
    }),
  );
});

test('a tree without any leaf left is no tree', () => {
  const chain: RevisionRoot = { pos: 1, ids: ['a', { status: 'missing' }, [['b', { status: 'missing' }, [['c', { status: 'available' }, []]]]]] };
  expect(withoutLeaves([chain], new Set(['3-c']))).toEqual([]);
  expect(withoutLeaves([chain], new Set(['2-b']))).toEqual([chain]);
});

test('bodies without a document become its leaves, lowest first', () => {
  const made = treeOf([{ rev: '3-cc', deleted: true }, { rev: '2-aa', deleted: false }]);
  expect(made.map(({ pos }) => pos)).toEqual([2, 3]);
  expect(leavesOf(made)).toEqual([
    { rev: '2-aa', height: 2, deleted: false },
    { rev: '3-cc', height: 3, deleted: true },
  ]);
});

test('the winner is CouchDB’s: living before deleted, higher before lower, then the greater hash', () => {
  const leaves = leavesOf(treeOf([{ rev: '9-ff', deleted: true }, { rev: '3-aa', deleted: false }, { rev: '3-ab', deleted: false }, { rev: '2-ff', deleted: false }]));
  expect(winnerOf(leaves)?.rev).toBe('3-ab');
  expect(winnerOf(leaves.filter(({ deleted }) => deleted))?.rev).toBe('9-ff');
  expect(winnerOf([])).toBeNull();
  expect(winnerOf(leavesOf(treeOf([{ rev: '2-ff', deleted: false }, { rev: '10-00', deleted: false }])))?.rev).toBe('10-00');
});
