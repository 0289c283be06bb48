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
  readonly events: readonly SimulatedEvent[];
}

const setting = (field: string, ...values: readonly unknown[]): fc.Arbitrary<Deed> =>
  fc.constantFrom(...values).map((value) => ({ does: 'set', field, value }));
const text = (...texts: readonly string[]): readonly (string | undefined)[] => [...texts, undefined];

const phone = fc.record({ value: fc.constantFrom('+1', '+2'), doNotCall: fc.constantFrom(true, undefined) });
const aDeed = fc.oneof(
  { weight: 3, arbitrary: setting('called', ...text('Ana', 'Ani', 'Anita')) },
  { weight: 2, arbitrary: setting('area', ...text('Norte', 'Sur')) },
  { weight: 2, arbitrary: setting('doNotContact', true, false, undefined) },
  { weight: 2, arbitrary: setting('consent', 'no', 'unknown', 'yes', undefined) },
  { weight: 3, arbitrary: setting('notes', ...text('canta', 'maneja', 'canta y maneja', 'dos\n\npárrafos')) },
  { weight: 2, arbitrary: setting('ladder', ...text('1', '2', '3')) },
  { weight: 2, arbitrary: setting('ownNote', ...text('x', 'y')) },
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c').map((key): Deed => ({ does: 'put', field: 'tags', key, item: key })) },
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'c').map((key): Deed => ({ does: 'take', field: 'tags', key })) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('p', 'q'), phone).map(([key, item]): Deed => ({ does: 'put', field: 'contacts', key, item: { key, ...item } })) },
  { weight: 2, arbitrary: fc.constantFrom('p', 'q').map((key): Deed => ({ does: 'take', field: 'contacts', key })) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'A', 'B')).map(([n, asWritten]): Deed => ({ does: 'put', field: 'rows', key: String(n), item: { n, asWritten } })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((n): Deed => ({ does: 'take', field: 'rows', key: String(n) })) },
  { weight: 2, arbitrary: fc.constant<Deed>({ does: 'bin' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ does: 'restore' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ does: 'erase' }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('settle' as const), which: fc.nat(3), choice: fc.nat(2) }) },
);

function anEvent(pcs: number): fc.Arbitrary<SimulatedEvent> {
  const pc = fc.nat(pcs - 1);
  const deed = fc.record({ kind: fc.constant('deed' as const), pc, at: wallTime, deed: aDeed });
  const send = fc.record({
    kind: fc.constant('send' as const),
    from: pc,
    to: pc,
    leaves: fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, { weight: 2, arbitrary: fc.nat(31) }),
    twice: fc.boolean(),
    settles: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  });
  const crash = fc.record({ kind: fc.constant('crash' as const), pc });
  return fc.oneof({ weight: 12, arbitrary: deed }, { weight: 8, arbitrary: send }, { weight: 1, arbitrary: crash });
}

/** Three to five PCs; random deeds, clocks and partitions, with parts of a transfer lost, doubled or out of order. */
export const aSchedule: fc.Arbitrary<Schedule> = fc
  .integer({ min: 3, max: 5 })
  .chain((pcs) => fc.record({ pcs: fc.constant(pcs), events: fc.array(anEvent(pcs), { minLength: 4, maxLength: 22 }) }));
