import type { StoredDocument } from '../store/pouch.ts';
import type { WriteRows } from './answers.ts';
import type { Refusal } from './denied.ts';
import { SyncTrouble } from './problems.ts';

/** Writes to a peer, as {@link PeerDatabase.bulkDocs} does. */
type Write = (documents: readonly StoredDocument[]) => Promise<WriteRows>;

/**
 * Sends documents and resolves with those that the peer refuses for good; all others are there. One that is too large,
 * or that the peer fails with again and again, holds up no other: halves are tried, down to the single record.
 * Rejects with a {@link SyncTrouble} when none of it is a single record's fault.
 */
export async function sendDocuments(documents: readonly StoredDocument[], write: Write): Promise<readonly Refusal[]> {
  const sent = await sendHalves(documents, write);
  const failed = documents.filter(({ _id, _rev }) => sent.failed.some((one) => one.id === _id && one.rev === _rev));
  // A peer that fails with several and takes nothing is in trouble itself.
  if (failed.length > 1 && failed.length === documents.length) throw new SyncTrouble('server-trouble');
  const refused = [...sent.refused];
  for (const document of failed) {
    const alone = await sendHalves([document], write);
    refused.push(...alone.refused, ...alone.failed.map(({ id, rev }) => ({ id, rev, reason: 'unknown' as const })));
  }
  return refused;
}

async function sendHalves(documents: readonly StoredDocument[], write: Write): Promise<WriteRows> {
  try {
    return await write(documents);
  } catch (problem) {
    if (!(problem instanceof SyncTrouble) || problem.problem !== 'too-large') throw problem;
    const [only] = documents;
    if (documents.length === 1 && only) return { refused: [{ id: only._id, rev: only._rev, reason: 'too-large' }], failed: [] };
    const half = Math.ceil(documents.length / 2);
    const first = await sendHalves(documents.slice(0, half), write);
    const second = await sendHalves(documents.slice(half), write);
    return { refused: [...first.refused, ...second.refused], failed: [...first.failed, ...second.failed] };
  }
}
