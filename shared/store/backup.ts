import type { Host } from '../host.ts';
import { BackupWriter, type BackupDocuments, type ReadBackup } from './backup-file.ts';
import { OpeningProblem, StoreProblem } from './chapter-types.ts';
import { writeAll, type RecordPouch } from './pouch.ts';

/** Records of a block: so many are lost with a damaged one. */
const BLOCK_RECORDS = 250;

/** Told how far a backup or a restoration is, 0–1. */
export type Progress = (share: number) => void;

/**
 * A backup of a chapter: every stored record with its revisions and leaves, sealed as it is, and this PC's vault
 * (domain §5.7, §5.8). What is written while it is made may be in it. The records can be read only with a passphrase
 * that is valid now.
 */
export async function makeBackup(
  keep: Host['keep'],
  chapter: { readonly id: string; readonly pouch: RecordPouch },
  onProgress: Progress = () => undefined,
): Promise<Uint8Array> {
  const { pouch } = chapter;
  const vault = await keep.read(`vault-${chapter.id}`);
  if (vault === null) throw new StoreProblem('gone');
  const { doc_count, update_seq } = await pouch.info();
  const last = Number(update_seq);
  const about = { chapter: chapter.id, madeAt: new Date().toISOString(), vault };
  const file = await BackupWriter.begin();
  file.add({ about: { ...about, records: doc_count } });
  let records = 0;
  for (let since = 0; since < last; ) {
    const page = await pouch.changes({ since, limit: BLOCK_RECORDS, style: 'all_docs' });
    if (page.results.length === 0) break;
    const documents = await withRevisions(pouch, page.results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev }))));
    const living = new Set(documents.filter((stored) => stored['_deleted'] !== true).map((stored) => stored['_id'])).size;
    file.add({ documents }, living);
    records += living;
    since = Number(page.last_seq);
    onProgress(Math.min(1, since / last));
  }
  file.add({ about: { ...about, records } });
  return file.bytes();
}

async function withRevisions(pouch: RecordPouch, wanted: readonly { readonly id: string; readonly rev: string }[]): Promise<BackupDocuments> {
  const { results } = await pouch.bulkGet({ docs: [...wanted], revs: true });
  return results.flatMap(({ docs }) => docs.flatMap((answer) => ('ok' in answer ? [answer.ok as unknown as Record<string, unknown>] : [])));
}

/** What a restoration brought. */
export interface Restored {
  /** Living records in the file's good blocks. */
  readonly records: number;
  /** Living records that the file should hold and does not, since it is damaged or cut off. */
  readonly missing: number;
}

/**
 * Merges a backup's documents into a chapter's database, with their revisions: what is newer here stays the newer one,
 * and doing it twice changes nothing. Throws {@link OpeningProblem} `other-chapter`, `damaged-backup` when nothing in it
 * is whole, or what `readBackup` and {@link writeAll} throw; what was brought until then stays.
 */
export async function restoreInto(pouch: RecordPouch, chapter: string, file: ReadBackup, onProgress: Progress = () => undefined): Promise<Restored> {
  if (file.about && file.about.chapter !== chapter) throw new OpeningProblem('other-chapter');
  let records = 0;
  let strangers = 0;
  for (const { documents, read } of file.documents()) {
    const own = documents.filter((stored) => stored['chapter'] === chapter);
    strangers += documents.length - own.length;
    if (own.length > 0) await writeAll(pouch, own, { new_edits: false });
    records += new Set(own.filter((stored) => stored['_deleted'] !== true).map((stored) => stored['_id'])).size;
    onProgress(read);
  }
  if (records === 0) throw new OpeningProblem(strangers > 0 ? 'other-chapter' : 'damaged-backup');
  return { records, missing: file.missing ?? 0 };
}

