import type { Host } from '../host.ts';
import { randomToken } from '../domain/record.ts';
import type { RecordPouch } from './pouch.ts';

const LOCAL_ID = '_local/canary';

function keptName(chapter: string): string {
  return `canary-${chapter}`;
}

/**
 * Each database holds a token that is also kept outside IndexedDB. Browsers delete a damaged database and hand out an
 * empty one without a word (anchors A7); then the token is missing, and the program says so instead of starting empty.
 */
export async function recordsAreMissing(keep: Host['keep'], chapter: string, pouch: RecordPouch): Promise<boolean> {
  const kept = await keep.read(keptName(chapter));
  return kept !== null && kept !== (await tokenIn(pouch));
}

/** Puts the same token into the database and beside it, where one of them is missing. */
export async function completeCanary(keep: Host['keep'], chapter: string, pouch: RecordPouch): Promise<void> {
  const there = await tokenIn(pouch);
  const token = there ?? randomToken(20);
  if (there === null) await pouch.put({ _id: LOCAL_ID, token });
  if ((await keep.read(keptName(chapter))) !== token) await keep.write(keptName(chapter), token);
}

async function tokenIn(pouch: RecordPouch): Promise<string | null> {
  return pouch.get(LOCAL_ID).then(
    (found) => String(found['token']),
    () => null,
  );
}
