import type { PartialDate } from '../domain/record.ts';
import { daysIn, type Standing } from '../domain/institution-states.ts';

/** How many institutions stand in one state, and for how long. */
export interface PipelineStep {
  /** Code of `institution_status`; empty for those whom nobody has placed yet. */
  readonly status: string;
  readonly count: number;
  /** Days that half of those whose day is known have been there; null when none is known. */
  readonly medianDays: number | null;
  /** Of how many the day is known. */
  readonly known: number;
}

/** Institutions by state in the given order of states, with the days in each (domain §4.10); states with none are left out. */
export function pipelineOf(standings: readonly Standing[], order: readonly string[], today: PartialDate): readonly PipelineStep[] {
  const byStatus = new Map<string, Standing[]>();
  for (const standing of standings) {
    const status = standing.status ?? '';
    byStatus.set(status, [...(byStatus.get(status) ?? []), standing]);
  }
  const place = (status: string): number => (order.includes(status) ? order.indexOf(status) : order.length + (status === '' ? 1 : 0));
  return [...byStatus]
    .sort(([one], [other]) => place(one) - place(other))
    .map(([status, there]) => {
      const days = there.map((standing) => daysIn(standing, today)).filter((one) => one !== null);
      return { status, count: there.length, medianDays: median(days), known: days.length };
    });
}

/** The middle one of them; of two middle ones the smaller, so that it is a number of whole days. */
function median(days: readonly number[]): number | null {
  return [...days].sort((one, other) => one - other)[Math.floor((days.length - 1) / 2)] ?? null;
}
