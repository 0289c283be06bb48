import { canonicalJson } from './canonical-json.ts';
import { envelope, tombstone, type Envelope, type Part, type SealedPart, type Tombstone } from './envelope.ts';
import { partOfField, SCHEMA_NUMBER, type Family } from './families.ts';
import type { Sealer } from './sealing.ts';
import { firstStamps, nextStamps, stampsOf, toStampedPart, type StampedPart, type Stamps } from './stamps.ts';

/** What the store remembers of a record beside its fields, to write its next revision. */
export interface Backing {
  readonly schema: number;
  readonly stamps: Partial<Readonly<Record<Part, Stamps>>>;
  /** Parts whose key is not here, carried along untouched. */
  readonly closed: Partial<Readonly<Record<Part, SealedPart>>>;
}

export interface OpenedRecord {
  readonly fields: Record<string, unknown>;
  readonly backing: Backing;
}

/** Turns records into sealed envelopes and back, for one chapter and one device. */
export class RecordCodec {
  readonly sealer: Sealer;
  readonly device: string;

  constructor(sealer: Sealer, device: string) {
    this.sealer = sealer;
    this.device = device;
  }

  /** A new envelope. `before` is the state that the writer had seen, or null for a new record. */
  seal(
    family: Family,
    id: string,
    fields: Readonly<Record<string, unknown>>,
    before: OpenedRecord | null,
  ): { readonly envelope: Envelope; readonly backing: Backing } {
    const byPart = split(family, fields);
    const beforeByPart = split(family, before?.fields ?? {});
    const schema = Math.max(SCHEMA_NUMBER, before?.backing.schema ?? 0);
    const stamps: Partial<Record<Part, Stamps>> = {};
    const parts: Partial<Record<Part, SealedPart>> = { ...before?.backing.closed };
    for (const part of ['chapter', 'organizers'] as const) {
      const own = byPart[part];
      const earlier = before?.backing.stamps[part];
      if (parts[part] || (part !== 'chapter' && !earlier && Object.keys(own).length === 0)) continue;
      const next = earlier ? stampsAfter(earlier, this.device, beforeByPart[part], own) : firstStamps(this.device);
      stamps[part] = next;
      parts[part] = this.sealer.seal({ id, schema }, part, toStampedPart(own, next));
    }
    return { envelope: this.#envelope(schema, parts), backing: { schema, stamps, closed: before?.backing.closed ?? {} } };
  }

  /** Seals parts that a merge has made; nothing of this device or this moment enters, so every PC makes these bytes. */
  sealMerged(
    id: string,
    schema: number,
    versions: Partial<Readonly<Record<Part, { readonly fields: Readonly<Record<string, unknown>>; readonly stamps: Stamps }>>>,
    closed: Partial<Readonly<Record<Part, SealedPart>>>,
  ): Envelope {
    const parts: Partial<Record<Part, SealedPart>> = { ...closed };
    for (const [part, version] of Object.entries(versions) as [Part, { fields: Record<string, unknown>; stamps: Stamps }][]) {
      parts[part] = this.sealer.seal({ id, schema }, part, toStampedPart(version.fields, version.stamps));
    }
    return this.#envelope(schema, parts);
  }

  /** The record in a stored document, or null when it is not one of this chapter's or cannot be opened. */
  open(id: string, stored: unknown): OpenedRecord | null {
    const parsed = envelope.safeParse(pick(stored, ['chapter', 'schema', 'parts']));
    if (!parsed.success || parsed.data.chapter !== this.sealer.chapter) return null;
    const fields: Record<string, unknown> = {};
    const stamps: Partial<Record<Part, Stamps>> = {};
    const closed: Partial<Record<Part, SealedPart>> = {};
    const schema = parsed.data.schema;
    for (const [part, sealed] of Object.entries(parsed.data.parts) as [Part, SealedPart | undefined][]) {
      if (!sealed) continue;
      const content = this.sealer.open({ id, schema }, part, sealed) as StampedPart | null;
      if (content) {
        Object.assign(fields, content.f);
        stamps[part] = stampsOf(content);
      } else if (part === 'chapter') return null;
      else closed[part] = sealed;
    }
    return { fields, backing: { schema, stamps, closed } };
  }

  /** What is written in place of a deleted record. */
  tombstone(id: string, schema: number): Tombstone {
    return { chapter: this.sealer.chapter, schema, mac: this.sealer.tombstoneMac(id, schema) };
  }

  /** True for a deletion that someone with the chapter's key made. */
  isGenuineTombstone(id: string, stored: unknown): boolean {
    const parsed = tombstone.safeParse(pick(stored, ['chapter', 'schema', 'mac']));
    return parsed.success && parsed.data.mac === this.sealer.tombstoneMac(id, parsed.data.schema);
  }

  #envelope(schema: number, parts: Partial<Record<Part, SealedPart>>): Envelope {
    return { chapter: this.sealer.chapter, schema, parts: parts as Envelope['parts'] };
  }
}

/** The fields of a record by the part they are sealed in. */
export function split(family: Family, fields: Readonly<Record<string, unknown>>): Record<Part, Record<string, unknown>> {
  const byPart: Record<Part, Record<string, unknown>> = { chapter: {}, organizers: {}, author: {} };
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined) byPart[partOfField(family, field)][field] = value;
  }
  return byPart;
}

function stampsAfter(
  earlier: Stamps,
  device: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Stamps {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null));
  return changed.length === 0 ? earlier : nextStamps(earlier, device, changed);
}

function pick(stored: unknown, names: readonly string[]): Record<string, unknown> {
  const source = (stored ?? {}) as Record<string, unknown>;
  return Object.fromEntries(names.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]));
}
