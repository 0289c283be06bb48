import { StoreProblem, type Chapter } from '../../shared/store/chapter-types.ts';

/** A number that this PC gave out to nobody else, and the letter that makes it unique in the chapter. */
export interface TakenNumber {
  readonly letter: string;
  /** How many were given out before. */
  readonly before: number;
}

/**
 * Counts up what this PC gave out: codes of sheets, or receipts. Durable when it resolves, so that a power cut afterwards wastes a
 * number rather than giving it twice; several that ask at once get different ones. Rejects with a StoreProblem.
 */
export async function takeNumber(chapter: Chapter, count: 'codesGiven' | 'receiptsGiven'): Promise<TakenNumber> {
  const device = (await chapter.collections.office.findOne(chapter.device).exec())?.toMutableJSON();
  if (device?.kind !== 'device') throw new StoreProblem('records-missing');
  let before = 0;
  await chapter.change('office', device.id, (now) => {
    // Kept here: several that ask at once are written together, and all of them would read the last count.
    before = now.kind === 'device' ? (now[count] ?? 0) : 0;
    return { [count]: before + 1 };
  });
  return { letter: device.letter, before };
}
