import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they are measured: those that add records come after those that count them. */
export const PARTS = ['app', 'open', 'search', 'list', 'save', 'live', 'bulk', 'heap', 'growth', 'suite', 'sync'] as const;
export type Part = (typeof PARTS)[number];

/** What the command line asks for. */
export interface Wanted {
  readonly parts: ReadonlySet<Part>;
  /** How often each comparison is repeated, Convoca first in one round and Dexie first in the next. */
  readonly rounds: number;
  /** Sizes of the chapters that are opened cold, in records. */
  readonly sizes: readonly number[];
  /** Whether to write CPU profiles of Convoca's side; the sampling makes it slower, so the ratios are then no result. */
  readonly profile: boolean;
}

/** Reads the options of `npm run bench`; throws a sentence about one it does not know. */
export function readWanted(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, rounds: { type: 'string' }, records: { type: 'string' }, profile: { type: 'boolean' } },
  });
  const parts = (values.only?.split(',') ?? PARTS).map((name) => {
    const part = PARTS.find((one) => one === name);
    if (part === undefined) throw new Error(`There is no part "${name}". Parts: ${PARTS.join(', ')}.`);
    return part;
  });
  const sizes = (values.records ?? '20000,100000').split(',').map(Number);
  const rounds = Number(values.rounds ?? '5');
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number from 1.');
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1_000)) throw new Error('--records wants numbers from 1000, such as 20000,100000.');
  return { parts: new Set(parts), rounds, sizes, profile: values.profile ?? false };
}
