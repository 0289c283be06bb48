import type { CollectionName } from './chapter-types.ts';
import type { Backing } from './codec.ts';
import { collectionOfId } from './families.ts';
import { nextTurn } from './next-turn.ts';
import type { FillingHand } from './record-instance.ts';
import type { Snapshot } from './snapshot.ts';

/** Records read from the database in one go. */
const BATCH = 500;

/**
 * Brings a collection's records into memory from the snapshot, and those that changed since from the database. False
 * when the snapshot is damaged or does not fit: nothing of it is in memory then, and the whole collection is to be read.
 */
export async function fillFromSnapshot(snapshot: Snapshot, name: CollectionName, hand: FillingHand<Backing>): Promise<boolean> {
  const since = (await adoptAll(snapshot, name, hand)) ? await snapshot.since : null;
  if (!since) {
    hand.empty();
    return false;
  }
  const changed = since.changed.filter(({ _id }) => collectionOfId(_id) === name);
  await hand.takeIn(changed);
  const read = new Set(changed.map(({ _id }) => _id));
  const ids = since.unread.filter((id) => collectionOfId(id) === name && !read.has(id));
  for (let from = 0; from < ids.length; from += BATCH) await hand.readAgain(ids.slice(from, from + BATCH));
  return true;
}

async function adoptAll(snapshot: Snapshot, name: CollectionName, hand: FillingHand<Backing>): Promise<boolean> {
  for await (const records of snapshot.records(name)) {
    if (!records) return false;
    await hand.adopt(records);
    await nextTurn();
  }
  return true;
}
