import type { RecordPouch } from '../../store/pouch.ts';
import type { StickAbout, StickDocument } from './stick-frames.ts';

/** From this share of the living records on a person is asked (design §7, anchors A3). */
const MOST = 0.9;
/** A chapter of so few records may well be emptied. */
const FEW = 10;

/** Records that would vanish by reading a file. */
export interface Vanishing {
  readonly vanishing: number;
  readonly living: number;
}

/** Whether a file holds so many deletions that it must be looked through before anything of it is written. */
export async function mayVanish(pouch: RecordPouch, { deleted }: Pick<StickAbout, 'deleted'>): Promise<boolean> {
  const { doc_count } = await pouch.info();
  return isMost({ vanishing: deleted, living: doc_count });
}

/** True for nine in ten of the records or more. */
export function isMost({ vanishing, living }: Vanishing): boolean {
  return living >= FEW && vanishing >= living * MOST;
}

/** Of these documents' records those that live here, and of which only deletions come. */
export async function vanishingIn(pouch: RecordPouch, documents: readonly StickDocument[]): Promise<readonly string[]> {
  const living = new Set(documents.filter(({ _deleted }) => _deleted !== true).map(({ _id }) => _id));
  const deleted = [...new Set(documents.map(({ _id }) => _id))].filter((id) => !living.has(id));
  if (deleted.length === 0) return [];
  const { rows } = await pouch.allDocs({ keys: deleted });
  return rows.flatMap((row) => ('error' in row || row.value.deleted === true ? [] : [row.id]));
}
