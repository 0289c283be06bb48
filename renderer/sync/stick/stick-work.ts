import { BehaviorSubject } from 'rxjs';
import type { FileSource, Host } from '../../../shared/host.ts';
import { accessOf } from '../../../shared/store/chapter-access.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { readFromStick, type Reading } from '../../../shared/sync/bundle/read-from-stick.ts';
import { saveToStick, type Saved } from '../../../shared/sync/bundle/save-to-stick.ts';

/** How the name of a stick's file ends. */
export const STICK_ENDING = '.convoca-stick';

/** What goes on with sticks, or how it ended. */
export type StickStage =
  | { readonly at: 'rest' }
  | { readonly at: 'saving' | 'reading'; /** 0–1 */ readonly share: number }
  | { readonly at: 'saved'; readonly saved: Saved }
  | { readonly at: 'read'; readonly reading: Extract<Reading, { kind: 'read' }> }
  | { readonly at: 'asks'; readonly asked: Extract<Reading, { kind: 'asks' }> }
  | { readonly at: 'stopped' | 'failed'; readonly doing: 'saving' | 'reading'; readonly problem?: unknown };

const RESTING: StickStage = { at: 'rest' };

/**
 * Saving to sticks and reading from them in one chapter. It goes on while people look at other screens, and ends when the
 * chapter is locked.
 */
export class StickWork {
  readonly stage = new BehaviorSubject<StickStage>(RESTING);
  readonly #chapter: OpenedChapter;
  readonly #files: Host['files'];
  #stop = new AbortController();
  #running: Promise<void> | null = null;
  /** The file that asks whether it may make nearly everything vanish. */
  #asking: FileSource | null = null;

  constructor(chapter: OpenedChapter, files: Host['files']) {
    this.#chapter = chapter;
    this.#files = files;
    chapter.beforeClose(async () => {
      this.stop();
      await this.#running;
      await this.answer(false);
    });
  }

  /** Asks where, and writes a file there: everything, or what others lack. `without`: PCs that were taken out. */
  save(all: boolean, without: ReadonlySet<string>): Promise<void> {
    return this.#run('saving', async (signal) => {
      const today = new Date();
      const sink = await this.#files.saveInPieces(`convoca-${dayOf(today)}${STICK_ENDING}`, 'application/octet-stream');
      if (!sink) return RESTING;
      const onProgress = (share: number): void => this.stage.next({ at: 'saving', share });
      onProgress(0);
      const saved = await saveToStick(this.#chapter, sink, { all, without, now: today.toISOString(), onProgress, signal });
      return saved ? { at: 'saved', saved } : RESTING;
    });
  }

  /** Asks which file, and reads it. */
  read(): Promise<void> {
    return this.#run('reading', async (signal) => {
      const source = await this.#files.openInPieces(STICK_ENDING);
      return source ? this.#readFrom(source, signal, false) : RESTING;
    });
  }

  /** The answer to a file by which nearly all records would vanish. */
  async answer(goOn: boolean): Promise<void> {
    const source = this.#asking;
    this.#asking = null;
    if (!source) return;
    if (goOn) return this.#run('reading', (signal) => this.#readFrom(source, signal, true));
    this.stage.next(RESTING);
    return source.close();
  }

  /** Ends what is running. What was read is here, and reading the same file again goes on there. */
  stop(): void {
    this.#stop.abort();
  }

  async #readFrom(source: FileSource, signal: AbortSignal, mayVanish: boolean): Promise<StickStage> {
    let kept = false;
    try {
      const onProgress = (share: number): void => this.stage.next({ at: 'reading', share });
      onProgress(0);
      const learnKeys = async (): Promise<void> => accessOf(this.#chapter)?.run(() => Promise.resolve());
      const reading = await readFromStick(this.#chapter, source, { learnKeys, mayVanish, onProgress, signal });
      if (reading.kind === 'read') return { at: 'read', reading };
      [this.#asking, kept] = [source, true];
      return { at: 'asks', asked: reading };
    } finally {
      if (!kept) await source.close();
    }
  }

  #run(doing: 'saving' | 'reading', work: (signal: AbortSignal) => Promise<StickStage>): Promise<void> {
    if (this.#running) return this.#running;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#running = work(signal)
      .catch((problem: unknown): StickStage => (signal.aborted ? { at: 'stopped', doing } : { at: 'failed', doing, problem }))
      .then((stage) => {
        this.#running = null;
        this.stage.next(stage);
      });
    return this.#running;
  }
}

/** The day here, as file names sort by it. */
function dayOf(moment: Date): string {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
