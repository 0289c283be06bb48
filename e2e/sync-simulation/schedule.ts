import type { Deed } from '../../shared/store/simulation/events.ts';
import { Chance } from './chance.ts';
import type { LineState } from './line.ts';

/** One thing that happens. `luck`: seed of what chance decides in it, so that leaving out others changes nothing here. */
export type SyncEvent = { readonly luck: number } & (
  | { readonly kind: 'create'; readonly pc: number; readonly record: number }
  | { readonly kind: 'deed'; readonly pc: number; readonly record: number; readonly deed: Deed }
  | { readonly kind: 'bulk'; readonly pc: number; readonly count: number }
  | { readonly kind: 'sweep'; readonly pc: number }
  | { readonly kind: 'exchange'; readonly pcs: readonly number[] }
  | { readonly kind: 'verify'; readonly pc: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'line'; readonly pc: number; readonly hub: number; readonly state: LineState }
  | { readonly kind: 'kill'; readonly pc: number; readonly inMs: number }
  | { readonly kind: 'lock'; readonly pc: number; readonly inMs: number }
  | { readonly kind: 'clock'; readonly pc: number; readonly days: number }
  | { readonly kind: 'backup' | 'restore' | 'empty' | 'restart' | 'refuse' | 'accept'; readonly hub: number }
  /** In the midst of one exchange the hub is copied, `copyMs` after its beginning, and put back to that copy `thenMs` later. */
  | { readonly kind: 'put-back'; readonly pc: number; readonly hub: number; readonly copyMs: number; readonly thenMs: number }
);

/** What happens before everybody exchanges. */
export interface SyncSchedule {
  readonly seed: number;
  readonly offices: number;
  /** Offices that have a second PC. */
  readonly second: readonly number[];
  /** Hubs of PCs beside headquarters'. */
  readonly neighbours: number;
  /** PCs that run a later version of the app, with a field that the others do not know. */
  readonly newer: readonly number[];
  /** Records that all PCs have before anything happens. */
  readonly known: number;
  /** Records typed in by the dozen that all PCs have before anything happens. */
  readonly crowd: number;
  readonly events: readonly SyncEvent[];
}

const OFFICES = 10;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Ms into an exchange: the next request, the next page, after a pause before something is asked again. */
const SHORT = [10, 30, 60, 100, 150, 250, 400, 700, 1_200, 2_500, 6_000] as const;
/** Records that are edited; more are only created. */
const RECORDS = 6;

type Weights = Readonly<Record<SyncEvent['kind'], number>>;

const KINDS: Weights = {
  create: 3,
  deed: 22,
  bulk: 1,
  sweep: 0.3,
  exchange: 14,
  verify: 1,
  pass: 9,
  line: 12,
  kill: 3,
  lock: 1,
  clock: 1.5,
  backup: 1.5,
  restore: 1,
  'put-back': 1,
  empty: 0.5,
  restart: 1,
  refuse: 1,
  accept: 1,
};

/** What there is more of in some schedules. */
const THEMES: readonly (readonly SyncEvent['kind'][])[] = [[], [], ['line'], ['line'], ['backup', 'restore', 'empty', 'restart'], ['refuse', 'accept'], ['bulk', 'sweep'], ['bulk', 'put-back'], ['kill', 'lock'], ['clock', 'pass'], ['deed', 'create']];

/** The schedule of a seed. */
export function scheduleOf(seed: number): SyncSchedule {
  const chance = new Chance(seed);
  const second = chance.happens(0.4) ? chance.some(numbers(OFFICES), chance.whole(1, 2)) : [];
  const neighbours = chance.happens(0.25) ? 2 : 0;
  const pcs = OFFICES + second.length;
  const newer = chance.happens(0.3) ? chance.some(numbers(pcs), chance.whole(1, 4)) : [];
  const known = chance.whole(0, 3);
  // A schedule is about a few PCs, so that they get in each other's way.
  const busy = chance.some(numbers(pcs), chance.whole(2, 5));
  const topics = chance.some(Object.keys(TOPICS), chance.whole(2, 4));
  const more = chance.some(THEMES, 2).flat();
  const kinds = Object.fromEntries(Object.entries(KINDS).map(([kind, weight]) => [kind, more.includes(kind as SyncEvent['kind']) ? weight * 4 : weight])) as Weights;
  const one = (): readonly SyncEvent[] => someEvents(chance, { pcs, busy, topics, neighbours, newer, kinds });
  return { seed, offices: OFFICES, second, neighbours, newer, known, crowd: more.includes('sweep') ? 40 : 0, events: Array.from({ length: chance.whole(10, 32) }, one).flat() };
}

interface About {
  readonly pcs: number;
  readonly busy: readonly number[];
  readonly topics: readonly string[];
  readonly neighbours: number;
  readonly newer: readonly number[];
  readonly kinds: Weights;
}

/** What a line does to an office is seen when it exchanges. */
function someEvents(chance: Chance, about: About): readonly SyncEvent[] {
  const event = someEvent(chance, about);
  if (event.kind !== 'line' || !chance.happens(0.7)) return [event];
  return [event, { kind: 'exchange', luck: chance.whole(0, 0x7fffffff), pcs: [event.pc] }];
}

function someEvent(chance: Chance, { pcs, busy, topics, neighbours, newer, kinds }: About): SyncEvent {
  const kind = chance.weighed(kinds);
  const luck = chance.whole(0, 0x7fffffff);
  const pc = chance.happens(0.85) ? chance.of(busy) : chance.whole(0, pcs - 1);
  const record = chance.whole(0, RECORDS - 1);
  const hub = chance.whole(0, neighbours);
  switch (kind) {
    case 'create':
      return { kind, luck, pc, record };
    case 'deed':
      return { kind, luck, pc, record, deed: newer.includes(pc) && chance.happens(0.4) ? { does: 'set', field: 'pledge', value: chance.of(['1', '2', '3', undefined]) } : someDeed(chance, topics) };
    case 'bulk':
      return { kind, luck, pc, count: 60 };
    case 'exchange':
      return { kind, luck, pcs: [...new Set([pc, ...chance.some(busy, chance.whole(0, 2))])] };
    case 'verify':
    case 'sweep':
      return { kind, luck, pc };
    case 'pass':
      return { kind, luck, ms: chance.of([10_000, MINUTE, 5 * MINUTE, HOUR, 2 * HOUR, DAY, 3 * DAY, 7 * DAY, 21 * DAY]) };
    case 'line':
      return { kind, luck, pc, hub, state: someState(chance) };
    case 'kill':
    case 'lock':
      return { kind, luck, pc, inMs: chance.whole(0, 6_000) };
    case 'clock':
      return { kind, luck, pc, days: chance.whole(-365, 365) };
    case 'put-back':
      return { kind, luck, pc, hub, copyMs: chance.of(SHORT), thenMs: chance.of(SHORT) };
    case 'backup':
    case 'restore':
    case 'empty':
    case 'restart':
    case 'refuse':
    case 'accept':
      return { kind, luck, hub };
  }
}

/** How a line may become. */
export function someState(chance: Chance): LineState {
  const is = chance.weighed({ good: 5, down: 3, 'half-open': 2, deaf: 3, portal: 1.5, refusing: 3, narrow: 1.5, flaky: 7, slow: 2 });
  switch (is) {
    case 'portal':
      return { is, redirects: chance.happens(0.5) };
    case 'refusing':
      return { is, status: chance.of([401, 403, 413, 429, 500, 502, 503, 507]) };
    case 'narrow':
      return { is, bytes: chance.whole(3_000, 30_000) };
    case 'flaky':
    case 'slow':
      return { is, share: is === 'slow' ? 0.2 : chance.of([0.05, 0.15, 0.3]) };
    case 'good':
    case 'down':
    case 'half-open':
    case 'deaf':
      return { is };
  }
}

const setting = (field: string, ...values: readonly unknown[]) => (chance: Chance): Deed => ({ does: 'set', field, value: chance.of([...values, undefined]) });

/** Deeds by what they are about, as in the simulation of merging. */
const TOPICS: Readonly<Record<string, (chance: Chance) => Deed>> = {
  name: setting('called', 'Ana', 'Ani', 'Anita'),
  area: setting('area', 'Norte', 'Sur'),
  doNotContact: setting('doNotContact', true, false),
  consent: setting('consent', 'no', 'unknown', 'yes'),
  notes: setting('notes', 'canta', 'maneja', 'canta y maneja'),
  ladder: setting('ladder', '1', '2', '3'),
  ownNote: setting('ownNote', 'x', 'y'),
  tags: (chance) => {
    const key = chance.of(['a', 'b', 'c']);
    return chance.happens(0.6) ? { does: 'put', field: 'tags', key, item: key } : { does: 'take', field: 'tags', key };
  },
  contacts: (chance) => {
    const key = chance.of(['p', 'q']);
    return chance.happens(0.7) ? { does: 'put', field: 'contacts', key, item: { key, value: chance.of(['+1', '+2']), doNotCall: chance.of([true, undefined]) } } : { does: 'take', field: 'contacts', key };
  },
  rows: (chance) => {
    const n = chance.whole(1, 3);
    return chance.happens(0.8) ? { does: 'put', field: 'rows', key: String(n), item: { n, asWritten: chance.of(['', 'A', 'B']) } } : { does: 'take', field: 'rows', key: String(n) };
  },
  bin: (chance) => ({ does: chance.happens(0.7) ? 'bin' : 'restore' }),
  erase: () => ({ does: 'erase' }),
};

function someDeed(chance: Chance, topics: readonly string[]): Deed {
  if (chance.happens(0.12)) return { does: 'settle', which: chance.whole(0, 3), choice: chance.whole(0, 2) };
  const topic = TOPICS[chance.of(topics)];
  if (!topic) throw new Error('A topic without deeds.');
  return topic(chance);
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at);
}
