import type { IdRange } from './keeping.ts';
import { withBodies, type RecordPouch } from './pouch.ts';
import type { FillingHand } from './record-instance.ts';

const PAGE = 2000;

/** Reads a whole collection into memory, page by page, which leaves room for the screen to paint between them. */
export async function readAll<B>(pouch: RecordPouch, ranges: readonly IdRange[], hand: FillingHand<B>): Promise<void> {
  for (const { startkey: first, endkey } of ranges) {
    let startkey = first;
    for (;;) {
      const page = await pouch.allDocs({ include_docs: true, conflicts: true, startkey, endkey, limit: PAGE });
      await hand.takeIn(withBodies(page.rows.map((row) => row.doc)));
      if (page.rows.length < PAGE) break;
      startkey = `${page.rows.at(-1)?.id ?? endkey}\u0000`;
    }
  }
}
