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
