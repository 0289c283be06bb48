import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from '../../shared/store/turns.ts';
import { tooMany } from './couch-error.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
const FORGET_AFTER_MS = 10 * 60 * 1000;
/** Checks that may wait for one name from one address: guesses go one after the other. */
const MOST_WAITING = 40;
const MOST_REMEMBERED = 2000;
/** scrypt runs in the threads that LevelDB uses, too (four): half of them stay free for records. */
const AT_ONCE = 2;
/** Beyond these the hub says 429 at once: a flood of logins from one address must not keep the others out for minutes. */
const MOST_QUEUED = 400;
const MOST_QUEUED_OF_ONE = 100;

interface Tries {
  wrong: number;
  last: number;
  waiting: number;
  readonly turns: Turns;
}

/**
 * Slows down whoever guesses passwords, without ever locking anyone out: tries of one name from one address go one
 * after the other, and each wrong one makes the next wait longer, up to two seconds. Others behind the same address
 * do not wait with them. Right ones that are remembered do not come here.
 */
export class WrongPasswords {
  readonly #tries = new Map<string, Tries>();
  readonly #gate = new Gate();

  /** Runs one check of a password in its turn; resolves as it does. Rejects with 429 when too many wait. */
  async check(address: string, name: string, check: () => Promise<boolean>): Promise<boolean> {
    const tries = this.#triesOf(JSON.stringify([address, name]));
    if (tries.waiting >= MOST_WAITING) throw tooMany();
    tries.waiting += 1;
    try {
      return await tries.turns.take(async () => {
        const right = await this.#gate.pass(address, check);
        tries.wrong = right ? 0 : tries.wrong + 1;
        tries.last = Date.now();
        if (!right) await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries.wrong - 1, 8)));
        return right;
      });
    } finally {
      tries.waiting -= 1;
    }
  }

  #triesOf(key: string): Tries {
    const found = this.#tries.get(key);
    if (found !== undefined) {
      if (Date.now() - found.last > FORGET_AFTER_MS) found.wrong = 0;
      return found;
    }
    if (this.#tries.size >= MOST_REMEMBERED) {
      for (const [old, tries] of this.#tries) if (tries.waiting === 0) this.#tries.delete(old);
    }
    const fresh: Tries = { wrong: 0, last: Date.now(), waiting: 0, turns: new Turns() };
    this.#tries.set(key, fresh);
    return fresh;
  }
}

/** Lets two pieces of work in at once; the others queue. */
class Gate {
  #inside = 0;
  readonly #queue: { readonly address: string; readonly enter: () => void }[] = [];

  async pass<T>(address: string, work: () => Promise<T>): Promise<T> {
    const own = this.#queue.filter((one) => one.address === address).length;
    if (this.#queue.length >= MOST_QUEUED || own >= MOST_QUEUED_OF_ONE) throw tooMany();
    if (this.#inside >= AT_ONCE) await new Promise<void>((enter) => this.#queue.push({ address, enter }));
    else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#inside -= 1;
      else next.enter();
    }
  }
}
