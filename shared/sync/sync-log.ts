import { z } from 'zod';
import type { RecordPouch } from '../store/pouch.ts';
import { GUARD_KINDS } from './status.ts';
import { SYNC_PROBLEMS } from './problems.ts';

/** What happened, as a code that `sync:log` says in words. */
export const LOG_STEPS = ['begun', 'done', 'trouble', 'guard', 'emptied', 'restored', 'refused', 'verified', 'repaired', 'stopped', 'decided', 'no-list', 'list-refused'] as const;

const logLine = z.object({
  /** ISO, by this PC's clock. */
  at: z.string(),
  /** The peer's id, which says nothing of people or places. */
  peer: z.string(),
  step: z.enum(LOG_STEPS),
  sent: z.number().optional(),
  received: z.number().optional(),
  /** Records that the step is about. */
  count: z.number().optional(),
  problem: z.enum(SYNC_PROBLEMS).optional(),
  guard: z.enum(GUARD_KINDS).optional(),
  /** How long it took, in ms. */
  ms: z.number().optional(),
});
/** One line that can be read out over the phone: no name, no id of a record, no address. */
export type LogLine = z.infer<typeof logLine>;

const MOST = 500;
const LOCAL_ID = '_local/convoca-sync-log';
const kept = z.object({ lines: z.array(logLine) });

/** The last 500 lines of what was exchanged, kept with the chapter's database and never replicated. */
export class SyncLog {
  readonly #pouch: RecordPouch;
  #lines: readonly LogLine[] = [];
  #reading: Promise<void> | null = null;

  constructor(pouch: RecordPouch) {
    this.#pouch = pouch;
  }

  /** Oldest first. */
  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  add(line: LogLine): void {
    this.#lines = [...this.#lines, line].slice(-MOST);
  }

  /** Puts the lines of earlier days before those of this one; once. A log that cannot be read is begun anew. */
  read(): Promise<void> {
    this.#reading ??= this.#pouch.get(LOCAL_ID).then(
      (found) => {
        const earlier = kept.safeParse(found);
        if (earlier.success) this.#lines = [...earlier.data.lines, ...this.#lines].slice(-MOST);
      },
      () => undefined,
    );
    return this.#reading;
  }

  /** Keeps the lines. A log that cannot be written hinders nothing. */
  async write(): Promise<void> {
    await this.read();
    const before = await this.#pouch.get(LOCAL_ID).catch(() => null);
    await this.#pouch.put({ _id: LOCAL_ID, lines: this.#lines, ...(before ? { _rev: before._rev } : {}) }).catch(() => undefined);
  }
}
