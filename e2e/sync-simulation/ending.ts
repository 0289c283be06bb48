import type { Outcome } from '../../shared/store/simulation/ledger.ts';
import type { Chance } from './chance.ts';
import { askPeople, pass } from './happen.ts';
import { wrongWaiting } from './honesty.ts';
import type { LineState } from './line.ts';
import { idsOn, leavesOn, type Disk } from './memory-disk.ts';
import type { Office } from './office.ts';
import type { Tracked, World } from './world.ts';

/** Exchanges of everybody after which whoever has not ended is taken never to end. */
const MOST_ROUNDS = 10;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Everything is well again, and everybody exchanges until nothing is new. Throws when something of it does not hold. */
export async function endWell(world: World): Promise<number> {
  for (const hub of world.hubs.values()) {
    hub.refused.clear();
    if (!hub.runs) await hub.start();
  }
  for (const { lines } of world.offices) {
    for (const [id, line] of lines) line.become(id === 'server' ? fairLine(world.chance) : { is: 'good' }, world.chance.fork());
  }
  for (let round = 1; ; round += 1) {
    const left = world.offices.filter((office) => needsMore(world, office));
    if (left.length === 0) {
      requireEqual(world);
      requireAll(world, round);
      await requireOutcome(world);
      return round;
    }
    if (round > MOST_ROUNDS) throw new Error(`Not all was exchanged after ${String(MOST_ROUNDS)} rounds:\n${left.map((office) => stateOf(world, office)).join('\n')}`);
    world.say(`round ${String(round)}: ${left.map(({ name }) => name).join(', ')}`);
    // What was missed is looked for every week, and what was refused is tried again every day.
    if (round === 4) await world.time.runUntil(world.time.now + 2 * DAY);
    if (round === 7) await world.time.runUntil(world.time.now + 15 * DAY);
    for (const office of left) office.exchange();
    await world.time.runUntil(world.time.now + 12 * HOUR, () => world.offices.every(({ running }) => running === null));
    await askPeople(world, 1);
    await pass(world, 1_000);
    failWhereWrong(world);
  }
}

/** A line to headquarters that everything gets over in the end; not all are good ones. Other PCs are near. */
function fairLine(chance: Chance): LineState {
  const is = chance.weighed({ good: 10, narrow: 1, slow: 1 });
  if (is === 'narrow') return { is, bytes: 8_000 };
  return is === 'slow' ? { is, share: 0.2 } : { is };
}

/** Throws with the first thing that was found wrong. */
export function failWhereWrong(world: World): void {
  for (const office of world.offices) if (office.failure) throw new Error(`${office.name}: an exchange rejected: ${office.failure.stack ?? ''}`);
  const [first] = world.failures;
  if (first !== undefined) throw new Error(first);
}

/** Whether an office has not ended with all its peers. */
function needsMore(world: World, { status, running, contents }: Office): boolean {
  const isClean = status.peers.every(({ safeAt, waiting, denied, problem, guard }) => safeAt !== null && waiting === 0 && denied.length === 0 && problem === null && guard === null);
  return running !== null || !isClean || status.peers.some(({ peer }) => !isEqual(contents, world.hubs.get(peer.id)?.disk ?? contents));
}

function requireEqual({ offices: [first, ...others] }: World): void {
  for (const other of others) {
    const difference = first ? firstDifference(first.contents, other.contents) : null;
    if (first && difference !== null) throw new Error(`${first.name} and ${other.name} differ in ${difference}`);
  }
}

function stateOf(world: World, office: Office): string {
  const { status } = office;
  const differs = [...world.hubs.values()].filter(({ disk }) => !isEqual(office.contents, disk)).map(({ id, disk }) => `${id} in ${firstDifference(office.contents, disk)}`);
  const peers = status.peers.map(({ peer, safeAt, waiting, denied, problem, guard }) => JSON.stringify({ peer: peer.id, safeAt, waiting, denied: denied.length, problem, guard }));
  return `${office.name}: ${status.activity}${office.running ? ', an exchange runs' : ''}; differs from ${differs.join(', ') || 'no hub'}; ${peers.join(' ')}`;
}

const texts = new WeakMap<Disk, ReadonlyMap<string, string>>();

/** Every document with all its leaves, as text; a disk that has not changed since is not read again. */
function textsOf(disk: Disk): ReadonlyMap<string, string> {
  const known = texts.get(disk);
  if (known) return known;
  const read = new Map(idsOn(disk).map((id) => [id, JSON.stringify(leavesOn(disk, id))]));
  texts.set(disk, read);
  return read;
}

function isEqual(one: Disk, other: Disk): boolean {
  return firstDifference(one, other) === null;
}

function firstDifference(one: Disk, other: Disk): string | null {
  const [first, second] = [textsOf(one), textsOf(other)];
  for (const id of new Set([...first.keys(), ...second.keys()])) if (first.get(id) !== second.get(id)) return id;
  return null;
}

function requireAll(world: World, round: number): void {
  for (const office of world.offices) {
    const wrong = wrongWaiting(office, office.status, world.hubs, true);
    if (wrong[0] !== undefined) throw new Error(`After round ${String(round)}: ${wrong[0]}`);
  }
}

/** Nothing acknowledged is lost: it stands, or whoever replaced it had seen it, or a review asks about it. */
async function requireOutcome(world: World): Promise<void> {
  const losses: string[] = [];
  for (const tracked of world.tracked) {
    if (tracked.exists) losses.push(...tracked.ledger.losses(await outcomeOf(world, tracked)).map((loss) => `${tracked.id}: ${loss}`));
  }
  const [reader] = world.offices;
  for (const { id, called, erased } of world.typed) {
    const held = await reader?.replica.see(id);
    if (erased ? held : held?.fields['called'] !== called) losses.push(`${id}: ${erased ? 'deleted for good, and there again' : 'lost'}`);
  }
  if (losses.length > 0) throw new Error(losses.join('\n'));
}

async function outcomeOf({ offices }: World, { id }: Tracked): Promise<Outcome> {
  const [first, second] = offices.map(({ replica }) => replica);
  const record = (await first?.see(id)) ?? null;
  const others = record && (await second?.see(id));
  const ids = [...(first?.ids ?? [])].filter((one) => one.startsWith('review:'));
  const reviews = await Promise.all([first, second].flatMap((pc) => (pc ? ids.map((one) => pc.see(one)) : [])));
  return {
    // Each author's note is another's secret, so it is a field of its own here.
    fields: record ? { ...record.fields, 'ownNote 71': record.fields['ownNote'], 'ownNote 82': others?.fields['ownNote'] } : null,
    reviews: reviews.flatMap((review) => {
      const fields = review?.fields as { record: string; field: string; item?: string; values?: string[] } | undefined;
      if (!fields?.values || fields.record !== id) return [];
      const names = fields.field === 'ownNote' ? ['ownNote 71', 'ownNote 82'] : [fields.field];
      return names.map((field) => ({ field, ...(fields.item === undefined ? {} : { item: fields.item }), values: fields.values ?? [] }));
    }),
  };
}
