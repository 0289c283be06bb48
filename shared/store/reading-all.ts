import type { IdRange } from './keeping.ts';
import type { RecordPouch, StoredDocument } from './pouch.ts';
import type { FillingHand } from './record-instance.ts';

const PAGE = 2000;

/** Reads a whole collection into memory, page by page, which leaves room for the screen to paint between them. */
export async function readAll<B>(pouch: RecordPouch, ranges: readonly IdRange[], hand: FillingHand<B>): Promise<void> {
  for (const { startkey: first, endkey } of ranges) {
    let startkey = first;
    for (;;) {
      const page = await pouch.allDocs({ include_docs: true, conflicts: true, startkey, endkey, limit: PAGE });
      // In a database that lost rows a document may have no body; that some are missing is told by their count.
      await hand.takeIn(page.rows.flatMap((row) => (row.doc ?? []) as StoredDocument | []));
      if (page.rows.length < PAGE) break;
      startkey = `${page.rows.at(-1)?.id ?? endkey}\u0000`;
    }
  }
}
