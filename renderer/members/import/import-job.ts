import type { Chapter } from '../../../shared/store/chapter-types.ts';
import { joinRow } from './join-rows.ts';
import { chunksOf, recordOf, type Intake } from './intake.ts';
import { pause } from './pause.ts';
import { takeBackImport, type TakenBack } from './take-back.ts';

/** Where an import stands; counts are people. */
export type ImportState =
  | { readonly phase: 'writing' | 'taking-back'; readonly done: number; readonly total: number }
  /** Stopped by a failure; what was added stays, and it can go on or be taken back. */
  | { readonly phase: 'failed'; readonly during: 'writing' | 'taking-back'; readonly done: number; readonly total: number; readonly problem: unknown }
  | { readonly phase: 'done'; readonly done: number; readonly total: number }
  | { readonly phase: 'taken-back'; readonly done: number; readonly total: number };

/**
 * One import on its way: writes in chunks, lives on when people look at another screen, and can be cancelled, which
 * takes back what was added. After a failure (a full disk) `run` goes on with the chunk that was not written.
 */
export class ImportJob {
  readonly #chapter: Chapter;
  readonly #intake: Intake;
  readonly #chunks: readonly (readonly number[])[];
  readonly #listeners = new Set<() => void>();
  readonly #people = new Map<number, string>();
  /** Ids of the institutions that were made, by their key in the plan. */
  #institutions: ReadonlyMap<string, string> | undefined;
  #batch: string | undefined;
  #nextChunk = 0;
  readonly #joined = new Set<number>();
  #cancelled = false;
  #state: ImportState;

  constructor(chapter: Chapter, intake: Intake) {
    this.#chapter = chapter;
    this.#intake = intake;
    this.#chunks = chunksOf(intake.people);
    this.#state = { phase: 'writing', done: 0, total: intake.people.length };
  }

  readonly state = (): ImportState => this.#state;

  /** Id of the import's record, once it is written. */
  get batch(): string | undefined {
    return this.#batch;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Writes from where it stands to the end, or to a failure, which shows in {@link state}. Never rejects. */
  async run(): Promise<void> {
    this.#tell({ phase: 'writing', ...this.#counts() });
    try {
      await this.#write();
    } catch (problem) {
      this.#tell({ phase: 'failed', during: 'writing', ...this.#counts(), problem });
      return;
    }
    if (this.#cancelled) await this.takeBack();
    else this.#tell({ phase: 'done', ...this.#counts() });
  }

  /** Stops after the chunk that is being written and takes back what was added. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** Takes back what was added, also after a failure or at the end. Null when that failed, which shows in {@link state}. */
  async takeBack(): Promise<TakenBack | null> {
    const total = this.#people.size;
    this.#tell({ phase: 'taking-back', done: 0, total });
    try {
      const batch = this.#batch;
      const taken =
        batch === undefined
          ? { people: [], institutions: [] }
          : await takeBackImport(this.#chapter, batch, (done, of) => this.#tell({ phase: 'taking-back', done, total: of }));
      this.#tell({ phase: 'taken-back', done: total, total });
      return taken;
    } catch (problem) {
      this.#tell({ phase: 'failed', during: 'taking-back', done: this.#state.done, total, problem });
      return null;
    }
  }

  async #write(): Promise<void> {
    const { refused, institutions } = this.#intake;
    this.#batch ??= (await this.#chapter.create('office', { kind: 'import', added: 0, refused, state: 'running' })).id;
    const source = { kind: 'import', from: this.#batch } as const;
    if (this.#institutions === undefined) {
      const made = await this.#chapter.createMany('institutions', institutions.map(({ name }) => ({ name, otherNames: [], languages: [], source })));
      this.#institutions = new Map(made.map(({ id }, at) => [institutions[at]?.key ?? '', id]));
    }
    while (this.#nextChunk < this.#chunks.length && !this.#cancelled) {
      await this.#writeChunk(this.#chunks[this.#nextChunk] ?? [], this.#batch, this.#institutions);
      this.#nextChunk += 1;
      this.#tell({ phase: 'writing', ...this.#counts() });
      await pause();
    }
    await this.#joinRows();
    if (!this.#cancelled) await this.#chapter.change('office', this.#batch, { added: this.#people.size - this.#joined.size, updated: this.#joined.size, state: 'done' });
  }

  async #writeChunk(rows: readonly number[], batch: string, institutions: ReadonlyMap<string, string>): Promise<void> {
    const written = { institutions, people: this.#people };
    const records = rows.flatMap((at) => {
      const row = this.#intake.people[at];
      return row === undefined ? [] : [recordOf(row, batch, written)];
    });
    const made = await this.#chapter.createMany('people', records);
    rows.forEach((at, index) => {
      const person = made[index];
      if (person !== undefined) this.#people.set(at, person.id);
    });
  }

  /** Rows that are people of the chapter come together with them when all is written. */
  async #joinRows(): Promise<void> {
    for (const [at, here] of this.#intake.joins) {
      const row = this.#people.get(at);
      if (this.#cancelled || row === undefined) return;
      if (this.#joined.has(at)) continue;
      await joinRow(this.#chapter, row, here);
      this.#joined.add(at);
      this.#tell({ phase: 'writing', ...this.#counts() });
    }
  }

  /** How many of the rows went to people who were here. */
  get updated(): number {
    return this.#joined.size;
  }

  /** A row that comes together with somebody is done when it has. */
  #counts(): { done: number; total: number } {
    const waiting = [...this.#intake.joins.keys()].filter((at) => this.#people.has(at) && !this.#joined.has(at)).length;
    return { done: this.#people.size - waiting, total: this.#intake.people.length };
  }

  #tell(state: ImportState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
