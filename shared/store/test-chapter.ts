import memoryAdapter from 'pouchdb-adapter-memory';
import { RxCollectionBase } from 'rxdb';
import { newRecordId } from '../domain/record.ts';
import { openRecords, type OpenedChapter } from './open-records.ts';
import type { SnapshotShelf } from './snapshot-shelf.ts';
import { PouchDB } from './replicating-pouch.ts';
import type { ChapterKeys } from './sealing.ts';
import './test-stretching.ts';

PouchDB.plugin(memoryAdapter);
// RxDB's last collections of a second chapter wait two seconds for others to be closed, and here both stay open.
RxCollectionBase.prototype.promiseWait = () => Promise.resolve();

/** A PC in a test: a device of its own and, by the prefix, databases of its own. */
export interface TestPc {
  readonly device: string;
  readonly prefix: string;
}

let pcs = 0;

/** A PC that no other test uses. */
export function newTestPc(): TestPc {
  pcs += 1;
  return { device: newRecordId('device'), prefix: `pc-${pcs}-` };
}

/** A real chapter on PouchDB's memory adapter, opened at that PC. */
export function openTestChapter(id: string, keys: ChapterKeys, pc: TestPc = newTestPc(), shelf?: SnapshotShelf): Promise<OpenedChapter> {
  return openRecords({
    id,
    keys,
    user: { id: 'user:test', name: 'Rosa' },
    device: pc.device,
    adapter: 'memory',
    prefix: pc.prefix,
    ...(shelf ? { shelf } : {}),
    onFailure: (problem) => {
      throw problem;
    },
  });
}

/** PouchDB's own replication, both ways, and everything that it brought is in the open queries afterwards. */
export async function exchange(left: OpenedChapter, right: OpenedChapter): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await PouchDB.replicate(left.pouch, right.pouch);
    await PouchDB.replicate(right.pouch, left.pouch);
    await pause();
    await left.settled();
    await right.settled();
  }
}

/** Long enough for PouchDB's change notices, which come by timers, to arrive. */
async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
}
