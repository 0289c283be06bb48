import { MatchIndex } from './candidates.ts';
import type { Directory, DirectoryEntry } from './directory.ts';
import { nicknamesInUse } from './nicknames.ts';
import type { MatchReason } from './score.ts';
import { Turns } from './turns.ts';

/** Two people who may be one; `import`: an import of a list marked them. */
export interface LikelyPair {
  /** The two ids, the smaller one first. */
  readonly one: string;
  readonly other: string;
  readonly band: 'probably' | 'maybe';
  readonly score: number;
  readonly reasons: readonly (MatchReason | 'import')[];
}

/** The pairs found so far, and how far the search is; `done` equals `all` when it is over. */
export interface LikelyPairs {
  readonly pairs: readonly LikelyPair[];
  readonly done: number;
  readonly all: number;
}

/** Ms after which the list is told anew while a search goes on, and which a change waits for others that come with it. */
const TELL_EVERY = 250;

/** The name of a pair, whichever of the two is said first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * Keeps the pairs of the chapter's people who may be one (domain §6.4 point 7), beside the screen: it works in slices, tells
 * what it has found while it goes on, and after a change looks only at the people concerned. Pairs that somebody knows to be two
 * people are left out, and so are records that are one person already.
 */
export class DuplicateSearch {
  readonly #directory: Directory;
  #index = new MatchIndex();
  /** The table that the index was filled with. */
  #nicknames = nicknamesInUse();
  readonly #entered = new Map<string, DirectoryEntry>();
  readonly #found = new Map<string, LikelyPair>();
  /** Who is entered and not yet compared; kept when a search is called off on the way. */
  readonly #waiting = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #told: LikelyPairs = { pairs: [], done: 0, all: 1 };
  #stop: AbortController | null = null;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** What is known now; the same object until it changes. */
  readonly told = (): LikelyPairs => this.#told;

  /** Searches as long as anybody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#stop === null) this.#begin();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.abort();
      this.#stop = null;
    };
  };

  #begin(): void {
    const stop = new AbortController();
    this.#stop = stop;
    let seen = -1;
    let wake: (() => void) | null = null;
    const unfollow = this.#directory.subscribe(() => wake?.());
    const work = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        if (seen === this.#directory.version) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            stop.signal.addEventListener('abort', () => resolve());
          });
          wake = null;
          await new Promise((resolve) => setTimeout(resolve, TELL_EVERY));
        } else {
          seen = this.#directory.version;
          await this.#catchUp(stop.signal);
        }
      }
    };
    work()
      .catch((problem: unknown) => {
        if (!stop.signal.aborted) throw problem;
      })
      .finally(unfollow);
  }

  /** Compares whoever is new or changed with everybody. */
  async #catchUp(signal: AbortSignal): Promise<void> {
    const turns = new Turns(signal);
    if (this.#nicknames !== nicknamesInUse()) this.#forgetAll();
    const now = new Map(this.#directory.everybody().map((entry) => [entry.id, entry]));
    // Somebody more or fewer at a phone makes it a family's or not, which weighs for all who share it.
    const concern = (id: string): void => {
      for (const other of this.#index.atPhonesOf(id)) this.#waiting.add(other);
    };
    for (const id of [...this.#entered.keys()].filter((one) => !now.has(one))) {
      concern(id);
      this.#index.remove(id);
      this.#entered.delete(id);
      this.#waiting.delete(id);
      this.#forget(new Set([id]));
      await turns.pause();
    }
    for (const [id, entry] of now) {
      if (this.#entered.get(id) === entry) continue;
      concern(id);
      this.#index.put(entry);
      this.#entered.set(id, entry);
      this.#waiting.add(id);
      concern(id);
      if (await turns.pause()) this.#tell(this.#waiting.size, 2 * now.size);
    }
    const among = new Set([...this.#waiting].filter((id) => now.has(id)));
    this.#forget(among);
    let toldAt = performance.now();
    await this.#index.duplicates({
      among,
      signal,
      onFound: ({ one, other, band, score, reasons }) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        if (band !== 'new') this.#found.set(pairKey(one, other), { one: first, other: second, band, score, reasons });
      },
      onProgress: (done, all) => {
        if (performance.now() - toldAt < TELL_EVERY) return;
        toldAt = performance.now();
        this.#tell(all + done, 2 * all);
      },
    });
    this.#waiting.clear();
    this.#tell(1, 1);
  }

  /** With another table of nicknames other people may be one: everybody is entered and compared anew. */
  #forgetAll(): void {
    this.#nicknames = nicknamesInUse();
    this.#index = new MatchIndex();
    this.#entered.clear();
    this.#waiting.clear();
    this.#found.clear();
  }

  #forget(ids: ReadonlySet<string>): void {
    for (const [key, { one, other }] of this.#found) if (ids.has(one) || ids.has(other)) this.#found.delete(key);
  }

  #tell(done: number, all: number): void {
    this.#told = { pairs: this.#standing(), done, all };
    for (const listener of this.#listeners) listener();
  }

  /** Who is still in question: found or marked, two people, and not known to be two. */
  #standing(): readonly LikelyPair[] {
    const { survivorOf } = this.#directory;
    const pairs = new Map(this.#found);
    const denied = new Set<string>();
    for (const entry of [...this.#entered.values(), ...this.#directory.absorbed()]) {
      const id = survivorOf(entry.id);
      for (const other of entry.isNot ?? []) denied.add(pairKey(id, survivorOf(other)));
      for (const marked of entry.mayBe ?? []) {
        const other = survivorOf(marked);
        const key = pairKey(id, other);
        const there = pairs.get(key);
        const [first, second] = id < other ? [id, other] : [other, id];
        pairs.set(key, { one: first, other: second, band: there?.band ?? 'maybe', score: there?.score ?? 0, reasons: [...(there?.reasons.filter((reason) => reason !== 'import') ?? []), 'import'] });
      }
    }
    return [...pairs]
      .filter(([key, { one, other }]) => !denied.has(key) && one !== other && this.#isThere(one) && this.#isThere(other))
      .map(([, pair]) => pair)
      .sort((one, other) => Number(other.band === 'probably') - Number(one.band === 'probably') || other.score - one.score || (one.one < other.one ? -1 : 1));
  }

  #isThere(id: string): boolean {
    return this.#directory.get(id)?.id === id;
  }
}
