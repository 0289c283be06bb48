import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from '../../shared/store/turns.ts';
import { tooMany } from './couch-error.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
const FORGET_AFTER_MS = 10 * 60 * 1000;
const MOST_WAITING = 40;
const MOST_ADDRESSES = 2000;

interface Tries {
  wrong: number;
  last: number;
  waiting: number;
  readonly turns: Turns;
}

/**
 * Slows down whoever guesses passwords, without ever locking anyone out: tries from one address go one after the other,
 * and each wrong one makes the next wait longer, up to two seconds. Right ones that are remembered do not come here.
 */
export class WrongPasswords {
  readonly #byAddress = new Map<string, Tries>();

  /** Runs one check of a password in its turn; resolves as it does. Rejects with 429 when too many wait from there. */
  async check(address: string, check: () => Promise<boolean>): Promise<boolean> {
    const tries = this.#triesOf(address);
    if (tries.waiting >= MOST_WAITING) throw tooMany();
    tries.waiting += 1;
    try {
      return await tries.turns.take(async () => {
        const right = await check();
        tries.wrong = right ? 0 : tries.wrong + 1;
        tries.last = Date.now();
        if (!right) await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries.wrong - 1, 8)));
        return right;
      });
    } finally {
      tries.waiting -= 1;
    }
  }

  #triesOf(address: string): Tries {
    const found = this.#byAddress.get(address);
    if (found !== undefined) {
      if (Date.now() - found.last > FORGET_AFTER_MS) found.wrong = 0;
      return found;
    }
    if (this.#byAddress.size >= MOST_ADDRESSES) {
      for (const [old, tries] of this.#byAddress) if (tries.waiting === 0) this.#byAddress.delete(old);
    }
    const fresh: Tries = { wrong: 0, last: Date.now(), waiting: 0, turns: new Turns() };
    this.#byAddress.set(address, fresh);
    return fresh;
  }
}
