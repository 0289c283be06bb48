/**
 * Who changed what, without clocks (design §4): a version vector for the record part and, for each field, the dots of
 * its last change. A dot is the `counter`-th change that a device made to this record.
 */
export type Dot = readonly [device: string, counter: number];
export type VersionVector = Readonly<Record<string, number>>;

/**
 * The stamps of one part, by atom: a field, or one item of a list (see `atoms.ts`). `base` holds for every field and
 * item that is there and that `fields` does not name; what is not there and not named was never there.
 */
export interface Stamps {
  readonly seen: VersionVector;
  readonly base: readonly Dot[];
  readonly fields: Readonly<Record<string, readonly Dot[]>>;
  /**
   * Where an atom has several dots with different values: the value of each, in the dots' order, null for none. They
   * stay until someone who has seen them all changes the atom, so that merging again knows what is in question.
   */
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
  /**
   * Only in the part for all: what the writers of the other parts had seen, by the part's name (see `parts.ts`). By it
   * those who cannot open a part still know which of two versions of it is the later.
   */
  readonly inner?: Readonly<Record<string, VersionVector>>;
  /**
   * Only in the part for all: changes, by the part's name, that were made on revisions that are not in this one (they
   * were erased, wait for who has the key, or are in a merge that has not arrived). A device of which some are there goes
   * on under a name of its own, so that no two changes bear the same dot, and none is taken for seen that was not.
   */
  readonly floors?: Readonly<Record<string, VersionVector>>;
}

/** A part as it is sealed: its fields, its stamps and its history, with short names since every record carries them. */
export interface StampedPart {
  readonly f: Readonly<Record<string, unknown>>;
  readonly v: VersionVector;
  readonly d: readonly Dot[];
  readonly x?: Readonly<Record<string, readonly Dot[]>>;
  readonly w?: Readonly<Record<string, readonly unknown[]>>;
  readonly p?: Readonly<Record<string, VersionVector>>;
  readonly g?: Readonly<Record<string, VersionVector>>;
  /** Lines of the history, newest first (see `history-lines.ts`). */
  readonly h?: readonly unknown[];
}

/** A member of a record of ours; never one that every object has, such as `constructor`. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** True when a side with this vector had seen all of these changes. */
export function hasSeen(seen: VersionVector, dots: readonly Dot[]): boolean {
  return dots.every(([device, counter]) => (own(seen, device) ?? 0) >= counter);
}

/** The stamps of a new record's part, written by `device`. */
export function firstStamps(device: string): Stamps {
  return { seen: { [device]: 1 }, base: [[device, 1]], fields: {} };
}

/** The stamps of a part that comes to a record later: what it does not name was never there. */
export const EMPTY_STAMPS: Stamps = { seen: {}, base: [], fields: {} };

/** What an edit does to the stamps. */
export interface StampedChange {
  /** Atoms that get the edit's dot. */
  readonly changed: readonly string[];
  /** Atoms that are no longer named. */
  readonly forgotten?: readonly string[];
}

/** The stamps after `device` made this change, having seen all that the part knew. `floor`: see {@link Stamps.floors}. */
export function nextStamps(stamps: Stamps, device: string, { changed, forgotten = [] }: StampedChange, floor: VersionVector = {}): Stamps {
  const dot = nextDot(stamps.seen, device, floor);
  const dots: readonly Dot[] = [dot];
  const gone = new Set([...changed, ...forgotten]);
  const keep = <T>(named: Readonly<Record<string, T>>): [string, T][] => Object.entries(named).filter(([atom]) => !gone.has(atom));
  const fields = Object.fromEntries([...keep(stamps.fields), ...changed.map((atom): [string, readonly Dot[]] => [atom, dots])]);
  return withValues({ ...stamps, seen: { ...stamps.seen, [dot[0]]: dot[1] }, fields }, Object.fromEntries(keep(stamps.values ?? {})));
}

/** The dot of the device's next change, upon a state that had seen so much of it. */
function nextDot(seen: VersionVector, device: string, floor: VersionVector): Dot {
  let [name, last] = [device, 0];
  for (let above = own(floor, name) ?? 0; above > (own(seen, name) ?? 0); above = own(floor, name) ?? 0) {
    last = Math.max(last, above);
    name = `${name}~${String(above)}`;
  }
  return [name, Math.max(last, own(seen, name) ?? 0) + 1];
}

/** The stamps with these values in question; without any, the member is left out. */
export function withValues({ values: _former, ...stamps }: Stamps, values: Readonly<Record<string, readonly unknown[]>>): Stamps {
  return Object.keys(values).length === 0 ? stamps : { ...stamps, values };
}

/** The union of two vectors: what both sides together had seen. */
export function joinVectors(left: VersionVector, right: VersionVector): VersionVector {
  const joined = new Map(Object.entries(left));
  for (const [device, counter] of Object.entries(right)) joined.set(device, Math.max(joined.get(device) ?? 0, counter));
  return Object.fromEntries(joined);
}

/** True when everything that `inner` had seen was seen by `outer` too. */
export function isWithin(inner: VersionVector, outer: VersionVector): boolean {
  return hasSeen(outer, Object.entries(inner));
}

/** Negative when `left` is the older provisional winner: by counter, then device (design §4). */
export function compareDots([leftDevice, leftCounter]: Dot, [rightDevice, rightCounter]: Dot): number {
  if (leftCounter !== rightCounter) return leftCounter - rightCounter;
  return leftDevice === rightDevice ? 0 : leftDevice < rightDevice ? -1 : 1;
}

/** A part for sealing. `history`: its lines, newest first. */
export function toStampedPart(fields: Readonly<Record<string, unknown>>, stamps: Stamps, history: readonly unknown[]): StampedPart {
  return {
    f: fields,
    v: stamps.seen,
    d: stamps.base,
    ...(Object.keys(stamps.fields).length > 0 ? { x: stamps.fields } : {}),
    ...(stamps.values ? { w: stamps.values } : {}),
    ...(stamps.inner && Object.keys(stamps.inner).length > 0 ? { p: stamps.inner } : {}),
    ...(stamps.floors && Object.keys(stamps.floors).length > 0 ? { g: stamps.floors } : {}),
    ...(history.length > 0 ? { h: history } : {}),
  };
}

/** The stamps of an unsealed part. */
export function stampsOf(part: StampedPart): Stamps {
  return withValues({ seen: part.v, base: part.d, fields: part.x ?? {}, ...(part.p ? { inner: part.p } : {}), ...(part.g ? { floors: part.g } : {}) }, part.w ?? {});
}
