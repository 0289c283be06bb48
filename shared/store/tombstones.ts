import { z } from 'zod';
import { tombstone, type Tombstone } from './envelope.ts';
import type { Sealer } from './sealing.ts';
import type { VersionVector } from './stamps.ts';

export type { Tombstone } from './envelope.ts';

/**
 * Why a revision is deleted. `merged`: it lost a merge, and means nothing where that merge is. `erased`: the record is to
 * be gone, since the bin expired or a person was erased. Only what carries the chapter's MAC says so.
 */
export type TombstoneKind = 'merged' | 'erased';

/** A tombstone that someone with the chapter's key made. */
export interface TombstoneRead {
  /** Null for one from before there were kinds. */
  readonly kind: TombstoneKind | null;
  /** What its writer had seen of each part, by name (see `parts.ts`), where it says so and can be opened here. */
  readonly seen: Readonly<Record<string, VersionVector>> | null;
}

const read = z.object(tombstone.shape);
const vectors = z.object({ v: z.record(z.string(), z.record(z.string(), z.number().int())) });

/** A tombstone for this record; `seen`: what the writer of an erasure, or of what lost the merge, had seen, sealed with it. */
export function tombstoneOf(sealer: Sealer, id: string, schema: number, kind: TombstoneKind, seen?: Readonly<Record<string, VersionVector>>): Tombstone {
  const mac = sealer.tombstoneMac(id, schema, kind);
  if (!seen) return { chapter: sealer.chapter, schema, kind, mac };
  // The name is from when only erasures said it; what is stored is opened by it.
  return { chapter: sealer.chapter, schema, kind, mac, seen: sealer.seal({ id: `erased:${id}`, schema }, 'chapter', { v: seen }) };
}

/** What a genuine tombstone says; null for one that nobody of the chapter made. */
export function readTombstone(sealer: Sealer, id: string, stored: unknown): TombstoneRead | null {
  const parsed = read.safeParse(stored);
  if (!parsed.success || parsed.data.chapter !== sealer.chapter) return null;
  const { schema, mac, kind, seen } = parsed.data;
  if (mac !== sealer.tombstoneMac(id, schema, kind)) return null;
  const content = seen ? vectors.safeParse(sealer.open({ id: `erased:${id}`, schema }, 'chapter', seen)) : null;
  return { kind: kind ?? null, seen: content?.success ? content.data.v : null };
}
