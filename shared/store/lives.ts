import { randomToken } from '../domain/record.ts';
import { StoreProblem } from './chapter-types.ts';
import { hasRoom } from './disk-room.ts';
import type { RecordPouch } from './pouch.ts';

const LOCAL_ID = '_local/life';

/**
 * What follows the device in the dots of this database. A PC that lost records counts its changes anew from what came
 * back: without another name two different changes could bear the same dot, and one of them would be taken for seen
 * (design §4). Empty for a database that never lost anything.
 */
export async function lifeOf(pouch: RecordPouch): Promise<string> {
  const found = await pouch.get(LOCAL_ID).catch(() => null);
  return found ? `~${String(found['life'])}` : '';
}

/** From now on this database's dots are those of a PC that nobody has seen before. Throws `storage-full`. */
export async function beginNewLife(pouch: RecordPouch): Promise<void> {
  if (!(await hasRoom())) throw new StoreProblem('storage-full');
  const found = await pouch.get(LOCAL_ID).catch(() => null);
  await pouch.put({ _id: LOCAL_ID, life: randomToken(4), ...(found ? { _rev: found._rev } : {}) });
}
