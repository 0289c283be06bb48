import { z } from 'zod';
import type { Host } from '../host.ts';
import { readySodium, toBase64 } from './sodium.ts';

/**
 * What this PC notes of a chapter's database outside of it (anchors A7): the canary's token, how much the database
 * held when it was last counted, and who had everything then. No names of records, and nothing secret.
 */
const heldNote = z.object({
  format: z.literal(1),
  token: z.string(),
  /** Living records, as people count them. */
  records: z.number().int().nonnegative(),
  /** Rows of PouchDB's two stores (documents with what remains of deleted ones; bodies); null where they cannot be seen. */
  documents: z.number().int().nonnegative().nullable(),
  bodies: z.number().int().nonnegative().nullable(),
  /** PouchDB's highest sequence; it never goes back. */
  sequence: z.number().nonnegative(),
  /** When this was counted (ISO). */
  at: z.string(),
  /** Who last confirmed that everything was there, and when (ISO); null when nobody did. */
  peer: z.object({ label: z.string(), at: z.string() }).nullable(),
});
export type HeldNote = z.infer<typeof heldNote>;

function keptName(chapter: string): string {
  return `canary-${chapter}`;
}

/** The note on a chapter; null when there is none, `unreadable` when its bytes are not what was written. */
export async function readNote(keep: Host['keep'], chapter: string): Promise<HeldNote | 'unreadable' | null> {
  const text = await keep.read(keptName(chapter));
  if (text === null) return null;
  const [sum, json] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)];
  if (sum !== (await checksum(json))) return 'unreadable';
  return heldNote.parse(JSON.parse(json));
}

/** Keeps the note; it is on the disk when this resolves. */
export async function writeNote(keep: Host['keep'], chapter: string, note: HeldNote): Promise<void> {
  const json = JSON.stringify(note);
  await keep.write(keptName(chapter), `${await checksum(json)}\n${json}`);
}

/** BLAKE2b of the note's text: a file that lost power half written must not pass for a smaller chapter. */
async function checksum(json: string): Promise<string> {
  const sodium = await readySodium();
  return toBase64(sodium.crypto_generichash(16, json, null));
}
