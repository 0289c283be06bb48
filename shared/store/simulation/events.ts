import fc from 'fast-check';

/** A wall time of up to a year before or after the true one: old PCs have dead clock batteries. */
const DAY = 24 * 3600 * 1000;
const TRUE_TIME = Date.parse('2026-03-04T10:00:00.000Z');
const wallTime = fc.integer({ min: -365, max: 365 }).map((days) => new Date(TRUE_TIME + days * DAY).toISOString());

/** What a person does to a record at one PC. Lists are changed item by item, as in the forms. */
export type Deed =
  | { readonly does: 'set'; readonly field: string; readonly value: unknown }
  | { readonly does: 'put'; readonly field: string; readonly key: string; readonly item: unknown }
  | { readonly does: 'take'; readonly field: string; readonly key: string }
  | { readonly does: 'bin' }
  | { readonly does: 'restore' }
  | { readonly does: 'erase' }
  | { readonly does: 'settle'; readonly which: number; readonly choice: number };

export type SimulatedEvent =
  | { readonly kind: 'deed'; readonly pc: number; readonly at: string; readonly deed: Deed }
  | { readonly kind: 'crash'; readonly pc: number }
  /** One-way: some of the leaves of some of the records; `settles`: whether the receiver comes to merging before it stops. */
  | { readonly kind: 'send'; readonly from: number; readonly to: number; readonly leaves: number; readonly twice: boolean; readonly settles: boolean };

/** A schedule: how many PCs, and what happens in which order before everything is exchanged. */
export interface Schedule {
  readonly pcs: number;
  /** True when every PC has the record before anything happens. */
  readonly known: boolean;
  readonly events: readonly SimulatedEvent[];
}

const setting = (field: string, ...values: readonly unknown[]): fc.Arbitrary<Deed> =>
  fc.constantFrom(...values).map((value) => ({ does: 'set', field, value }));
const text = (...texts: readonly string[]): readonly (string | undefined)[] => [...texts, undefined];

const phone = fc.record({ value: fc.constantFrom('+1', '+2'), doNotCall: fc.constantFrom(true, undefined) });
/** Deeds by what they are about. A schedule keeps to a few of these, so that its PCs get in each other's way. */
const TOPICS: Readonly<Record<string, fc.Arbitrary<Deed>>> = {
  name: setting('called', ...text('Ana', 'Ani', 'Anita')),
  area: setting('area', ...text('Norte', 'Sur')),
  doNotContact: setting('doNotContact', true, false, undefined),
  consent: setting('consent', 'no', 'unknown', 'yes', undefined),
  notes: setting('notes', ...text('canta', 'maneja', 'canta y maneja', 'dos\n\npárrafos')),
  ladder: setting('ladder', ...text('1', '2', '3')),
  ownNote: setting('ownNote', ...text('x', 'y')),
  tags: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()).map(([key, puts]): Deed => (puts ? { does: 'put', field: 'tags', key, item: key } : { does: 'take', field: 'tags', key })),
  contacts: fc
    .tuple(fc.constantFrom('p', 'q'), fc.option(phone))
    .map(([key, item]): Deed => (item ? { does: 'put', field: 'contacts', key, item: { key, ...item } } : { does: 'take', field: 'contacts', key })),
  rows: fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'A', 'B', null))
    .map(([n, asWritten]): Deed => (asWritten === null ? { does: 'take', field: 'rows', key: String(n) } : { does: 'put', field: 'rows', key: String(n), item: { n, asWritten } })),
  bin: fc.constantFrom<Deed>({ does: 'bin' }, { does: 'bin' }, { does: 'restore' }),
  erase: fc.constant<Deed>({ does: 'erase' }),
};

const settling: fc.Arbitrary<Deed> = fc.record({ does: fc.constant('settle' as const), which: fc.nat(3), choice: fc.nat(2) });

function anEvent(pcs: number, topics: readonly string[]): fc.Arbitrary<SimulatedEvent> {
  const pc = fc.nat(pcs - 1);
  const about = topics.flatMap((topic) => TOPICS[topic] ?? []);
  const aDeed = fc.oneof(...about.map((arbitrary) => ({ weight: 3, arbitrary })), { weight: 1 + topics.length, arbitrary: settling });
  const deed = fc.record({ kind: fc.constant('deed' as const), pc, at: wallTime, deed: aDeed });
  const pair = fc.tuple(pc, fc.integer({ min: 1, max: pcs - 1 })).map(([from, hop]) => ({ from, to: (from + hop) % pcs }));
  const content = fc.record({
    leaves: fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, { weight: 2, arbitrary: fc.nat(31) }),
    twice: fc.boolean(),
    settles: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  });
  const send = fc.tuple(pair, content).map(([ends, what]) => ({ kind: 'send' as const, ...ends, ...what }));
  const crash = fc.record({ kind: fc.constant('crash' as const), pc });
  return fc.oneof({ weight: 12, arbitrary: deed }, { weight: 12, arbitrary: send }, { weight: 1, arbitrary: crash });
}

/** Three to five PCs; random deeds, clocks and partitions, with parts of a transfer lost, doubled or out of order. */
export const aSchedule: fc.Arbitrary<Schedule> = fc
  .tuple(fc.integer({ min: 3, max: 5 }), fc.subarray(Object.keys(TOPICS), { minLength: 1, maxLength: 4 }))
  .chain(([pcs, topics]) => fc.record({ pcs: fc.constant(pcs), known: fc.boolean(), events: fc.array(anEvent(pcs, topics), { minLength: 6, maxLength: 26 }) }));
