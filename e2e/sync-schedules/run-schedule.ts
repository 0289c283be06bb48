import { holdingsOfPage, holdingsOfPeer, type Holdings } from '../support/holdings.ts';
import { Chance } from '../sync-simulation/chance.ts';
import { pause } from './real-time.ts';
import type { Schedule, ScheduleEvent } from './schedule.ts';
import { ScheduleWorld, type ScheduledOffice, type Stage } from './world.ts';

/** Exchanges of everybody after which whoever has not ended is taken never to end. */
const MOST_ROUNDS = 10;
/** What was missed is looked for every week: so many rounds stand for that. */
const ROUNDS_A_WEEK = 4;

/** What came of a schedule. */
export interface RanSchedule {
  /** Null when everything held. */
  readonly failure: string | null;
  readonly trace: readonly string[];
  readonly statuses: number;
  readonly acknowledged: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly rounds: number;
}

/** Runs a schedule to its end, or to the first thing that must not be. */
export async function runSchedule(stage: Stage, schedule: Schedule): Promise<RanSchedule> {
  const world = await ScheduleWorld.begin(stage, schedule);
  let failure: string | null = null;
  let rounds = 0;
  try {
    const [first] = world.offices;
    if (!first) throw new Error('no office');
    await type(world, first, 20);
    world.tracked.push(...(await first.page.evaluate((count) => globalThis.office.type(Array.from({ length: count }, (_one, at) => `Tracked ${String(at)}`)), schedule.records)));
    for (const event of schedule.events) {
      world.say(JSON.stringify(event));
      await happen(world, event);
      requireNoFailure(world);
    }
    rounds = await endWell(world);
  } catch (problem) {
    failure = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  }
  await world.close();
  const { trace, statuses, faults, acknowledged } = world;
  const edits = [...acknowledged.edited.values()].reduce((sum, { entries }) => sum + entries.length, 0);
  return { failure, trace, statuses, acknowledged: acknowledged.typed.size + edits, faults, rounds };
}

function requireNoFailure({ failures }: ScheduleWorld): void {
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

async function happen(world: ScheduleWorld, event: ScheduleEvent): Promise<void> {
  const office = 'pc' in event ? world.offices[event.pc] : undefined;
  switch (event.kind) {
    case 'type':
      return office && type(world, office, event.count);
    case 'edit':
      return office && edit(world, office, event);
    case 'erase':
      return office && erase(world, office, event.count);
    case 'exchange':
      for (const at of event.pcs) await world.offices[at]?.page.evaluate(() => globalThis.office.exchange());
      return;
    case 'verify':
      return office?.page.evaluate(() => globalThis.office.verify());
    case 'pass':
      return pause(event.ms);
    case 'line':
      return office?.line.become(event.state, world.chance.fork());
    case 'leave':
    case 'lock':
      if (!office) return;
      await office.page.evaluate(() => globalThis.office.exchange());
      await pause(event.inMs);
      if (event.kind === 'lock') await office.page.evaluate(() => globalThis.office.close());
      return world.reopen(office);
    case 'kill-browser':
      for (const { page } of world.offices) await page.evaluate(() => globalThis.office.exchange());
      await pause(event.inMs);
      return world.killBrowser();
    case 'kill-hub':
      return world.killPeer(event.downMs);
    case 'backup':
      return world.killPeer(0, async (data) => {
        await data.keepCopy();
        return false;
      });
    case 'restore':
      return world.killPeer(event.downMs, (data) => data.putCopyBack());
    case 'empty':
      return world.killPeer(event.downMs, async (data) => {
        await data.empty();
        return true;
      });
  }
}

async function type(world: ScheduleWorld, { page }: ScheduledOffice, count: number): Promise<void> {
  const names = Array.from({ length: count }, () => `Persona ${world.chance.token(8)}`);
  for (const id of await page.evaluate((given) => globalThis.office.type(given), names)) world.acknowledged.typed.set(id, { erased: false });
}

async function edit(world: ScheduleWorld, { page }: ScheduledOffice, { record, field }: ScheduleEvent & { kind: 'edit' }): Promise<void> {
  const id = world.tracked[record] ?? '';
  const value = world.acknowledged.nextValue(field);
  const before = await page.evaluate(([of, name, given]) => globalThis.office.edit(of, name, given, name === 'notSameAs'), [id, field, value] as const);
  if (before !== undefined) world.acknowledged.note(id, field, value, before);
}

/** Deletes for good some of what was typed in and is here; never so much that somebody would be asked. */
async function erase(world: ScheduleWorld, { page }: ScheduledOffice, count: number): Promise<void> {
  const here = new Set(await page.evaluate(() => globalThis.office.people()));
  const left = [...world.acknowledged.typed].filter(([id, { erased }]) => !erased && here.has(id)).map(([id]) => id);
  if (left.length < 12) return;
  const ids = left.slice(-count);
  await page.evaluate((given) => globalThis.office.erase(given), ids);
  for (const id of ids) world.acknowledged.typed.set(id, { erased: true });
}

/** Everything is well again, and everybody exchanges until nothing is new. Throws when something of it does not hold. */
async function endWell(world: ScheduleWorld): Promise<number> {
  for (const { line } of world.offices) line.become({ is: 'good' }, new Chance(1));
  for (let round = 1; ; round += 1) {
    for (const office of world.offices) {
      const isWeek = round === ROUNDS_A_WEEK;
      await office.page.evaluate((verifies) => (verifies ? globalThis.office.verify() : globalThis.office.exchange()), isWeek);
      await office.page.evaluate(() => globalThis.office.rested());
      await world.judged();
      await world.judgeWaiting(office);
    }
    requireNoFailure(world);
    const different = await differences(world);
    if (different.length === 0) {
      await requireAcknowledged(world);
      return round;
    }
    world.say(`round ${String(round)}: ${different.join('; ')}`);
    if (round >= MOST_ROUNDS) throw new Error(`Not all was exchanged after ${String(round)} rounds: ${different.join('; ')}`);
  }
}

/** Who has not ended: what differs from the peer, and what a status still lacks. */
async function differences({ offices, stage, database }: ScheduleWorld): Promise<readonly string[]> {
  const there = await holdingsOfPeer(stage.peer.direct, database);
  const found: string[] = [];
  for (const { page, name } of offices) {
    const first = firstDifference(await holdingsOfPage(page, database), there);
    if (first !== null) found.push(`${name} differs in ${first}`);
    const [main] = (await page.evaluate(() => globalThis.office.status())).peers;
    const isClean = main && main.safeAt !== null && main.waiting === 0 && main.denied.length === 0 && main.problem === null && main.guard === null;
    if (!isClean) found.push(`${name} says ${JSON.stringify({ ...main, peer: undefined })}`);
  }
  return found;
}

function firstDifference(one: Holdings, other: Holdings): string | null {
  for (const leaf of new Set([...Object.keys(one), ...Object.keys(other)])) if (one[leaf] !== other[leaf]) return leaf;
  return null;
}

/** Nothing acknowledged is lost, at any office: it stands, or whoever replaced it had seen it, or a review asks about it. */
async function requireAcknowledged({ offices, acknowledged }: ScheduleWorld): Promise<void> {
  const ids = [...acknowledged.typed.keys(), ...acknowledged.edited.keys()];
  for (const { page, name } of offices) {
    const shown = await page.evaluate((given) => globalThis.office.shown(given), ids);
    const losses = acknowledged.losses(new Map(ids.map((id, at) => [id, shown[at] ?? { fields: null, reviews: [] }])));
    if (losses.length > 0) throw new Error(`${name}: ${losses.join('\n')}`);
  }
}
