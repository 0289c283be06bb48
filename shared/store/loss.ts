import { StoreProblem } from './chapter-types.ts';

/** How the records of this PC differ from what it noted of them. */
export interface Loss {
  /**
   * `gone`: the browser handed out an empty database. `fewer`: rows are missing. `mended`: rows were missing, and all
   * records could be put together again from what is left. `unsure`: the note, or the mark in the database that belongs to it, cannot be read.
   */
  readonly kind: 'gone' | 'fewer' | 'mended' | 'unsure';
  /** Records that were here when they were last counted; null when nobody knows. */
  readonly held: number | null;
  readonly here: number;
  /** When they were last counted (ISO). */
  readonly countedAt: string | null;
  /** Who last confirmed that everything was there, and when (ISO). */
  readonly peer: { readonly label: string; readonly at: string } | null;
}

/** Records that this PC held are not there: the chapter is not opened as if nothing were wrong. */
export class RecordsMissing extends StoreProblem {
  readonly loss: Loss;
  constructor(loss: Loss) {
    super('records-missing');
    this.loss = loss;
  }
}
