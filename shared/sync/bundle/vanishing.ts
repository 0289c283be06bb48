import type { RecordPouch } from '../../store/pouch.ts';
import { deletedIds, mustAskBeforeVanishing } from '../vanishing.ts';
import type { StickAbout, StickDocument } from './stick-frames.ts';

/** Records that would vanish by reading a file. */
export interface Vanishing {
  readonly vanishing: number;
  readonly living: number;
}

/** Whether a file holds so many deletions that it must be looked through before anything of it is written. */
export async function mayVanish(pouch: RecordPouch, { deleted }: Pick<StickAbout, 'deleted'>): Promise<boolean> {
  return mustAskBeforeVanishing(deleted, (await pouch.info()).doc_count);
}

/** Of these documents' records those that live here, and of which only deletions come. */
export async function vanishingIn(pouch: RecordPouch, documents: readonly StickDocument[]): Promise<readonly string[]> {
  const deleted = deletedIds(documents);
  if (deleted.length === 0) return [];
  const { rows } = await pouch.allDocs({ keys: [...deleted] });
  return rows.flatMap((row) => ('error' in row || row.value.deleted === true ? [] : [row.id]));
}
