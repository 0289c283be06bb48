import { BehaviorSubject } from 'rxjs';
import { hostTroubleCode, SERVER_PEER, type Host, type PeerInfo, type PeerProblem } from '../host.ts';
import type { OpenedChapter } from '../store/open-records.ts';
import type { RecordPouch } from '../store/pouch.ts';
import { PouchDB } from '../store/replicating-pouch.ts';
import { PEER_ORIGIN, peerFetch, type PeerWire } from './peer-fetch.ts';
import { CLOCK_TOLERANCE_MINUTES, findWaiting, FIRST_STATUS, readConfirmed, sequenceOf, writeConfirmed, type SyncStatus } from './status.ts';

/** Records a request, fewer when the peer or the line cannot take so many. */
const BATCHES = [500, 100, 20] as const;
/** Merges of what was received make new revisions; they settle in one or two rounds. */
const MAX_ROUNDS = 5;

type Direction = 'sending' | 'receiving';

/** Sends and receives a chapter's records, and says truthfully what is safe where (design §7). */
export class SyncSession {
  readonly status = new BehaviorSubject<SyncStatus>(FIRST_STATUS);
  readonly #chapter: OpenedChapter;
  readonly #peers: Host['sync'];
  readonly #wire: PeerWire;
  #running: Promise<SyncStatus> | null = null;
  #replication: PouchDB.Replication.Replication<Record<string, unknown>> | null = null;
  #cancelled = false;
  #fromStart = false;
  #waiting = new Set<string>();

  constructor(chapter: OpenedChapter, peers: Host['sync'], wire: PeerWire) {
    this.#chapter = chapter;
    this.#peers = peers;
    this.#wire = wire;
  }

  /** Counts again from the database what waits; asks nobody. */
  async recount(): Promise<SyncStatus> {
    const { pouch, database } = this.#chapter;
    const peer = await this.#peers.peer(database);
    const confirmed = peer ? await readConfirmed(pouch, peer) : { sequence: 0, safeAt: null, denied: [] };
    this.#waiting = await findWaiting(pouch, confirmed);
    const waiting = this.#waiting.size;
    if (!peer) return this.#show({ ...FIRST_STATUS, waiting });
    return this.#show({ peer: peer.label, safeAt: confirmed.safeAt, denied: confirmed.denied.length, waiting });
  }

  /** These records were written here: they wait. Costs nothing, however large the chapter is. */
  noteChanges(ids: readonly string[]): void {
    // What an exchange writes, such as a merge, is counted when it ends.
    if (this.status.value.activity !== 'resting') return;
    const before = this.#waiting.size;
    for (const id of ids) this.#waiting.add(id);
    if (this.#waiting.size > before) this.#show({ waiting: this.#waiting.size });
  }

  /**
   * One exchange both ways; what went wrong between here and the peer is in the status. A second call joins the running
   * one. Rejects only when this PC's own host does not answer (`hostTroubleCode`).
   */
  exchange(): Promise<SyncStatus> {
    this.#running ??= this.#exchange().finally(() => (this.#running = null));
    return this.#running;
  }

  /**
   * An exchange that compares every id and revision, whatever was agreed before on how far both are: for a PC that has
   * lost records (anchors A7). Deletes nothing anywhere.
   */
  exchangeEverything(): Promise<SyncStatus> {
    this.#fromStart = true;
    return this.exchange().finally(() => (this.#fromStart = false));
  }

  async #exchange(): Promise<SyncStatus> {
    this.#cancelled = false;
    const peer = await this.#peers.peer(this.#chapter.database);
    if (!peer) return this.#show({ problem: 'no-peer' });
    this.#show({ activity: 'sending', peer: peer.label, problem: null, sent: 0, received: 0 });
    try {
      const answer = await this.#peers.probe(this.#chapter.database);
      if (!answer.ok) return await this.#end(answer.problem);
      this.#show({ clockMinutes: wrongMinutes(answer.clockAhead) });
      await this.#rounds(peer);
      return await this.#end(null);
    } catch (problem) {
      if (hostTroubleCode(problem) !== null) {
        this.#show({ activity: 'resting' });
        throw problem;
      }
      return this.#end(problem instanceof PeerFailure ? problem.problem : 'damaged-answer');
    }
  }

  /** Sends, receives, and sends again what merging made, until nothing here is newer than what the peer confirmed. */
  async #rounds(peer: PeerInfo): Promise<void> {
    const { pouch } = this.#chapter;
    let confirmed = await readConfirmed(pouch, peer);
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const before = await sequenceOf(pouch);
      const denied = await this.#replicate('sending');
      const nowDenied = [...new Set([...confirmed.denied, ...denied])];
      const isSafe = nowDenied.length === 0;
      confirmed = { ...confirmed, sequence: before, denied: nowDenied, safeAt: isSafe ? new Date().toISOString() : confirmed.safeAt };
      if (round > 0 && (await sequenceOf(pouch)) === before) break;
      await this.#replicate('receiving');
      await this.#chapter.settled();
    }
    if (!this.#cancelled) await writeConfirmed(pouch, confirmed);
  }

  /** One direction, with smaller requests when the peer finds them too large; resolves with the ids it refused. */
  async #replicate(direction: Direction): Promise<readonly string[]> {
    let last: PeerProblem = 'damaged-answer';
    for (const size of BATCHES) {
      const outcome = await this.#replicateOnce(direction, size);
      if (!('problem' in outcome)) return outcome.denied;
      last = outcome.problem;
      if (last !== 'too-large') break;
    }
    throw new PeerFailure(last);
  }

  async #replicateOnce(
    direction: Direction,
    batch_size: number,
  ): Promise<{ readonly denied: readonly string[] } | { readonly problem: PeerProblem }> {
    let problem: PeerProblem | null = null;
    const remote = this.#remote((found) => (problem ??= found));
    const denied: string[] = [];
    const [source, target] = direction === 'sending' ? [this.#chapter.pouch, remote] : [remote, this.#chapter.pouch];
    this.#show({ activity: direction });
    try {
      const earlier = direction === 'sending' ? this.status.value.sent : this.status.value.received;
      const replication = PouchDB.replicate(source, target, { batch_size, batches_limit: 1, ...(this.#fromStart ? { since: 0 } : {}) });
      this.#replication = replication;
      void replication.on('change', ({ docs_written }) => this.#progress(direction, earlier + docs_written));
      void replication.on('denied', (refused) => denied.push(deniedId(refused)));
      const result = await replication;
      if (!result.ok || this.#cancelled) return { problem: problem ?? 'no-network' };
      return { denied };
    } catch {
      return { problem: problem ?? 'damaged-answer' };
    } finally {
      this.#replication = null;
      await remote.close().catch(() => undefined);
    }
  }

  #remote(onProblem: (problem: PeerProblem) => void): RecordPouch {
    return new PouchDB<Record<string, unknown>>(`${PEER_ORIGIN}/${SERVER_PEER}/${this.#chapter.database}`, {
      adapter: 'http',
      skip_setup: true,
      fetch: peerFetch(this.#wire, onProblem),
    });
  }

  #progress(direction: Direction, count: number): void {
    this.#show(direction === 'sending' ? { sent: count } : { received: count });
  }

  async #end(problem: PeerProblem | null): Promise<SyncStatus> {
    this.#show({ activity: 'resting', problem });
    // A cancelled exchange may belong to a chapter that is closed by now: its database answers no more.
    return this.#cancelled ? this.status.value : this.recount();
  }

  #show(change: Partial<SyncStatus>): SyncStatus {
    this.status.next({ ...this.status.value, ...change });
    return this.status.value;
  }

  /** Ends what is running, for locking the chapter; what the peer has not confirmed stays waiting. */
  async cancel(): Promise<void> {
    this.#cancelled = true;
    this.#replication?.cancel();
    await this.#running?.catch(() => undefined);
  }
}

/** Whole minutes that the clocks differ by, 0 while that is nothing to speak of. `ahead` in milliseconds. */
function wrongMinutes(ahead: number): number {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  return minutes > CLOCK_TOLERANCE_MINUTES ? minutes : 0;
}

/** An exchange that ended for one of the known reasons. */
class PeerFailure extends Error {
  readonly problem: PeerProblem;
  constructor(problem: PeerProblem) {
    super(`peer: ${problem}`);
    this.problem = problem;
  }
}

/** PouchDB's `denied` event carries the refused document's id, in one of two places. */
function deniedId(refused: unknown): string {
  const { id, doc } = (refused ?? {}) as { id?: string; doc?: { id?: string; _id?: string } };
  return id ?? doc?.id ?? doc?._id ?? '';
}
