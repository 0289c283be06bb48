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
      const documents = page.rows.map((row) => row.doc as unknown as StoredDocument);
      await hand.takeIn(documents);
      if (page.rows.length < PAGE) break;
      startkey = `${documents.at(-1)?._id ?? endkey}\u0000`;
    }
  }
}
