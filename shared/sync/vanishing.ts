/** A revision that arrives, as far as this needs to know it. */
export interface ArrivingRevision {
  readonly _id: string;
  readonly _deleted?: boolean;
  readonly kind?: unknown;
}

/** From this share of the records here, and beyond so many, nobody is to lose them without being asked (anchors A3). */
const SHARE = 0.9;
const FEW = 10;

/** Whether so many of the records here vanishing must be asked about. */
export function mustAskBeforeVanishing(vanishing: number, here: number): boolean {
  return vanishing > FEW && vanishing >= here * SHARE;
}

/** Ids whose record would be gone: deletions, except those of a revision that only lost a merge. */
export function deletedIds(arriving: readonly ArrivingRevision[]): readonly string[] {
  const living = new Set(arriving.filter(({ _deleted }) => _deleted !== true).map(({ _id }) => _id));
  const deleted = arriving.filter(({ _id, _deleted, kind }) => _deleted === true && kind !== 'merged' && !living.has(_id));
  return [...new Set(deleted.map(({ _id }) => _id))];
}
