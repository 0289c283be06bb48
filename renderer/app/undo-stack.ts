import type { CollectionName } from '../../shared/store/chapter-types.ts';

/** What a step did to which record, for words in any language. */
export interface UndoAbout {
  readonly name: CollectionName;
  readonly id: string;
  readonly kind: 'created' | 'changed' | 'binned' | 'restored';
  /** The first of the fields that changed. */
  readonly field?: string;
  /** The language that `label` is in. */
  readonly lang: string;
}

/** One step that can be taken back. */
export interface UndoStep {
  /** What was done, in words: "phone of Lupita Hernández". Shown beside "Undo". */
  readonly label: string;
  /** The same in the language of the screen, where that is another one by now; `label` stands where it is missing. */
  readonly about?: UndoAbout;
  /** Takes the step back; 'changed-since' when somebody else has changed the same field meanwhile. */
  readonly undo: () => Promise<'undone' | 'changed-since'>;
}

/** How many steps are kept; domain §6.3 asks for at least 50. */
const DEPTH = 100;

/** The steps of one person at this PC, across screens, newest last (domain §6.3). */
export class UndoStack {
  #steps: readonly UndoStep[] = [];
  readonly #listeners = new Set<() => void>();

  readonly push = (step: UndoStep): void => {
    this.#set([...this.#steps, step].slice(-DEPTH));
  };

  /** The oldest step that is kept. */
  readonly first = (): UndoStep | undefined => this.#steps[0];

  /** The step that would be taken back now. */
  readonly last = (): UndoStep | undefined => this.#steps.at(-1);

  /** Takes the newest step back. A step that fails to be written stays, and its error is thrown. */
  readonly undo = async (): Promise<{ readonly step: UndoStep; readonly outcome: 'undone' | 'changed-since' } | null> => {
    const step = this.#steps.at(-1);
    if (step === undefined) return null;
    this.#set(this.#steps.slice(0, -1));
    try {
      return { step, outcome: await step.undo() };
    } catch (problem) {
      this.#set([...this.#steps, step].slice(-DEPTH));
      throw problem;
    }
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(steps: readonly UndoStep[]): void {
    this.#steps = steps;
    for (const listener of this.#listeners) listener();
  }
}

/** All steps of a stack as one, newest first; undefined when it has none. */
export function asOneStep(steps: UndoStack, label: string): UndoStep | undefined {
  const first = steps.first();
  if (first === undefined) return undefined;
  return {
    label,
    about: first.about,
    undo: async () => {
      let outcome: 'undone' | 'changed-since' = 'changed-since';
      for (let done = await steps.undo(); done !== null; done = await steps.undo()) if (done.outcome === 'undone') outcome = 'undone';
      return outcome;
    },
  };
}
