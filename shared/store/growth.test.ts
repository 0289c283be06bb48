import { expect, test } from 'vitest';
import { randomToken } from '../domain/record.ts';
import { MOST_BYTES, MOST_LINES } from './history-lines.ts';
import { readHistory } from './history.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
import { REVISIONS } from './pouch.ts';
import { openTestChapter } from './test-chapter.ts';

const EDITS = 1000;
/** A sealed byte is 4/3 bytes of text. */
const SEALED = 4 / 3;
/** One revision in the tree, as JSON: hash, status, brackets. */
const TREE_BYTES_EACH = 80;

/** What a record takes on the disk: its body, its tree of revisions, and how many bodies PouchDB still holds of it. */
interface Footprint {
  readonly body: number;
  readonly tree: number;
  readonly revisions: number;
  readonly bodies: number;
}

/** PouchDB's adapters hand out the tree, although its types do not say so. */
type WithTree = { _getRevisionTree(id: string, done: (problem: unknown, tree: unknown) => void): void };

async function footprint(chapter: OpenedChapter, id: string): Promise<Footprint> {
  const stored = await chapter.pouch.get(id, { revs_info: true });
  const { _revs_info: revisions = [], ...body } = stored as { _revs_info?: readonly { status: string }[] };
  const tree = await new Promise<unknown>((resolve, reject) => {
    (chapter.pouch as unknown as WithTree)._getRevisionTree(id, (problem, found) => (problem instanceof Error ? reject(problem) : resolve(found)));
  });
  return {
    body: JSON.stringify(body).length,
    tree: JSON.stringify(tree).length,
    revisions: revisions.length,
    bodies: revisions.filter(({ status }) => status === 'available').length,
  };
}

test('1,000 edits of one record: one body is kept, its history and its tree of revisions are bounded', async () => {
  const chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  try {
    const contacts = [{ key: 'a', kind: 'phone' as const, value: '+19195550100', asWritten: '555-0100' }];
    const { id } = await chapter.create('people', { nameAsWritten: 'Guadalupe Hernández Ríos', called: 'Lupita', contacts, affiliations: [], area: 'Durham' });
    const first = await footprint(chapter, id);
    const after: Footprint[] = [];
    for (let edit = 1; edit <= EDITS; edit += 1) {
      await chapter.change('people', id, edit % 3 === 0 ? { notes: `Called ${String(edit)} times. ${'She sings. '.repeat(20)}` } : { area: `Durham ${String(edit)}` });
      if (edit % 250 === 0) after.push(await footprint(chapter, id));
    }
    const [quarter, , , last] = after as [Footprint, Footprint, Footprint, Footprint];
    // Bodies of earlier revisions are dropped at once, and nothing grows any more.
    expect(after.map(({ bodies }) => bodies)).toEqual([1, 1, 1, 1]);
    expect(last.revisions).toBe(REVISIONS);
    expect(Math.abs(last.body - quarter.body)).toBeLessThan(200);
    // Both parts may hold a full history of their own.
    expect(last.body).toBeLessThan(first.body + 2 * MOST_BYTES * SEALED + 2000);
    expect((await readHistory(chapter, 'people', id)).length).toBeLessThanOrEqual(2 * MOST_LINES);
    expect(last.tree).toBeLessThan(REVISIONS * TREE_BYTES_EACH);
    expect(last.body + last.tree).toBeLessThan(40 * 1024);
  } finally {
    await chapter.close();
  }
}, 120_000);
