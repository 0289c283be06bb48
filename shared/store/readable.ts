import { StoreProblem } from './chapter-types.ts';
import { RecordCodec } from './codec.ts';
import { envelope } from './envelope.ts';
import { SCHEMA_NUMBER } from './families.ts';
import type { RecordPouch, StoredDocument } from './pouch.ts';
import type { Sealer } from './sealing.ts';

/** Records looked at, from each end of the ids. */
const SAMPLE = 40;

/**
 * Throws {@link StoreProblem} `wrong-key` when not one of the records opens that should, and `newer-schema` when all
 * were written by a newer Convoca in a form that this one cannot read: otherwise the chapter would open empty without a
 * word. Records under keys that have not arrived yet prove nothing, nor do bodies that are missing.
 */
export async function requireReadable(pouch: RecordPouch, sealer: Sealer): Promise<void> {
  const codec = new RecordCodec(sealer, '');
  const documents = await sample(pouch);
  if (documents.length === 0 || documents.some((stored) => codec.open(stored._id, stored))) return;
  if (documents.every((stored) => Number(stored['schema']) > SCHEMA_NUMBER)) throw new StoreProblem('newer-schema');
  const held = new Set(sealer.ring.numbers('chapter'));
  if (documents.some((stored) => held.has(keyNumberOf(stored)))) throw new StoreProblem('wrong-key');
}

async function sample(pouch: RecordPouch): Promise<readonly StoredDocument[]> {
  const pages = await Promise.all([false, true].map((descending) => pouch.allDocs({ include_docs: true, limit: SAMPLE, descending })));
  return pages.flatMap(({ rows }) => rows.map((row) => row.doc as unknown as StoredDocument)).filter((stored) => stored['schema'] !== undefined);
}

function keyNumberOf(stored: StoredDocument): number {
  const { chapter, schema, parts } = stored;
  return envelope.safeParse({ chapter, schema, parts }).data?.parts.chapter.k ?? 0;
}
