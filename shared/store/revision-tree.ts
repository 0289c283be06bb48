/** A node of PouchDB's revision tree: hash, what is known of it, and the revisions made from it. */
export type RevisionNode = [string, { status?: 'available' | 'missing'; deleted?: boolean }, RevisionNode[]];
/** One root of a tree, with the height of its first revision. */
export interface RevisionRoot {
  pos: number;
  ids: RevisionNode;
}

/** A leaf: what a document is now, on one side of a disagreement. */
export interface LeafRevision {
  readonly rev: string;
  readonly height: number;
  readonly deleted: boolean;
}

/** The leaves of a tree, in no order. */
export function leavesOf(tree: readonly RevisionRoot[]): readonly LeafRevision[] {
  const found: LeafRevision[] = [];
  const walk = (height: number, [hash, about, made]: RevisionNode): void => {
    if (made.length === 0) found.push({ rev: `${String(height)}-${hash}`, height, deleted: about.deleted === true });
    for (const node of made) walk(height + 1, node);
  };
  for (const root of tree) walk(root.pos, root.ids);
  return found;
}

/**
 * The tree without those leaves, and without what led only to them: an ancestor must not become a leaf, its body was
 * dropped long ago. What is asked for again afterwards comes as if it had never been here.
 */
export function withoutLeaves(tree: readonly RevisionRoot[], gone: ReadonlySet<string>): RevisionRoot[] {
  const prune = (height: number, node: RevisionNode): RevisionNode | null => {
    const [hash, about, made] = node;
    if (made.length === 0) return gone.has(`${String(height)}-${hash}`) ? null : node;
    const left = made.map((next) => prune(height + 1, next)).filter((next) => next !== null);
    return left.length === 0 ? null : [hash, about, left];
  };
  return tree.flatMap((root) => {
    const ids = prune(root.pos, root.ids);
    return ids ? [{ pos: root.pos, ids }] : [];
  });
}

/** A tree of revisions that nothing is known of but themselves. */
export function treeOf(leaves: readonly { readonly rev: string; readonly deleted: boolean }[]): RevisionRoot[] {
  const roots = leaves.map(({ rev, deleted }): RevisionRoot => {
    const [height = '', hash = ''] = rev.split('-');
    return { pos: Number(height), ids: [hash, deleted ? { status: 'available', deleted } : { status: 'available' }, []] };
  });
  return roots.sort((a, b) => a.pos - b.pos);
}

/** The leaf that CouchDB's rule lets win: living before deleted, then the higher, then the greater hash. */
export function winnerOf(leaves: readonly LeafRevision[]): LeafRevision | null {
  const [first] = [...leaves].sort(
    (a, b) => Number(a.deleted) - Number(b.deleted) || b.height - a.height || (a.rev.slice(a.rev.indexOf('-')) < b.rev.slice(b.rev.indexOf('-')) ? 1 : -1),
  );
  return first ?? null;
}
