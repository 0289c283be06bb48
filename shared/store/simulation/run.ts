import { randomToken } from '../../domain/record.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { StoredDocument } from '../pouch.ts';
import { PouchDB } from '../replicating-pouch.ts';
import { doDeed } from './deeds.ts';
import type { Schedule, SimulatedEvent } from './events.ts';
import { Knowledge } from './knowledge.ts';
import { Ledger } from './ledger.ts';
import type { Replica } from './replica.ts';

/** Rounds after which what still changes is taken to change for ever. */
const MOST_ROUNDS = 8;

/** One schedule on its way: its PCs, its record, and what is known of it. */
export interface Run {
  readonly pcs: readonly Replica[];
  readonly id: string;
  readonly knowledge: Knowledge;
  readonly ledger: Ledger;
}

/**
 * Runs a schedule on a record of its own, exchanges everything, and throws when a PC differs, merging does not end, or
 * anything acknowledged is lost. `replicated`: the last exchange is PouchDB's own replication.
 */
export async function runSchedule(world: readonly Replica[], { pcs, known, events }: Schedule, replicated = false): Promise<void> {
  const run: Run = { pcs: world.slice(0, pcs), id: `person:${randomToken(20)}`, knowledge: new Knowledge(), ledger: new Ledger() };
  for (const pc of world) pc.begin();
  await doDeed(run, 0, '2026-03-04T10:00:00.000Z', 'create');
  if (known) for (const pc of run.pcs.slice(1)) await pc.receive((await run.pcs[0]?.leaves(run.id)) ?? []);
  for (const event of events) await happen(run, event);
  await exchangeAll(run, replicated);
  await requireEqual(run);
  const losses = run.ledger.losses(await outcomeOf(run));
  if (losses.length > 0) throw new Error(losses.join('\n'));
}

async function happen(run: Run, event: SimulatedEvent): Promise<void> {
  if (event.kind === 'deed') {
    const pc = run.pcs[event.pc];
    for (const id of pc?.ids ?? []) if (pc && (await pc.mustSettle(id))) await settle(run, pc);
    return doDeed(run, event.pc, event.at, event.deed);
  }
  if (event.kind === 'crash') {
    // Opening merges what was not merged before.
    const pc = run.pcs[event.pc];
    pc?.crash();
    return pc && settle(run, pc);
  }
  const [from, to] = [run.pcs[event.from], run.pcs[event.to]];
  if (!from || !to || from === to) return;
  const all = (await Promise.all([...from.ids].map((id) => from.leaves(id)))).flat();
  // Some leaves come, in the other order, and perhaps once more.
  const some = event.leaves < 0 ? all : all.filter((_leaf, at) => ((event.leaves >> at % 5) & 1) === 1).reverse();
  await to.receive(some);
  if (event.twice) await to.receive(some);
  if (event.settles) await settle(run, to);
}

/** Merges at a PC, and notes what the revisions that come of it know. */
async function settle(run: Run, pc: Replica): Promise<void> {
  await pc.settle(async (id, work) => {
    const before = id === run.id ? living(await pc.leaves(id)) : [];
    pc.made = [];
    await work();
    // A single leaf is written anew too, when it stands beside an erasure.
    if (before.length === 0) return;
    const after = living(await pc.leaves(id));
    for (const leaf of after) if (pc.made.some(({ rev }) => rev === leaf._rev)) run.knowledge.merge(leaf, before);
  });
}

/** Everything goes everywhere until nothing is new; then once more, and nothing may be written. */
async function exchangeAll(run: Run, replicated: boolean): Promise<void> {
  const [first, ...others] = run.pcs as readonly [Replica, ...Replica[]];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const pc of run.pcs) pc.made = [];
    let news = 0;
    const go = async (from: Replica, to: Replica): Promise<void> => {
      await (replicated ? replicate(from, to, [...from.ids]) : to.receive((await Promise.all([...from.ids].map((id) => from.leaves(id)))).flat()));
      await settle(run, to);
      news += to.made.length;
    };
    for (const other of others) await go(other, first);
    for (const other of others) await go(first, other);
    if (news === 0 && round > 0) return;
  }
  throw new Error(`Merging had not ended after ${String(MOST_ROUNDS)} rounds.`);
}

async function replicate(from: Replica, to: Replica, ids: readonly string[]): Promise<void> {
  await PouchDB.replicate(from.pouch, to.pouch, { doc_ids: [...ids], checkpoint: false });
  await to.receive((await Promise.all(ids.map((id) => to.leaves(id)))).flat());
}

async function requireEqual({ pcs, id }: Run): Promise<void> {
  const ids = new Set(pcs.flatMap((pc) => [...pc.ids]));
  for (const one of ids) {
    const leaves = await Promise.all(pcs.map((pc) => pc.leaves(one)));
    const texts = new Set(leaves.map((found) => canonicalJson([...found].sort((a, b) => (a._rev < b._rev ? -1 : 1)))));
    if (texts.size > 1) throw new Error(`The PCs differ in ${one}.`);
    const winners = new Set(await Promise.all(pcs.map((pc) => pc.pouch.get(one).then(({ _rev }) => _rev, () => 'deleted'))));
    if (winners.size > 1) throw new Error(`The PCs differ in what wins of ${one}.`);
    const alive = living(leaves[0] ?? []).length;
    if (alive > 1) throw new Error(`${one} has ${String(alive)} living leaves.`);
    if (alive === 0 && one !== id) throw new Error(`The review ${one} was dropped.`);
  }
}

async function outcomeOf({ pcs, id }: Run): Promise<Parameters<Ledger['losses']>[0]> {
  const [first, second] = pcs;
  const record = (await first?.see(id)) ?? null;
  const others = record && (await second?.see(id));
  const reviews = await Promise.all(pcs.slice(0, 2).flatMap((pc) => [...pc.ids].filter((one) => one !== id).map((one) => pc.see(one))));
  return {
    // Each author's note is another's secret, so it is a field of its own here.
    fields: record ? { ...record.fields, 'ownNote 71': record.fields['ownNote'], 'ownNote 82': others?.fields['ownNote'] } : null,
    reviews: reviews.flatMap((review) => {
      const fields = review?.fields as { field: string; item?: string; values?: string[]; devices?: string[] } | undefined;
      if (!fields?.values) return [];
      const names = fields.field === 'ownNote' ? ['ownNote 71', 'ownNote 82'] : [fields.field];
      return names.map((field) => ({ field, ...(fields.item === undefined ? {} : { item: fields.item }), values: fields.values ?? [] }));
    }),
  };
}

function living(leaves: readonly StoredDocument[]): readonly StoredDocument[] {
  return leaves.filter(({ _deleted }) => !_deleted);
}
