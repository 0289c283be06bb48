import type { Side } from '../sides.ts';

type Checkpoint = Parameters<Side['put']>[0];

/** One side's checkpoint: what replication last wrote, and what of it is really there. */
class Kept {
  readonly #side: Side;
  /** What replication takes for written. */
  #said: Checkpoint | null = null;
  /** What of it is still to be written. */
  #left: Checkpoint | null = null;
  #rev: string | undefined;

  constructor(side: Side) {
    this.#side = side;
  }

  async get(id: string): Promise<Checkpoint> {
    if (this.#said?._id === id) return { ...this.#said };
    const found = await this.#side.get(id);
    this.#rev = found._rev;
    return found;
  }

  say(checkpoint: Checkpoint): void {
    this.#said = { ...checkpoint };
    this.#left = this.#said;
  }

  /** Writes this before anything else goes on, in the place of whatever was there. */
  async writeNow(checkpoint: Checkpoint): Promise<{ readonly ok: true }> {
    this.#said = { ...checkpoint };
    await this.write(checkpoint);
    return { ok: true };
  }

  /** What is to be written now, if anything. */
  take(): Checkpoint | null {
    const left = this.#left;
    this.#left = null;
    return left;
  }

  async write({ _rev: _none, ...checkpoint }: Checkpoint): Promise<void> {
    try {
      await this.#put(checkpoint);
    } catch (problem) {
      if ((problem as { status?: unknown }).status !== 409) throw problem;
      this.#rev = (await this.#side.get(checkpoint._id))._rev;
      await this.#put(checkpoint);
    }
  }

  async #put(checkpoint: Checkpoint): Promise<void> {
    const written = (await this.#side.put(this.#rev === undefined ? checkpoint : { ...checkpoint, _rev: this.#rev })) as { readonly rev?: unknown } | undefined;
    this.#rev = typeof written?.rev === 'string' ? written.rev : (await this.#side.get(checkpoint._id))._rev;
  }
}

/**
 * True for the checkpoint with which a comparison of everything begins: it must be on both sides before that comparison
 * counts as begun, or one that breaks off at once would go on at the old one (`noteComparing`).
 */
function beginsAnew({ last_seq: last }: Checkpoint): boolean {
  return last === 0;
}

/** A replication's two sides, and the end of writing their checkpoints. */
export interface CheckpointsBehind {
  readonly source: Side;
  readonly target: Side;
  /** Resolves when the last checkpoint is on both sides; rejects when one could not be written. */
  written(): Promise<void>;
}

/**
 * The same sides, with checkpoints written while the next page is already being received: four small requests a page that
 * nobody needs to wait for. A checkpoint may then be some pages behind what has arrived, never ahead of it; a replication
 * that breaks off receives at most those pages' changes again. The target's is always written before the source's.
 */
export function checkpointsBehind(source: Side, target: Side): CheckpointsBehind {
  const [there, here] = [new Kept(source), new Kept(target)];
  let writing: Promise<void> | null = null;
  let failure: Error | null = null;
  const writeAll = async (): Promise<void> => {
    for (;;) {
      // Both at the same moment: what is said while the one is written must not reach the other before it.
      const [atSource, atTarget] = [there.take(), here.take()];
      if (!atSource && !atTarget) return;
      if (atTarget) await here.write(atTarget);
      if (atSource) await there.write(atSource);
    }
  };
  const begin = (): void => {
    writing ??= writeAll()
      .catch((problem: unknown) => {
        failure ??= problem instanceof Error ? problem : new Error('A checkpoint could not be written.', { cause: problem });
      })
      .finally(() => (writing = null));
  };
  const behind = (side: Side, kept: Kept): Side => ({
    ...side,
    get: (id) => kept.get(id),
    put: (checkpoint) => {
      if (failure !== null) return Promise.reject(failure);
      if (beginsAnew(checkpoint)) return kept.writeNow(checkpoint);
      kept.say(checkpoint);
      begin();
      return Promise.resolve({ ok: true });
    },
  });
  return {
    source: behind(source, there),
    target: behind(target, here),
    async written() {
      begin();
      while (writing) await writing;
      if (failure !== null) throw failure;
    },
  };
}
