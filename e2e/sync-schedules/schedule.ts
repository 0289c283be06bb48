import { Chance } from '../sync-simulation/chance.ts';
import type { LineState } from '../sync-simulation/line.ts';
import { someState } from '../sync-simulation/schedule.ts';

/** One thing that happens; exchanges go on while the next ones do. */
export type ScheduleEvent =
  | { readonly kind: 'type'; readonly pc: number; readonly count: number }
  | { readonly kind: 'edit'; readonly pc: number; readonly record: number; readonly field: EditedField }
  | { readonly kind: 'erase'; readonly pc: number; readonly count: number }
  | { readonly kind: 'exchange'; readonly pcs: readonly number[] }
  | { readonly kind: 'verify'; readonly pc: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'line'; readonly pc: number; readonly state: LineState }
  /** The page is left and opened again in the midst of an exchange; the chapter is locked and opened again. */
  | { readonly kind: 'leave' | 'lock'; readonly pc: number; readonly inMs: number }
  /** The browser with all its offices is ended with SIGKILL in the midst of their exchanges. */
  | { readonly kind: 'kill-browser'; readonly inMs: number }
  | { readonly kind: 'kill-hub' | 'backup' | 'restore' | 'empty'; readonly downMs: number };

/** Fields of a person that are edited, one for each rule of merging. */
export const EDITED_FIELDS = ['called', 'area', 'title', 'notes', 'doNotContact', 'notSameAs'] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];

export interface Schedule {
  readonly seed: number;
  /** How far each office's clock is ahead, in days. */
  readonly offices: readonly number[];
  readonly records: number;
  readonly events: readonly ScheduleEvent[];
}

type Kind = ScheduleEvent['kind'];
const WEIGHTS: Readonly<Record<Kind, number>> = {
  type: 3,
  edit: 9,
  erase: 1,
  exchange: 9,
  verify: 1,
  pass: 3,
  line: 7,
  leave: 1,
  lock: 0.7,
  'kill-browser': 0.2,
  'kill-hub': 0.5,
  backup: 0.2,
  restore: 0.2,
  empty: 0.2,
};

/** What a schedule has in any case, in this order, at random places: so twenty of them have everything. */
const CERTAIN: readonly (readonly Kind[])[] = [['kill-browser'], ['backup', 'restore'], ['kill-hub'], ['empty'], ['leave', 'lock']];

/** The schedule of that number of a seed. */
export function scheduleNumber(seed: number, number: number): Schedule {
  const own = (Math.imul(seed, 0x01000193) ^ Math.imul(number + 1, 0x9e3779b1)) >>> 0;
  const chance = new Chance(own);
  const offices = Array.from({ length: 3 }, () => (chance.happens(0.3) ? chance.whole(-365, 365) : 0));
  const kinds = Array.from({ length: chance.whole(9, 14) }, () => chance.weighed(WEIGHTS));
  const certain = CERTAIN[number % CERTAIN.length] ?? [];
  const places = chance.some(kinds.map((_one, at) => at).slice(3), certain.length);
  for (const [at, place] of places.entries()) kinds[place] = certain[at] ?? 'pass';
  const records = 3;
  return { seed: own, offices, records, events: kinds.flatMap((kind) => eventsOf(kind, chance, offices.length, records)) };
}

/** What a line does to an office is seen when it exchanges, and what a copy lacks is what comes after it. */
function eventsOf(kind: Kind, chance: Chance, pcs: number, records: number): readonly ScheduleEvent[] {
  const event = eventOf(kind, chance, pcs, records);
  if (event.kind === 'line' && chance.happens(0.8)) return [event, { kind: 'type', pc: event.pc, count: chance.of([2, 15, 60]) }, { kind: 'exchange', pcs: [event.pc] }, { kind: 'pass', ms: chance.of([50, 300]) }];
  if (event.kind === 'backup') return [event, { kind: 'type', pc: chance.whole(0, pcs - 1), count: chance.whole(5, 30) }, { kind: 'exchange', pcs: [0, 1, 2] }, { kind: 'pass', ms: 600 }];
  return [event];
}

function eventOf(kind: Kind, chance: Chance, pcs: number, records: number): ScheduleEvent {
  const pc = chance.whole(0, pcs - 1);
  switch (kind) {
    case 'type':
      return { kind, pc, count: chance.of([3, 12, 40, 150]) };
    case 'edit':
      return { kind, pc, record: chance.whole(0, records - 1), field: chance.of(EDITED_FIELDS) };
    case 'erase':
      return { kind, pc, count: chance.whole(1, 3) };
    case 'exchange':
      return { kind, pcs: [...new Set([pc, ...chance.some([0, 1, 2], chance.whole(0, 2))])] };
    case 'verify':
      return { kind, pc };
    case 'pass':
      return { kind, ms: chance.of([20, 100, 300, 700]) };
    case 'line':
      return { kind, pc, state: someState(chance) };
    case 'leave':
    case 'lock':
      return { kind, pc, inMs: chance.whole(0, 250) };
    case 'kill-browser':
      return { kind, inMs: chance.whole(0, 250) };
    case 'kill-hub':
    case 'backup':
    case 'restore':
    case 'empty':
      return { kind, downMs: chance.whole(0, 300) };
  }
}
