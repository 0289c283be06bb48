/** The middle value; of an even number of values the upper one. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that this share (0 to 1) of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line of the bench: what was measured, the figure, and what it is compared with. */
export function row(what: string, figure: string, compared = ''): void {
  console.log(`${what.padEnd(66)} ${figure.padStart(12)}   ${compared}`);
}

/** The same work on both sides in one round, in the same unit. */
export interface Pair {
  readonly convoca: number;
  readonly dexie: number;
}

interface Verdict {
  readonly what: string;
  readonly said: string;
  readonly met: boolean;
}

const verdicts: Verdict[] = [];

/**
 * Prints a comparison: both medians, the median of the rounds' ratios with the smallest and the largest, and whether it is
 * within `target` (null for what is only told). `other`: whom Convoca is compared with.
 */
export function compare(what: string, rounds: readonly Pair[], target: number | null, other = 'Dexie'): void {
  const ratios = rounds.map(({ convoca, dexie }) => convoca / dexie);
  const ratio = median(ratios);
  const spread = `${short(Math.min(...ratios))}–${short(Math.max(...ratios))}`;
  const times = `${time(median(rounds.map(({ convoca }) => convoca)))} | ${other} ${time(median(rounds.map(({ dexie }) => dexie)))}`;
  const ending = target === null ? '' : verdict(what, `${short(ratio)} (target ≤ ${String(Number(target.toFixed(2)))})`, ratio <= target);
  console.log(`${what.padEnd(58)} ${short(ratio).padStart(6)} × ${other} (${spread})`.padEnd(92) + ` ${times.padEnd(32)} ${ending}`);
}

/** Prints a figure that has a target of its own, without a ratio. */
export function limit(what: string, figure: number, unit: string, most: number, beside: string): void {
  const ending = verdict(what, `${figure.toFixed(0)} ${unit} (target ≤ ${String(most)})`, figure <= most);
  console.log(`${what.padEnd(58)} ${`${figure.toFixed(0)} ${unit}`.padStart(10)}`.padEnd(92) + ` ${beside.padEnd(32)} ${ending}`);
}

/** Prints how many targets were met, and each that was missed. */
export function summary(): void {
  if (verdicts.length === 0) return;
  const missed = verdicts.filter(({ met }) => !met);
  console.log(`\n${String(verdicts.length - missed.length)} of ${String(verdicts.length)} targets met.`);
  for (const { what, said } of missed) console.log(`  missed: ${what}: ${said}`);
}

function verdict(what: string, said: string, met: boolean): string {
  verdicts.push({ what, said, met });
  return `${said.replace(/^.*\(/, '').replace(')', '')}  ${met ? 'met' : 'MISSED'}`;
}

function short(ratio: number): string {
  return ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2);
}

/** Milliseconds in a unit that reads well. */
export function time(milliseconds: number): string {
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toFixed(2)} s`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
}
