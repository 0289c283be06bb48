import type { Host } from '../host.ts';
import { findLoss, noteCount } from './canary.ts';
import { StoreProblem } from './chapter-types.ts';
import { keepCounting } from './counting.ts';
import { hasRoom } from './disk-room.ts';
import { beginNewLife } from './lives.ts';
import { RecordsMissing, type Loss } from './loss.ts';
import { mendRows } from './mend-rows.ts';
import { openRecords, type OpenedChapter, type RecordsAccess } from './open-records.ts';
import { openPouch } from './pouch.ts';
import { requireReadable } from './readable.ts';
import { createSealer } from './sealing.ts';

type Watch = Pick<Host, 'keep' | 'sync'>;

/**
 * Opens a chapter's records and makes sure that they are all there. Throws {@link RecordsMissing} when they are not,
 * after putting together again what can be; {@link StoreProblem} `wrong-key` or `newer-schema` when nothing can be
 * read. In each case nothing is left open and nothing was changed that a peer or a backup would bring.
 */
export async function openWatched(host: Watch, access: RecordsAccess): Promise<OpenedChapter> {
  // What fails while a torn database is read is told by the loss; where nothing is lost, it is told afterwards.
  const early: unknown[] = [];
  let isKnown = false;
  const onFailure = (problem: unknown): void => (isKnown ? access.onFailure(problem) : void early.push(problem));
  const opened = await openRecords({ ...access, onFailure });
  let loss: Loss | null;
  try {
    [loss] = await Promise.all([findLoss(host.keep, access.id, opened.pouch), createSealer(access.id, access.keys).then((sealer) => requireReadable(opened.pouch, sealer))]);
    if (!loss) {
      isKnown = true;
      early.forEach(access.onFailure);
      return await watched(host, opened);
    }
    await opened.close();
  } catch (problem) {
    await opened.close();
    // Reading a torn database can end PouchDB's connection, and then it does not answer what is here.
    loss = problem instanceof StoreProblem ? null : await lossAlone(host, access).catch(() => null);
    if (!loss) throw problem;
  }
  throw new RecordsMissing(await mended(host, access, loss));
}

/**
 * Opens a chapter that lost records, as it is. Until {@link acceptCount} the loss is told again at each opening.
 * What is changed from now on is told apart from what this PC once changed and lost.
 */
export async function openDespiteLoss(access: RecordsAccess): Promise<OpenedChapter> {
  const pouch = openPouch(`chapter-${access.id}`, access.adapter, access.prefix);
  await beginNewLife(pouch).finally(() => pouch.close());
  return openRecords(access);
}

/** From now on what is here is all that this PC should hold. */
export async function acceptCount(host: Watch, opened: OpenedChapter): Promise<void> {
  await watched(host, opened);
}

/** What is still missing; null when the PC holds again as many records as it once did, as far as anybody knows. */
export async function lossNow(opened: OpenedChapter, before: Loss): Promise<Loss | null> {
  const { doc_count } = await opened.pouch.info();
  return before.held === null || doc_count >= before.held ? null : { ...before, here: doc_count };
}

async function watched(host: Watch, opened: OpenedChapter): Promise<OpenedChapter> {
  await noteCount(host, opened.id, opened.pouch);
  keepCounting(host, opened);
  return opened;
}

async function lossAlone(host: Watch, access: RecordsAccess): Promise<Loss | null> {
  const pouch = openPouch(`chapter-${access.id}`, access.adapter, access.prefix);
  return findLoss(host.keep, access.id, pouch).finally(() => pouch.close());
}

/** The loss that is left after the database was put in order. */
async function mended(host: Watch, access: RecordsAccess, loss: Loss): Promise<Loss> {
  if (loss.kind !== 'fewer') return loss;
  if (!(await hasRoom())) throw new StoreProblem('storage-full');
  const name = `chapter-${access.id}`;
  await mendRows(`${access.prefix ?? ''}${name}`);
  const pouch = openPouch(name, access.adapter, access.prefix);
  try {
    const { doc_count } = await pouch.info();
    const isWhole = (await findLoss(host.keep, access.id, pouch)) === null;
    return { ...loss, here: doc_count, kind: isWhole ? 'mended' : 'fewer' };
  } finally {
    await pouch.close();
  }
}
