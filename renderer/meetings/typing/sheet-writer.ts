import type { SheetRow } from '../../../shared/domain/sheet.ts';
import { recordOfRow, type TypingRow } from './typing-row.ts';

/** What the writer needs of the chapter; each promise resolves when the write is durable. */
export interface SheetDesk {
  /** The rows that the sheet's record has now, other PCs' included. */
  readRows(): Promise<readonly SheetRow[]>;
  writeRows(rows: readonly SheetRow[]): Promise<unknown>;
  makePerson(row: TypingRow): Promise<string>;
  /** A new person's line was corrected. `before` is the line as it was last written. */
  correctPerson(person: string, row: TypingRow, before: SheetRow): Promise<unknown>;
  binPerson(person: string): Promise<unknown>;
  restorePerson(person: string): Promise<unknown>;
}

export type WriterState = { readonly kind: 'saved' | 'saving' } | { readonly kind: 'failed'; readonly problem: unknown };

interface Listener {
  onState(state: WriterState): void;
  /** The record of a new person exists; lines that wait for it can name it. */
  onPerson(key: string, person: string): void;
}

function same(one: SheetRow | undefined, other: SheetRow | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Writes the lines of one page, one write at a time and always the newest state, however fast lines come (domain §6.5).
 * A new person is made before the line that names them, so that a power cut leaves no line without its person.
 * Only lines changed here are written over what the record has: a page typed on two PCs loses nothing.
 */
export class SheetWriter {
  readonly #desk: SheetDesk;
  readonly #listener: Listener;
  /** The lines as we last wrote them, or as the screen last took them over from the record. */
  readonly #written: Map<number, SheetRow>;
  #wanted: readonly TypingRow[];
  #writing: Promise<void> | null = null;
  /** People made here, by key, and those of them that no line names any more. */
  readonly #made = new Map<string, string>();
  readonly #binned = new Set<string>();

  constructor(rows: readonly TypingRow[], desk: SheetDesk, listener: Listener) {
    this.#desk = desk;
    this.#listener = listener;
    this.#wanted = rows;
    this.#written = new Map(rows.map(recordOfRow).filter((row) => row !== null).map((row) => [row.n, row]));
  }

  /** Numbers of the lines that are not yet written. */
  pending(): ReadonlySet<number> {
    return new Set(this.#wanted.filter((row) => !this.#isWritten(row)).map((row) => row.n));
  }

  /** The page as it should be; written as soon as the write under way is done. */
  push(rows: readonly TypingRow[]): void {
    this.#wanted = rows;
    // A failure is told to the listener; the lines stay wanted, and the next push or flush tries again.
    this.flush().catch(() => undefined);
  }

  /** The record changed, and the screen took over every line that was not pending: `rows` is the page now. */
  follow(record: readonly SheetRow[], rows: readonly TypingRow[]): void {
    const pending = this.pending();
    const theirs = new Map(record.map((row) => [row.n, row]));
    for (const { n } of rows) if (!pending.has(n)) this.#note(n, theirs.get(n));
    this.#wanted = rows;
  }

  /** Resolves when everything pushed so far is durable; rejects when it could not be written. */
  flush(): Promise<void> {
    this.#writing ??= this.#work().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  #isWritten(row: TypingRow): boolean {
    const record = recordOfRow(this.#withPerson(row));
    const waitsForPerson = row.decision?.state === 'new' && record === null;
    return !waitsForPerson && same(record ?? undefined, this.#written.get(row.n));
  }

  async #work(): Promise<void> {
    try {
      while (this.pending().size > 0 || this.#unwanted().length > 0) {
        this.#listener.onState({ kind: 'saving' });
        await this.#writeOnce(this.#wanted);
      }
      this.#listener.onState({ kind: 'saved' });
    } catch (problem) {
      this.#listener.onState({ kind: 'failed', problem });
      throw problem;
    }
  }

  async #writeOnce(wanted: readonly TypingRow[]): Promise<void> {
    for (const row of wanted) await this.#personOf(row);
    const mine = new Map<number, SheetRow | undefined>();
    for (const row of wanted) {
      const record = recordOfRow(this.#withPerson(row)) ?? undefined;
      const before = this.#written.get(row.n);
      if (same(record, before)) continue;
      mine.set(row.n, record);
      if (record?.state === 'new' && record.person !== undefined && before?.person === record.person) {
        await this.#desk.correctPerson(record.person, row, before);
      }
    }
    if (mine.size > 0) {
      const theirs = (await this.#desk.readRows()).filter((row) => !mine.has(row.n));
      const ours = [...mine.values()].filter((row) => row !== undefined);
      await this.#desk.writeRows([...theirs, ...ours].sort((one, other) => one.n - other.n));
      for (const [n, row] of mine) this.#note(n, row);
    }
    for (const person of this.#unwanted()) {
      await this.#desk.binPerson(person);
      this.#binned.add(person);
    }
  }

  #note(n: number, row: SheetRow | undefined): void {
    if (row === undefined) this.#written.delete(n);
    else this.#written.set(n, row);
  }

  /** Makes the person of a new line once, or takes them out of the bin when the line is new again. */
  async #personOf(row: TypingRow): Promise<void> {
    if (row.decision?.state !== 'new') return;
    const { key } = row.decision;
    const person = row.decision.person ?? this.#made.get(key);
    if (person === undefined) {
      const made = await this.#desk.makePerson(row);
      this.#made.set(key, made);
      this.#wanted = this.#wanted.map((one) => this.#withPerson(one));
      this.#listener.onPerson(key, made);
    } else if (this.#binned.has(person)) {
      await this.#desk.restorePerson(person);
      this.#binned.delete(person);
    }
  }

  #withPerson(row: TypingRow): TypingRow {
    if (row.decision?.state !== 'new' || row.decision.person !== undefined) return row;
    return { ...row, decision: { ...row.decision, person: this.#made.get(row.decision.key) } };
  }

  /** People made here whose line was taken back. */
  #unwanted(): readonly string[] {
    const named = new Set(this.#wanted.map((row) => (row.decision !== undefined && 'person' in row.decision ? row.decision.person : undefined)));
    const keys = new Set(this.#wanted.map((row) => (row.decision?.state === 'new' ? row.decision.key : undefined)));
    return [...this.#made].filter(([key, person]) => !keys.has(key) && !named.has(person) && !this.#binned.has(person)).map(([, person]) => person);
  }
}
