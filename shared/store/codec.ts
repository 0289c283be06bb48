import { StoreProblem } from './chapter-types.ts';
import { PARTS, type Envelope, type Part, type SealedPart } from './envelope.ts';
import { SCHEMA_NUMBER, type Family } from './families.ts';
import { keptLines, linesOf, nextNumber, withLine, type HistoryLine, type KeptHistory } from './history-lines.ts';
import { changesOf } from './part-changes.ts';
import { authorsOf, innerName, placesOf, readParts, split, vectorsOf, type ClosedParts, type Places } from './parts.ts';
import { opensKeys, type Sealer } from './sealing.ts';
import { EMPTY_STAMPS, firstStamps, nextStamps, own, toStampedPart, type Stamps, type VersionVector } from './stamps.ts';
import { readTombstone, tombstoneOf, type Tombstone, type TombstoneKind, type TombstoneRead } from './tombstones.ts';

/** What the store remembers of a record beside its fields, to write its next revision. */
export interface Backing {
  readonly schema: number;
  readonly stamps: Partial<Readonly<Record<Part, Stamps>>>;
  /** Parts whose key is not here, carried along untouched; several only of the author part, one of each author. */
  readonly closed: ClosedParts;
  /** Which fields were found in the parts that not all read: a newer Convoca may keep fields there that this one does not know. */
  readonly places?: Places;
  /** The readable lines of its history; most records have none. */
  readonly history?: KeptHistory;
}

export interface OpenedRecord {
  readonly fields: Record<string, unknown>;
  readonly backing: Backing;
}

/** A part as a merge has made it. `key`: the number of the key that it is sealed under. */
export interface MergedPart {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly stamps: Stamps;
  readonly history: readonly HistoryLine[];
  readonly key?: number;
}

/** Turns records into sealed envelopes and back, for one chapter and one device. */
export class RecordCodec {
  readonly sealer: Sealer;
  /** What this PC's dots bear; set before anything is written. */
  device: string;
  readonly #schema: number;

  /** `schema`: the number that this build writes. */
  constructor(sealer: Sealer, device: string, schema = SCHEMA_NUMBER) {
    this.sealer = sealer;
    this.device = device;
    this.#schema = schema;
  }

  /**
   * A new envelope. `before` is the state that the writer had seen, or null for a new record; `touched` names fields (or
   * atoms) that a person decided anew without changing them. Throws a {@link StoreProblem} `not-yours` for a field in a
   * part that this user does not read: it could only be lost or written over what is there.
   */
  seal(
    family: Family,
    id: string,
    fields: Readonly<Record<string, unknown>>,
    before: OpenedRecord | null,
    touched: readonly string[] = [],
  ): { readonly envelope: Envelope; readonly backing: Backing } {
    const places = before?.backing.places;
    const byPart = split(family, fields, places);
    const beforeByPart = split(family, before?.fields ?? {}, places);
    const schema = Math.max(this.#schema, before?.backing.schema ?? 0);
    const closed = before?.backing.closed ?? {};
    const stamps: Partial<Record<Part, Stamps>> = {};
    const history: Partial<Record<Part, string>> = {};
    const opened: Partial<Record<Part, SealedPart>> = {};
    const line = lineOf(this.device, fields, before);
    const inner: Record<string, VersionVector> = { ...before?.backing.stamps.chapter?.inner };
    let isEdit = false;
    // The part for all comes last: it says what was seen of the others, and counts every edit, also one of another part
    // only. By that an erasure knows what it had not seen, whatever the clock says.
    for (const part of PARTS.toReversed()) {
      const fields = byPart[part];
      const earlier = before?.backing.stamps[part];
      if (!earlier && part !== 'chapter') {
        if (isEmpty(fields)) continue;
        if (closed[part] || !this.sealer.holds(part)) throw new StoreProblem('not-yours');
      }
      const first = before ? EMPTY_STAMPS : firstStamps(this.device);
      const change = changesOf(beforeByPart[part], fields, family, earlier ?? first, touched.filter((atom) => part === partOf(family, places, atom)));
      const isChanged = change.changed.length + change.forgotten.length > 0;
      isEdit ||= isChanged;
      const next = before && (part === 'chapter' ? isEdit : isChanged) ? nextStamps(earlier ?? first, this.device, change, floorOf(this.sealer, before, part)) : (earlier ?? first);
      const lines = before && !opensKeys(id) ? withLine(linesOf(before.backing.history?.[part]), { ...line, c: change.told }) : [];
      const stamped = part === 'chapter' && Object.keys(inner).length > 0 ? { ...next, inner } : next;
      stamps[part] = stamped;
      const kept = keptLines(lines);
      if (kept !== undefined) history[part] = kept;
      const sealed = this.sealer.seal({ id, schema }, part, toStampedPart(fields, stamped, lines));
      opened[part] = sealed;
      if (part !== 'chapter') inner[innerName(part, sealed.k)] = next.seen;
    }
    const placed = placesOf({ organizers: stamps.organizers && byPart.organizers, author: stamps.author && byPart.author });
    const backing: Backing = {
      schema,
      stamps,
      closed,
      ...(placed ? { places: placed } : {}),
      ...(Object.keys(history).length > 0 ? { history } : {}),
    };
    return { envelope: this.#envelope(schema, opened, closed), backing };
  }

  /** Seals parts that a merge has made; nothing of this device or this moment enters, so every PC makes these bytes. */
  sealMerged(id: string, schema: number, merged: Partial<Readonly<Record<Part, MergedPart>>>, closed: ClosedParts): Envelope {
    const parts: Partial<Record<Part, SealedPart>> = {};
    for (const [part, { fields, stamps, history, key }] of Object.entries(merged) as [Part, MergedPart][]) {
      parts[part] = this.sealer.seal({ id, schema }, part, toStampedPart(fields, stamps, history), key);
    }
    return this.#envelope(schema, parts, closed);
  }

  /** The record in a stored document, or null when it is not one of this chapter's or cannot be opened. */
  open(id: string, stored: unknown): OpenedRecord | null {
    const read = readParts(this.sealer, id, stored);
    if (!read) return null;
    const fields: Record<string, unknown> = {};
    const stamps: Partial<Record<Part, Stamps>> = {};
    const history: Partial<Record<Part, string>> = {};
    for (const part of PARTS) {
      const content = read.open[part];
      if (!content) continue;
      // `assign` would take a field called `__proto__` for the prototype.
      for (const [name, value] of Object.entries(content.fields)) Object.defineProperty(fields, name, { value, enumerable: true, writable: true, configurable: true });
      stamps[part] = content.stamps;
      const kept = keptLines(content.history);
      if (kept !== undefined) history[part] = kept;
    }
    const places = placesOf({ organizers: read.open.organizers?.fields, author: read.open.author?.fields });
    const backing: Backing = {
      schema: read.schema,
      stamps,
      closed: read.closed,
      ...(places ? { places } : {}),
      ...(Object.keys(history).length > 0 ? { history } : {}),
    };
    return { fields, backing };
  }

  /**
   * What is written in place of a revision: `merged` when it lost a merge, `erased` when the record is to be gone.
   * `before`: what was known of it, so that others can tell whether an edit of theirs had been seen, or is missing here.
   */
  tombstone(id: string, schema: number, kind: TombstoneKind = 'merged', before?: Backing): Tombstone {
    return tombstoneOf(this.sealer, id, schema, kind, before ? vectorsOf(before.stamps.chapter) : undefined);
  }

  /** True for a deletion that someone with the chapter's key made. */
  isGenuineTombstone(id: string, stored: unknown): boolean {
    return this.readTombstone(id, stored) !== null;
  }

  /** A genuine tombstone's kind and what its writer had seen; null for one that nobody of the chapter made. */
  readTombstone(id: string, stored: unknown): TombstoneRead | null {
    return readTombstone(this.sealer, id, stored);
  }

  #envelope(schema: number, opened: Partial<Record<Part, SealedPart>>, closed: ClosedParts): Envelope {
    const { chapter = closed.chapter?.[0], organizers = closed.organizers?.[0] } = opened;
    if (!chapter) throw new Error('A record has no part for the chapter.');
    const author = authorsOf(opened.author, closed.author);
    return { chapter: this.sealer.chapter, schema, parts: { chapter, ...(organizers ? { organizers } : {}), ...(author ? { author } : {}) } };
  }
}

function partOf(family: Family, places: Places | undefined, atom: string): Part {
  const [field = ''] = atom.split(/[\n\r]/);
  const byPart = split(family, { [field]: true }, places);
  return PARTS.find((part) => Object.keys(byPart[part]).length > 0) ?? 'chapter';
}

function lineOf(device: string, fields: Readonly<Record<string, unknown>>, before: OpenedRecord | null): HistoryLine {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { t: before ? nextNumber(before.backing.history) : 1, d: device, a: text(fields['updatedAt']), u: text(fields['updatedBy']), c: [] };
}

function floorOf(sealer: Sealer, before: OpenedRecord | null, part: Part): VersionVector | undefined {
  return own(before?.backing.stamps.chapter?.floors, innerName(part, sealer.ring.current(part) ?? 0));
}

/** Nothing that could be lost: a form may leave empty texts in fields that its user does not see. */
function isEmpty(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.values(fields).every((value) => value === null || value === '' || (Array.isArray(value) && value.length === 0));
}
