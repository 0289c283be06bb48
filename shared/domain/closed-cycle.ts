import type { PartialDate } from './record.ts';
import { isWithin } from './span.ts';
import type { Cycle } from './structure.ts';

/**
 * The closed cycle that a date may lie in, or undefined. Whoever writes there is told so and never stopped (domain §1.2
 * B2). A cycle with an open end says nothing: it would warn of every date.
 */
export function closedCycleOf(date: PartialDate | undefined, cycles: readonly Cycle[]): Cycle | undefined {
  if (date === undefined) return undefined;
  return cycles.find(({ isClosed, from, to }) => isClosed === true && from !== undefined && to !== undefined && isWithin(date, { from, to }));
}
