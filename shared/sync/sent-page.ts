import type { IdRev, RevisionsOf } from './answers.ts';
import type { PeerBook } from './peer-book.ts';
import { endAsSetBack } from './set-back.ts';
import { timed } from './timed.ts';
import { listRefused, type VisitWork } from './visit-work.ts';

/** What a peer was found to lack although it had taken it, when everything was begun to be compared for it. */
const lackedBefore = new WeakMap<PeerBook, ReadonlySet<string>>();

/**
 * The page of changes that is being sent. What the peer says of it counts only once it says it again after it has taken
 * the page's checkpoint: in between it may have been put back to an older copy, on which the new checkpoint would
 * stand for records that are not there. Whoever is put back later has not the checkpoint.
 */
export class SentPage {
  readonly #work: VisitWork;
  #revisions = new Map<string, readonly string[]>();

  constructor(work: VisitWork) {
    this.#work = work;
  }

  /** Asks which of these the peer lacks; they are of this page from now on. */
  async lacking(revisions: RevisionsOf): Promise<Record<string, { readonly missing: string[] }>> {
    for (const [id, revs] of Object.entries(revisions)) this.#revisions.set(id, revs);
    return this.#ask(revisions);
  }

  /** The peer has just taken this one, which no page brought. */
  add({ id, rev }: IdRev): void {
    this.#revisions.set(id, [...(this.#revisions.get(id) ?? []), rev]);
  }

  /**
   * As {@link SentPage.requireThere}, for what went beside the replication. No checkpoint stands for it: a peer that is put
   * back later to a copy without it is known by its own sequence alone, which is kept first.
   */
  async requireThereWithoutCheckpoint(): Promise<void> {
    if (this.#revisions.size === 0) return;
    const { book, attempt, database } = this.#work;
    const { sequence } = await attempt.ask(() => database.about());
    if (sequence < book.kept.peerSequence) await endAsSetBack(this.#work);
    await attempt.here(() => book.update({ peerSequence: sequence }));
    await this.requireThere();
  }

  /**
   * Asks the peer about the whole page again, and begins another. Where it lacks what it had taken, it is taken for put
   * back and the visit ends; what it lacks for the second time is listed as refused, or there would be no end to it.
   */
  async requireThere(): Promise<void> {
    const { book, attempt, pace } = this.#work;
    const page = [...this.#revisions];
    this.#revisions.clear();
    const lacking: Record<string, { readonly missing: string[] }> = {};
    while (page.length > 0) Object.assign(lacking, await this.#ask(Object.fromEntries(page.splice(0, pace.size))));
    const refused = new Set(book.kept.denied.flatMap(({ id, direction }) => (direction === 'sending' ? [id] : [])));
    const lost = Object.entries(lacking).flatMap(([id, { missing }]) => (refused.has(id) ? [] : missing.map((rev) => ({ id, rev }))));
    if (lost.length === 0) return;
    const before = book.kept.comparing === null ? undefined : lackedBefore.get(book);
    lackedBefore.set(book, new Set(lost.map(({ id, rev }) => `${id} ${rev}`)));
    if (!lost.every(({ id, rev }) => before?.has(`${id} ${rev}`))) await endAsSetBack(this.#work);
    await attempt.here(() => listRefused(this.#work, 'sending', lost.map((one) => ({ ...one, reason: 'unknown' }))));
  }

  async #ask(revisions: RevisionsOf): Promise<Record<string, { readonly missing: string[] }>> {
    const { attempt, pace, clock, database } = this.#work;
    const lacking = await attempt.ask(() => timed(pace, clock, null, () => database.revsDiff(revisions)));
    if (Object.keys(lacking).length === 0) pace.passed();
    return lacking;
  }
}
