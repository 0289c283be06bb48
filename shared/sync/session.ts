import { BehaviorSubject } from 'rxjs';
import { hostTroubleCode, type Host, type PeerInfo } from '../host.ts';
import { Attempt, GuardStopped } from './attempt.ts';
import { isoNow, realClock, type SyncClock } from './clock.ts';
import { Pace } from './pace.ts';
import { PeerBook } from './peer-book.ts';
import { PeerDatabase } from './peer-database.ts';
import type { PeerWire } from './peer-fetch.ts';
import { mayPass, mustGoOn, type Outcome } from './persistence.ts';
import { SyncTrouble } from './problems.ts';
import { pauseAfter } from './retry.ts';
import { withBooks } from './session-status.ts';
import { FIRST_STATUS, type SyncStatus } from './status.ts';
import { SyncLog, type LogLine } from './sync-log.ts';
import { visit, type VisitOptions } from './visit.ts';
import { sequenceOf, type LogNote, type SyncedChapter } from './visit-work.ts';
import { COMPARE_EVERYTHING } from './whole-comparison.ts';

export type { SyncedChapter } from './visit-work.ts';

/** What one PC brings is sent on to the others; between several this settles in a few passes. */
const MOST_PASSES = 3;
/** Ms of pauses without any progress after which an exchange rests; it is begun again from time to time anyway. */
const PATIENCE = 12 * 60 * 60_000;

/** How much of what was agreed before on how far both are is relied on. */
type Depth = 'agreed' | 'verified' | 'from-start';
const AGREED: VisitOptions = { tryRefused: false, verify: false };

export interface ExchangeOptions {
  /** Do not wait and try again what passes by itself. */
  readonly once?: boolean;
}

/**
 * Sends and receives a chapter's records with all its peers, and says truthfully what is safe where (design §7). An
 * exchange goes on by itself over hours until it is done or needs a person.
 */
export class SyncSession {
  readonly status = new BehaviorSubject<SyncStatus>(FIRST_STATUS);
  readonly #chapter: SyncedChapter;
  readonly #peers: Host['sync'];
  readonly #wire: PeerWire;
  readonly #clock: SyncClock;
  readonly #random: () => number;
  readonly #log: SyncLog;
  readonly #paces = new Map<string, Pace>();
  #books: readonly PeerBook[] = [];
  #allHere = 0;
  #running: Promise<SyncStatus> | null = null;
  #attempt: Attempt | null = null;
  #hurry: (() => void) | null = null;
  #cancelled = false;

  /** `random`: from 0 to 1, for the pauses between tries. */
  constructor(chapter: SyncedChapter, peers: Host['sync'], wire: PeerWire, clock: SyncClock = realClock, random: () => number = Math.random) {
    this.#chapter = chapter;
    this.#peers = peers;
    this.#wire = wire;
    this.#clock = clock;
    this.#random = random;
    this.#log = new SyncLog(chapter.pouch);
  }

  /** What happened lately, oldest first, to be read out over the phone. */
  get log(): readonly LogLine[] {
    return this.#log.lines;
  }

  /** Counts again from the database what waits for each peer; asks nobody. */
  async recount(): Promise<SyncStatus> {
    if (this.#running) return this.status.value;
    await this.#log.read();
    await this.#openBooks();
    return this.#countWaiting();
  }

  async #countWaiting(): Promise<SyncStatus> {
    const at = isoNow(this.#clock);
    for (const book of this.#books) await book.recount(at);
    this.#allHere = (await this.#chapter.pouch.info()).doc_count;
    return this.#show({});
  }

  /** These records were written here: they wait. Costs nothing, however large the chapter is. */
  noteChanges(ids: readonly string[]): void {
    const at = isoNow(this.#clock);
    for (const book of this.#books) {
      book.waiting.note(ids);
      book.noteWaiting(at).catch(() => undefined);
    }
    if (this.#books.every(({ peer }) => peer.kind === 'here')) this.#countAll();
    this.#show({});
  }

  #countAll(): void {
    const counting = this.#chapter.pouch.info().then(({ doc_count }) => {
      this.#allHere = doc_count;
      this.#show({});
    });
    counting.catch(() => undefined);
  }

  /**
   * Exchanges both ways with one peer, or with all in turn, the server first; what went wrong is in the status. A second
   * call joins the running exchange, and ends a pause it is in. Rejects only when this PC's own host does not answer
   * (`hostTroubleCode`).
   */
  exchange(peerId?: string, options: ExchangeOptions = {}): Promise<SyncStatus> {
    this.hurry();
    return this.#begin(peerId, options, 'agreed');
  }

  /**
   * An exchange that compares every id and revision, whatever was agreed before on how far both are: for a PC that has
   * lost records (anchors A7). Deletes nothing anywhere.
   */
  async exchangeEverything(peerId?: string, options: ExchangeOptions = {}): Promise<SyncStatus> {
    this.hurry();
    await this.#running?.catch(() => undefined);
    return this.#begin(peerId, options, 'from-start');
  }

  /** An exchange, and then everything is compared with the peer, or with all, and what differs is repaired both ways. */
  async verify(peerId?: string, options: ExchangeOptions = {}): Promise<SyncStatus> {
    this.hurry();
    await this.#running?.catch(() => undefined);
    return this.#begin(peerId, options, 'verified');
  }

  /** Ends a pause now: the line is back, or a person does not want to wait. */
  hurry(): void {
    this.#hurry?.();
  }

  /** A line of the log for what is done beside the exchange, such as telling headquarters of this PC. */
  noteBeside(peerId: string, step: LogLine['step']): void {
    this.#log.add({ at: isoNow(this.#clock), peer: peerId, step });
  }

  /** A person's answer to what a guard has stopped for: `go-on` lets it happen once, `stop` leaves it so. */
  async decide(peerId: string, answer: 'go-on' | 'stop'): Promise<void> {
    await this.#running?.catch(() => undefined);
    await this.#openBooks();
    const book = this.#books.find(({ peer }) => peer.id === peerId);
    const guard = book?.kept.guard;
    if (!book || !guard) return;
    await book.update(answer === 'stop' ? { guard: { ...guard, answer } } : { guard: null, allowed: guard.kind });
    this.#note(book, { step: 'decided', guard: guard.kind });
    await this.#log.write();
    this.#show({});
  }

  /** Ends what is running, for locking the chapter; resolves when nothing works on its database any more. */
  async cancel(): Promise<void> {
    this.#cancelled = true;
    this.#attempt?.end(new SyncTrouble('no-network'));
    this.hurry();
    await this.#running?.catch(() => undefined);
  }

  /**
   * `change` sets or forgets peers. An exchange that runs is ended first, and none begins until it is done: what began
   * with one server never goes on with another under the first one's name. Resolves with what waits for the peers there
   * are then; rejects as `change` does.
   */
  async changePeers(change: () => Promise<void>): Promise<SyncStatus> {
    while (this.#running) await this.cancel();
    const changing = async (): Promise<SyncStatus> => {
      await change();
      await this.#openBooks();
      return this.#countWaiting();
    };
    this.#running = changing().finally(() => (this.#running = null));
    return this.#running;
  }

  #begin(peerId: string | undefined, options: ExchangeOptions, depth: Depth): Promise<SyncStatus> {
    this.#running ??= this.#exchange(peerId, options, depth).finally(() => (this.#running = null));
    return this.#running;
  }

  async #exchange(peerId: string | undefined, { once = false }: ExchangeOptions, depth: Depth): Promise<SyncStatus> {
    this.#cancelled = false;
    try {
      await this.#log.read();
      await this.#openBooks();
      this.#show({ sent: 0, received: 0 });
      const books = peerId === undefined ? this.#books : this.#books.filter(({ peer }) => peer.id === peerId);
      if (depth === 'from-start') for (const book of books) await book.update(COMPARE_EVERYTHING);
      await this.#exchangeWith(books, once, { tryRefused: depth !== 'agreed', verify: depth === 'verified' });
    } finally {
      this.#show({ activity: 'resting', at: null, nextTryAt: null });
    }
    // A cancelled exchange may belong to a chapter that is closed by now: its database answers no more.
    if (this.#cancelled) return this.status.value;
    await this.#log.write();
    return this.#countWaiting();
  }

  async #exchangeWith(books: readonly PeerBook[], once: boolean, options: VisitOptions): Promise<void> {
    const outcomes = new Map<PeerBook, Outcome>();
    let due = books;
    let failures = 0;
    let patience = PATIENCE;
    for (let passes = 0; due.length > 0 && !this.#cancelled; ) {
      let asked: number | null = null;
      const before = this.#moved;
      for (const book of due) {
        const trouble = await this.#visit(book, outcomes.get(book)?.problem === null ? AGREED : options);
        if (this.#cancelled) return;
        asked = Math.max(asked ?? 0, trouble?.waitMs ?? 0);
        outcomes.set(book, { kind: book.peer.kind, problem: trouble?.problem ?? null, isGuarded: book.kept.guard !== null });
      }
      const again = books.filter((book) => mayPass(outcomes.get(book) ?? { kind: book.peer.kind, problem: null, isGuarded: false }));
      if (mustGoOn([...outcomes.values()]) && !once) {
        if (this.#moved > before) [failures, patience] = [0, PATIENCE];
        failures += 1;
        const ms = pauseAfter(failures, this.#random(), asked);
        patience -= ms;
        if (patience < 0) return;
        await this.#pause(ms);
        due = again;
        continue;
      }
      passes += 1;
      if (passes >= MOST_PASSES) return;
      const sequence = await sequenceOf(this.#chapter.pouch);
      due = books.filter((book) => outcomes.get(book)?.problem === null && !outcomes.get(book)?.isGuarded && book.kept.sequence < sequence);
    }
  }

  /** Records that went through in this session, to see whether a failed try moved anything. */
  get #moved(): number {
    const { sent, received } = this.status.value;
    return sent + received;
  }

  /** One visit; resolves with what hindered it, or null. After a 401 in its midst it is begun once more. */
  async #visit(book: PeerBook, options: VisitOptions): Promise<SyncTrouble | null> {
    let wasLetIn = false;
    const letIn = (): void => void (wasLetIn = true);
    let trouble = await this.#visitOnce(book, options, letIn);
    if (trouble?.problem === 'wrong-password' && wasLetIn && !this.#cancelled) trouble = await this.#visitOnce(book, options, letIn);
    if (!this.#cancelled) book.problem = trouble?.problem ?? null;
    return trouble;
  }

  async #visitOnce(book: PeerBook, options: VisitOptions, onLetIn: () => void): Promise<SyncTrouble | null> {
    const attempt = new Attempt(this.#clock);
    this.#attempt = attempt;
    const began = this.#clock.now();
    const counts = { sending: 0, receiving: 0 };
    this.#show({ activity: 'sending', at: book.peer.id, nextTryAt: null });
    const line = { clock: this.#clock, signal: attempt.signal, moved: (allow?: number) => attempt.moved(allow) };
    const work = {
      chapter: this.#chapter,
      peers: this.#peers,
      clock: this.#clock,
      book,
      pace: this.#paceOf(book.peer.id),
      attempt,
      database: new PeerDatabase(book.peer, this.#chapter.database, this.#wire, line),
      refusedBefore: new Set(book.kept.denied.map(({ id }) => id)),
      onLetIn,
      onActivity: (activity: SyncStatus['activity']) => void this.#show({ activity }),
      note: (line: LogNote) => this.#note(book, line),
      onCount: (direction: 'sending' | 'receiving', records: number) => {
        counts[direction] += records;
        const { sent, received } = this.status.value;
        this.#show(direction === 'sending' ? { sent: sent + records } : { received: received + records });
      },
    };
    const noteEnd = (line: LogNote): void =>
      this.#note(book, { sent: counts.sending, received: counts.receiving, ms: Math.max(0, this.#clock.now() - began), ...line });
    try {
      await visit(work, options);
      attempt.finish();
      noteEnd({ step: 'done' });
      return null;
    } catch (problem) {
      attempt.end(problem instanceof Error ? problem : new SyncTrouble('damaged-answer'));
      await attempt.idle();
      if (this.#cancelled) {
        noteEnd({ step: 'stopped' });
        return null;
      }
      if (hostTroubleCode(problem) !== null) throw problem;
      if (problem instanceof GuardStopped) {
        const { kind, count, of } = problem;
        if (!book.kept.guard) await book.update({ guard: { kind, count, of, since: isoNow(this.#clock), answer: null } });
        noteEnd({ step: 'guard', guard: kind, count });
        return null;
      }
      const trouble = problem instanceof SyncTrouble ? problem : new SyncTrouble('damaged-answer', null, { cause: problem });
      if (trouble.problem === 'damaged-answer') await book.update({ hadTrouble: true }).catch(() => undefined);
      noteEnd({ step: 'trouble', problem: trouble.problem });
      return trouble;
    } finally {
      this.#attempt = null;
      void work.database.pouch.close().catch(() => undefined);
    }
  }

  async #pause(ms: number): Promise<void> {
    this.#show({ activity: 'pausing', at: null, nextTryAt: new Date(this.#clock.now() + ms).toISOString() });
    await new Promise<void>((resolve) => {
      const stop = this.#clock.after(ms, resolve);
      this.#hurry = () => {
        stop();
        resolve();
      };
    });
    this.#hurry = null;
  }

  #paceOf(peer: string): Pace {
    const known = this.#paces.get(peer) ?? new Pace();
    this.#paces.set(peer, known);
    return known;
  }

  /** Brings the books in step with the peers that are set now. */
  async #openBooks(): Promise<void> {
    const peers = await this.#peers.peers(this.#chapter.database);
    const books: PeerBook[] = [];
    for (const peer of peers) {
      const known = this.#books.find((book) => book.isOf(peer));
      known?.rename(peer);
      books.push(known ?? (await this.#openBook(peer)));
    }
    this.#books = books;
  }

  async #openBook(peer: PeerInfo): Promise<PeerBook> {
    const book = await PeerBook.open(this.#chapter.pouch, peer, () => this.#show({}));
    await book.recount(isoNow(this.#clock));
    return book;
  }

  #note(book: PeerBook, line: LogNote): void {
    this.#log.add({ ...line, at: isoNow(this.#clock), peer: book.peer.id });
  }

  #show(change: Partial<SyncStatus>): SyncStatus {
    const next = withBooks({ ...this.status.value, ...change }, this.#books, this.#allHere);
    this.status.next(next);
    return next;
  }
}
