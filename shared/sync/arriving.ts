import { writeAll, type RecordPouch, type StoredDocument } from '../store/pouch.ts';
import { isOfOtherChapter } from './arriving-chapter.ts';
import { GuardStopped } from './attempt.ts';
import type { Refusal } from './denied.ts';
import { deletedIds, mustAskBeforeVanishing } from './vanishing.ts';

export interface ArrivingWork {
  readonly pouch: RecordPouch;
  readonly chapter: string;
  /** Records here when the exchange began. */
  readonly here: number;
  /** True when a person has let records vanish. */
  readonly mayVanish: boolean;
  /** Ids that the peer has as deleted among all that is still to come, this included. */
  readonly deletedAhead: () => Promise<readonly string[]>;
  /** Resolves when they are listed. */
  readonly onRefused: (refused: readonly Refusal[]) => Promise<void>;
  readonly onReceived: (documents: readonly StoredDocument[]) => void;
}

/** Takes what arrives: first the guards, then one write to the database, which looks for room on the disk itself. */
export class Arriving {
  readonly #work: ArrivingWork;
  /** Records that vanished by what was received so far. */
  #vanished = 0;
  #lookedAhead = false;

  constructor(work: ArrivingWork) {
    this.#work = work;
  }

  /**
   * Writes revisions as they are and resolves with the ids of those that were not taken and are listed. Rejects with
   * {@link GuardStopped}, or with a full disk's error; nothing of them is written then.
   */
  async take(documents: readonly StoredDocument[]): Promise<readonly string[]> {
    const { pouch, chapter, onRefused, onReceived } = this.#work;
    // A CouchDB keeps its rule among the records (`main/couchdb/`): here it would be sent on, and refused, everywhere.
    const records = documents.filter(({ _id }) => !_id.startsWith('_design/'));
    const foreign = records.filter((one) => isOfOtherChapter(chapter, one));
    const ours = records.filter((one) => !isOfOtherChapter(chapter, one));
    await this.#guard(ours);
    const refused: Refusal[] = foreign.map(({ _id, _rev }) => ({ id: _id, rev: _rev, reason: 'other-chapter' }));
    const answers = ours.length > 0 ? await writeAll(pouch, ours, { new_edits: false }) : [];
    const failed = new Set(answers.filter(({ error }) => error !== undefined && error !== false).map(({ id }) => id));
    for (const { _id, _rev } of ours) if (failed.has(_id)) refused.push({ id: _id, rev: _rev, reason: 'unknown' });
    if (refused.length > 0) await onRefused(refused);
    onReceived(ours.filter(({ _id }) => !failed.has(_id)));
    return refused.map(({ id }) => id);
  }

  /** Throws when too many of the records here would be gone, counting also what is still to come. */
  async #guard(documents: readonly StoredDocument[]): Promise<void> {
    const { pouch, here, mayVanish, deletedAhead } = this.#work;
    const vanishing = (await livingOf(pouch, deletedIds(documents))).length;
    if (mayVanish || vanishing === 0) return;
    let all = this.#vanished + vanishing;
    // What comes is looked at only when enough is going that it may be the beginning of everything; a person is told of all of it.
    if (mustAskBeforeVanishing(all, all) && !this.#lookedAhead) {
      all = Math.max(all, this.#vanished + (await livingOf(pouch, await deletedAhead())).length);
      this.#lookedAhead = true;
    }
    if (mustAskBeforeVanishing(all, here)) throw new GuardStopped('mass-deletion', all, here);
    this.#vanished += vanishing;
  }
}

/** How many ids are asked for at a time. */
const PAGE = 1000;

/** Those of these records that are here and not deleted. */
async function livingOf(pouch: RecordPouch, ids: readonly string[]): Promise<readonly string[]> {
  const living: string[] = [];
  for (let from = 0; from < ids.length; from += PAGE) {
    const { rows } = await pouch.allDocs({ keys: ids.slice(from, from + PAGE) });
    for (const row of rows) if ('value' in row && !(row.value as { deleted?: boolean }).deleted) living.push(row.id);
  }
  return living;
}
