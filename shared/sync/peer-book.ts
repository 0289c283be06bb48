import type { PeerInfo } from '../host.ts';
import type { RecordPouch } from '../store/pouch.ts';
import { shownDenied } from './denied.ts';
import { readKeptPeer, writeKeptPeer, type KeptPeer } from './kept-peer.ts';
import type { PeerStatus, SyncProblem } from './status.ts';
import { Waiting } from './waiting.ts';

/** What a session knows of one peer; what must outlive a restart is on the disk before anybody acts on it. */
export class PeerBook {
  readonly waiting = new Waiting();
  readonly #pouch: RecordPouch;
  readonly #onChange: () => void;
  #peer: PeerInfo;
  #kept: KeptPeer;
  #problem: SyncProblem | null = null;
  #writing: Promise<void> = Promise.resolve();

  private constructor(pouch: RecordPouch, peer: PeerInfo, kept: KeptPeer, onChange: () => void) {
    this.#pouch = pouch;
    this.#peer = peer;
    this.#kept = kept;
    this.#onChange = onChange;
    this.#refuse();
  }

  /** Opens what is kept of a peer; `onChange` is called whenever {@link PeerBook.status} says something else. */
  static async open(pouch: RecordPouch, peer: PeerInfo, onChange: () => void): Promise<PeerBook> {
    return new PeerBook(pouch, peer, await readKeptPeer(pouch, peer), onChange);
  }

  get peer(): PeerInfo {
    return this.#peer;
  }

  get kept(): KeptPeer {
    return this.#kept;
  }

  /** Whether this book is still of that peer: a server at another address is another server. */
  isOf(peer: PeerInfo): boolean {
    return peer.id === this.#peer.id && (peer.address === this.#peer.address || peer.kind === 'neighbour');
  }

  /** The same peer with another name or account. */
  rename(peer: PeerInfo): void {
    this.#peer = peer;
  }

  set problem(problem: SyncProblem | null) {
    this.#problem = problem;
    this.#onChange();
  }

  get problem(): SyncProblem | null {
    return this.#problem;
  }

  /** Keeps what is new; resolves when it is on the disk, and shows it then. What takes confidence away is shown at once. */
  async update(news: Partial<KeptPeer>): Promise<void> {
    const before = this.#kept;
    this.#kept = { ...before, ...news };
    if (news.denied) this.#refuse();
    const takesAway = (before.safeAt !== null && this.#kept.safeAt === null) || this.#kept.denied.length > before.denied.length;
    if (takesAway) this.#onChange();
    const kept = this.#kept;
    this.#writing = this.#writing.catch(() => undefined).then(() => writeKeptPeer(this.#pouch, this.#peer.id, kept));
    await this.#writing;
    this.#onChange();
  }

  /** Counts again what waits, from the database: what changed after `since`. `at`: ISO, since when if nothing waited before. */
  async recount(at: string, since: number = this.#kept.sequence): Promise<void> {
    const { results } = await this.#pouch.changes({ since, style: 'main_only' });
    this.waiting.replace(results.map(({ id, seq }) => ({ id, seq: Number(seq) })));
    await this.noteWaiting(at);
    this.#onChange();
  }

  /** Brings "since when" in step with what waits. */
  async noteWaiting(at: string): Promise<void> {
    const { waitingSince } = this.#kept;
    if (this.waiting.count === 0 && waitingSince !== null) await this.update({ waitingSince: null });
    if (this.waiting.count > 0 && waitingSince === null) await this.update({ waitingSince: at });
  }

  get status(): PeerStatus {
    const { safeAt, waitingSince, denied, contactAt, verifiedAt, clockMinutes, guard, setBack } = this.#kept;
    const waiting = this.waiting.count;
    return {
      peer: this.#peer,
      safeAt,
      waiting,
      waitingSince: waiting > 0 ? waitingSince : null,
      denied: denied.map(shownDenied),
      problem: this.#problem,
      contactAt,
      verifiedAt,
      clockMinutes,
      guard,
      setBack,
    };
  }

  #refuse(): void {
    this.waiting.refuse(this.#kept.denied.filter(({ direction }) => direction === 'sending').map(({ id }) => id));
  }
}
