import type { Inside } from './hub-database.ts';
import { leavesFrom, type Leaf } from './revision-tree.ts';
import type { Json } from './validation.ts';

/** The bodies of the revisions asked for, each once; `latest`: of the leaves made from them. */
export async function revisionsOf(
  inside: Inside,
  id: string,
  leaves: readonly Leaf[],
  revs: readonly string[],
  withHistory: boolean,
  latest: boolean,
): Promise<readonly ({ ok: Json } | { missing: string })[]> {
  const found: ({ ok: Json } | { missing: string })[] = [];
  const given = new Set<string>();
  for (const rev of revs) {
    const from = leavesFrom(leaves, rev);
    const wanted = latest ? from.map((leaf) => ({ leaf, rev: leaf.rev })) : from.slice(0, 1).map((leaf) => ({ leaf, rev }));
    if (wanted.length === 0) found.push({ missing: rev });
    for (const one of wanted) {
      if (given.has(one.rev)) continue;
      given.add(one.rev);
      const body = await bodyOf(inside, id, one.leaf, one.rev, withHistory);
      found.push(body === null ? { missing: one.rev } : { ok: body });
    }
  }
  return found;
}

/** The body of a revision, or null when it was superseded and dropped. */
export async function bodyOf(inside: Inside, id: string, leaf: Leaf, rev: string, withHistory: boolean): Promise<Json | null> {
  return inside.revision(id, leaf, rev, withHistory).catch((problem: unknown) => {
    if (problem !== null && typeof problem === 'object' && 'status' in problem && problem.status === 404) return null;
    throw problem;
  });
}
