/**
 * Who changed what, without clocks (design §4): a version vector for the record part and, for each field, the dots of
 * its last change. A dot is the `counter`-th change that a device made to this record.
 */
export type Dot = readonly [device: string, counter: number];
export type VersionVector = Readonly<Record<string, number>>;

/** The stamps of one part. `base` holds for every field that `fields` does not name. */
export interface Stamps {
  readonly seen: VersionVector;
  readonly base: readonly Dot[];
  readonly fields: Readonly<Record<string, readonly Dot[]>>;
}

/** A part as it is sealed: its fields and its stamps, with short names since every record carries them. */
export interface StampedPart {
  readonly f: Readonly<Record<string, unknown>>;
  readonly v: VersionVector;
  readonly d: readonly Dot[];
  readonly x?: Readonly<Record<string, readonly Dot[]>>;
}

/** The dots of a field's last change; a part seldom needs more than its base. */
export function dotsOf(stamps: Stamps, field: string): readonly Dot[] {
  return stamps.fields[field] ?? stamps.base;
}

/** True when a side with this vector had seen all of these changes. */
export function hasSeen(seen: VersionVector, dots: readonly Dot[]): boolean {
  return dots.every(([device, counter]) => (seen[device] ?? 0) >= counter);
}

/** The stamps of a new part, written by `device`. */
export function firstStamps(device: string): Stamps {
  return { seen: { [device]: 1 }, base: [[device, 1]], fields: {} };
}

/** The stamps after `device` changed these fields, having seen all that the part knew. */
export function nextStamps(stamps: Stamps, device: string, changed: readonly string[]): Stamps {
  const counter = (stamps.seen[device] ?? 0) + 1;
  const dot: Dot = [device, counter];
  const fields: Record<string, readonly Dot[]> = { ...stamps.fields };
  for (const field of changed) fields[field] = [dot];
  return { seen: { ...stamps.seen, [device]: counter }, base: stamps.base, fields };
}

/** The union of two vectors: what both sides together had seen. */
export function joinVectors(left: VersionVector, right: VersionVector): VersionVector {
  const joined: Record<string, number> = { ...left };
  for (const [device, counter] of Object.entries(right)) joined[device] = Math.max(joined[device] ?? 0, counter);
  return joined;
}

/**
 * The dots of a field after a merge: those that both sides still hold, and those that the other side has not seen. A dot
 * that one side holds and the other has seen but holds no more was superseded there. In a fixed order.
 */
export function livingDots(leftSeen: VersionVector, left: readonly Dot[], rightSeen: VersionVector, right: readonly Dot[]): readonly Dot[] {
  const isIn = (dots: readonly Dot[], [device, counter]: Dot): boolean => dots.some(([d, c]) => d === device && c === counter);
  const living = [
    ...left.filter((dot) => isIn(right, dot) || !hasSeen(rightSeen, [dot])),
    ...right.filter((dot) => !isIn(left, dot) && !hasSeen(leftSeen, [dot])),
  ];
  // Two values that each had seen the other's change: only a hand-made state is so; keeping all forgets nothing.
  const kept = living.length > 0 ? living : [...left, ...right];
  return kept.sort(([a, m], [b, n]) => (a === b ? m - n : a < b ? -1 : 1));
}

/** Negative when `left` is the older provisional winner: by highest counter, then device (design §4). */
export function compareDots(left: readonly Dot[], right: readonly Dot[]): number {
  const [leftDevice, leftCounter] = top(left);
  const [rightDevice, rightCounter] = top(right);
  if (leftCounter !== rightCounter) return leftCounter - rightCounter;
  return leftDevice === rightDevice ? 0 : leftDevice < rightDevice ? -1 : 1;
}

function top(dots: readonly Dot[]): Dot {
  return dots.reduce<Dot>((best, dot) => (dot[1] > best[1] || (dot[1] === best[1] && dot[0] > best[0]) ? dot : best), ['', 0]);
}

/** A part for sealing. */
export function toStampedPart(fields: Readonly<Record<string, unknown>>, stamps: Stamps): StampedPart {
  const part = { f: fields, v: stamps.seen, d: stamps.base };
  return Object.keys(stamps.fields).length === 0 ? part : { ...part, x: stamps.fields };
}

/** The stamps of an unsealed part. */
export function stampsOf(part: StampedPart): Stamps {
  return { seen: part.v, base: part.d, fields: part.x ?? {} };
}
