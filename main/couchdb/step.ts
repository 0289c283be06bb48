import type { Sentence } from '../hub/words.ts';

/** How something stands at the server. */
export type Standing = 'right' | 'missing' | 'different';

/** One thing that a server must have. Looking changes nothing; mending brings it to what it must be, whatever it was. */
export interface Step {
  /** What it is, for people: "database chapter-…". */
  readonly about: Sentence;
  look(): Promise<Standing>;
  mend(): Promise<void>;
}

/** `make`: mend what is not right; `check`: tell drift; `dry-run`: tell what `make` would do. */
export type Mode = 'make' | 'check' | 'dry-run';

/** What came of a step. */
export interface StepOutcome {
  readonly about: Sentence;
  readonly standing: Standing;
  readonly mended: boolean;
}

/** Goes through the steps in order, since later ones stand on earlier ones, and tells of each as it is done. */
export async function takeSteps(steps: readonly Step[], mode: Mode, tell: (outcome: StepOutcome) => void): Promise<readonly StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  for (const step of steps) {
    const standing = await step.look();
    const mended = mode === 'make' && standing !== 'right';
    if (mended) await step.mend();
    const outcome = { about: step.about, standing, mended };
    outcomes.push(outcome);
    tell(outcome);
  }
  return outcomes;
}

/** The standing of one value that is there or not. `null` is missing. */
export function standingOf(found: unknown, isRight: (found: unknown) => boolean): Standing {
  if (found === null) return 'missing';
  return isRight(found) ? 'right' : 'different';
}
