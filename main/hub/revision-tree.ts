/** One revision in PouchDB's tree: hash, what is known of it, revisions made from it. */
type RevisionNode = readonly [
  hash: string,
  state: { readonly status?: string; readonly deleted?: boolean },
  children: readonly RevisionNode[],
];
/** A document's revisions: one root for each history that was received in pieces. */
export type RevisionTree = readonly { readonly pos: number; readonly ids: RevisionNode }[];

/** A revision that nothing was made from, with its ancestors, newest first (itself included). */
export interface Leaf {
  readonly rev: string;
  readonly deleted: boolean;
  readonly history: readonly string[];
}

/** All leaves, the winner first: not deleted before deleted, then the longer history, then the greater hash, as in CouchDB. */
export function leavesOf(tree: RevisionTree): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const open = tree.map(({ pos, ids }) => ({ pos, node: ids, above: [] as readonly string[] }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { pos, node, above } = next;
    const [hash, state, children] = node;
    const rev = `${pos}-${hash}`;
    const history = [rev, ...above];
    if (children.length === 0) leaves.push({ rev, deleted: state.deleted === true, history });
    for (const child of children) open.push({ pos: pos + 1, node: child, above: history });
  }
  return leaves.sort(byWinning);
}

/** Every revision that the tree knows, whether its body is still here or not. */
export function knownRevisions(tree: RevisionTree): Set<string> {
  const known = new Set<string>();
  const open = tree.map(({ pos, ids }) => ({ pos, node: ids }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    known.add(`${next.pos}-${next.node[0]}`);
    for (const child of next.node[2]) open.push({ pos: next.pos + 1, node: child });
  }
  return known;
}

/** What is left of each revision: its body (`available`), a deletion, or nothing (`missing`). */
export function statusesOf(tree: RevisionTree): Map<string, 'available' | 'deleted' | 'missing'> {
  const found = new Map<string, 'available' | 'deleted' | 'missing'>();
  const open = tree.map(({ pos, ids }) => ({ pos, node: ids }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [hash, state, children] = next.node;
    found.set(`${next.pos}-${hash}`, state.deleted === true ? 'deleted' : state.status === 'available' ? 'available' : 'missing');
    for (const child of children) open.push({ pos: next.pos + 1, node: child });
  }
  return found;
}

/** The leaves that were made from a revision (itself when it is one); none when the tree does not know it. */
export function leavesFrom(leaves: readonly Leaf[], rev: string): readonly Leaf[] {
  return leaves.filter((leaf) => leaf.history.includes(rev));
}

/** A history in CouchDB's `_revisions` form; `from` a revision of the leaf's history. */
export function revisionsMember(leaf: Leaf, from: string): { start: number; ids: string[] } {
  const history = leaf.history.slice(leaf.history.indexOf(from));
  return { start: generation(from), ids: history.map((rev) => rev.slice(rev.indexOf('-') + 1)) };
}

/** The number in front of a revision. */
export function generation(rev: string): number {
  return parseInt(rev, 10);
}

function byWinning(a: Leaf, b: Leaf): number {
  if (a.deleted !== b.deleted) return a.deleted ? 1 : -1;
  const longer = generation(b.rev) - generation(a.rev);
  if (longer !== 0) return longer;
  return a.rev < b.rev ? 1 : -1;
}
