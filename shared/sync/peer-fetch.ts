import { SYNC_PREFIX } from '../host.ts';
import type { SyncClock } from './clock.ts';
import { readAnswer } from './read-answer.ts';
import { SyncTrouble } from './problems.ts';
import { troubleOfAnswer } from './trouble-of-answer.ts';

/** PouchDB accepts only http addresses; this one names a peer and is never contacted (design §6). */
export const PEER_ORIGIN = 'http://convoca.invalid';

export interface PeerWire {
  /** Origin that the sync proxy listens at: the renderer's own. */
  readonly origin: string;
  readonly fetch: typeof fetch;
}

/** What the requests of one exchange have in common. */
export interface PeerLine {
  readonly clock: SyncClock;
  /** Aborted when the exchange ends before its requests do. */
  readonly signal: AbortSignal;
  /** Told that something came or went; `allow`: ms that it may be still now. */
  readonly moved: (allow?: number) => void;
}

/** Ms without a byte after which a request is given up. */
const STILL = 60_000;
/** Ms after which a request that was given up is asked again at the latest: until then the exchange counts as moving. */
const ASKED_AGAIN = 15_000;
/** The slowest line that counts on a request being carried whole, in bytes a ms (2 kB/s). */
const SLOWEST = 2;
/** Ms that any answer may take, however slowly it drips. */
const LONGEST = 15 * 60_000;

/** Ms that a request may be still before its answer begins: longer with more to send. */
export function allowedMs(bytesToSend: number): number {
  return Math.min(LONGEST, STILL + Math.round(bytesToSend / SLOWEST));
}

/**
 * The `fetch` for PouchDB's http adapter and for {@link PeerDatabase}: sends `http://convoca.invalid/<peer>/<database>/…`
 * to the sync proxy, ends what hangs, reads each answer to its end, and rejects with a {@link SyncTrouble} for whatever
 * is no answer of a peer that works. What PouchDB must know of passes: 2xx, 404 and 409.
 */
export function peerFetch(wire: PeerWire, line: PeerLine): typeof fetch {
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const allow = allowedMs(typeof init?.body === 'string' ? init.body.length : 0);
    const ending = new AbortController();
    const end = (): void => ending.abort();
    const signals = init?.signal ? [line.signal, init.signal] : [line.signal];
    const unlink = signals.map((signal) => onAbort(signal, end));
    let late = false;
    const giveUp = (): void => {
      late = true;
      end();
    };
    let still = line.clock.after(allow, giveUp);
    const longest = line.clock.after(LONGEST, giveUp);
    const moved = (): void => {
      still();
      still = line.clock.after(STILL, giveUp);
      line.moved(STILL + ASKED_AGAIN);
    };
    line.moved(allow + ASKED_AGAIN);
    try {
      const asked = wire.fetch(wire.origin + SYNC_PREFIX + url.slice(PEER_ORIGIN.length + 1), { ...init, signal: ending.signal });
      const answer = await orAborted(asked, ending.signal);
      moved();
      const read = await orAborted(readAnswer(answer, moved), ending.signal);
      const trouble = troubleOfAnswer(read, line.clock.now());
      if (trouble) throw trouble;
      return read.forPouch;
    } catch (problem) {
      if (problem instanceof SyncTrouble) throw problem;
      // A line on which nothing moves and one that breaks are the same to people; only that it was slow makes batches smaller.
      throw new SyncTrouble(late ? 'stalled' : 'no-network', null, { cause: problem });
    } finally {
      still();
      longest();
      for (const leave of unlink) leave();
    }
  };
}

function onAbort(signal: AbortSignal, call: () => void): () => void {
  if (signal.aborted) call();
  signal.addEventListener('abort', call);
  return () => signal.removeEventListener('abort', call);
}

/** Rejects at the abort, also where the work goes on all the same. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = onAbort(signal, () => reject(new Error('The request was ended.')));
    work.then(resolve, reject).finally(leave);
  });
}
