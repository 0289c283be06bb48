import type { RecordInstance } from './record-instance.ts';
import type { StoredDocument } from './pouch.ts';

const PAGE = 2000;

/** Reads a whole collection into memory, page by page, which leaves room for the screen to paint between them. */
export async function readAll<R, B>(instance: RecordInstance<R, B>): Promise<void> {
  const { pouch } = instance.internals;
  for (const { startkey: first, endkey } of instance.keeping.ranges) {
    let startkey = first;
    for (;;) {
      const page = await pouch.allDocs({ include_docs: true, conflicts: true, startkey, endkey, limit: PAGE });
      const documents = page.rows.map((row) => row.doc as unknown as StoredDocument);
      await instance.takeIn(documents);
      if (page.rows.length < PAGE) break;
      startkey = `${documents.at(-1)?._id ?? endkey}\u0000`;
    }
  }
}
