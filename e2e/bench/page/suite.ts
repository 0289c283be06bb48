import { runPerformanceTests } from 'rxdb/plugins/test-utils';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { getRxStoragePouch } from '../../../shared/store/get-rx-storage-pouch.ts';
import { requireStrictDurability } from '../../../shared/store/strict-durability.ts';

/** Milliseconds by the name that RxDB's performance suite gives each of its measures. */
export type SuiteTimes = Readonly<Record<string, number>>;

/** RxDB's own performance suite, once, as it stands, over our storage for any collection (not sealed) or over Dexie. */
export async function runSuite(side: 'convoca' | 'dexie'): Promise<SuiteTimes> {
  requireStrictDurability();
  const storage = side === 'convoca' ? getRxStoragePouch({ adapter: 'idb' }) : getRxStorageDexie();
  const result = await runPerformanceTests(storage, side, { runs: 1, log: false });
  const { description: _description, collectionsAmount: _collections, docsAmount: _documents, ...times } = result;
  return times as SuiteTimes;
}
