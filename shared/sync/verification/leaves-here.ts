import type { RecordPouch } from '../../store/pouch.ts';
import type { RevisionNode, RevisionRoot } from '../../store/revision-tree.ts';
import type { IdRev } from '../answers.ts';

const PAGE = 1000;

/** A record's leaves as one text, so that a whole chapter's fit into memory and compare at once. */
export type LeavesText = string;

/** The same text for the same leaves, in whatever order they are named. */
export function leavesText(revs: readonly string[]): LeavesText {
  return revs.length === 1 ? (revs[0] ?? '') : [...revs].sort().join(' ');
}

/** The leaves in such a text. */
export function revsIn(text: LeavesText): readonly string[] {
  return text.split(' ');
}

/** Every record here with all its leaves, after a local sequence. `moved` is told of each page. */
export async function leavesHere(pouch: RecordPouch, since = 0, moved: () => void = () => undefined): Promise<Map<string, LeavesText>> {
  const leaves = new Map<string, LeavesText>();
  for (let from = since; ; ) {
    const { results, last_seq: last } = await pouch.changes({ since: from, limit: PAGE, style: 'all_docs', return_docs: true });
    for (const { id, changes } of results) leaves.set(id, leavesText(changes.map(({ rev }) => rev)));
    moved();
    if (results.length === 0) return leaves;
    from = Number(last);
  }
}

type WithTree = { _getRevisionTree(id: string, done: (problem: unknown, tree?: readonly RevisionRoot[]) => void): void };

/**
 * Which of these revisions this database does not know. PouchDB's own `revsDiff` also names ancestors whose bodies were
 * dropped: asked for and given, they would change nothing and be missing again the next time.
 */
export async function unknownHere(pouch: RecordPouch, revisions: ReadonlyMap<string, readonly string[]>): Promise<readonly IdRev[]> {
  const unknown: IdRev[] = [];
  const ids = [...revisions.keys()];
  for (let at = 0; at < ids.length; at += PAGE) {
    const some = ids.slice(at, at + PAGE);
    const { rows } = await pouch.allDocs({ keys: some });
    for (const [index, id] of some.entries()) {
      const row = rows[index];
      const asked = revisions.get(id) ?? [];
      const winner = !row || 'error' in row ? null : row.value.rev;
      // What wins here is here; most questions are of that alone, and reading trees takes a transaction each.
      if (asked.every((rev) => rev === winner)) continue;
      const known = winner === null ? new Set<string>() : knownIn(await treeHere(pouch, id));
      for (const rev of asked) if (!known.has(rev)) unknown.push({ id, rev });
    }
  }
  return unknown;
}

function treeHere(pouch: RecordPouch, id: string): Promise<readonly RevisionRoot[]> {
  return new Promise((resolve, reject) => {
    (pouch as unknown as WithTree)._getRevisionTree(id, (problem, tree) => {
      if (tree) resolve(tree);
      else if ((problem as { status?: unknown } | null)?.status === 404) resolve([]);
      else reject(problem instanceof Error ? problem : new Error('A revision tree could not be read.', { cause: problem }));
    });
  });
}

/** All revisions that a tree names, leaves and ancestors. */
function knownIn(tree: readonly RevisionRoot[]): Set<string> {
  const known = new Set<string>();
  const open = tree.map(({ pos, ids }): readonly [number, RevisionNode] => [pos, ids]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [height, [hash, , made]] = next;
    known.add(`${String(height)}-${hash}`);
    for (const node of made) open.push([height + 1, node]);
  }
  return known;
}
