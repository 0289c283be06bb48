import { doDeed } from '../../shared/store/simulation/deeds.ts';
import type { GuardStop } from '../../shared/sync/status.ts';
import { Chance } from './chance.ts';
import { idsOn, type Disk } from './memory-disk.ts';
import type { Office } from './office.ts';
import type { SyncEvent } from './schedule.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import type { Tracked, World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Does one thing. What cannot be done where it should be is left out. */
export async function happen(world: World, event: SyncEvent): Promise<void> {
  const chance = new Chance(event.luck);
  world.say(JSON.stringify(event));
  switch (event.kind) {
    case 'create':
    case 'deed':
    case 'bulk':
    case 'sweep':
      return work(world, event, chance);
    case 'exchange':
      for (const at of event.pcs) world.offices[at]?.exchange();
      return pass(world, chance.of([300, 2_000, 20_000, 300_000]));
    case 'verify': {
      void world.offices[event.pc]?.session.exchangeEverything().catch(() => undefined);
      return pass(world, chance.of([2_000, 300_000]));
    }
    case 'pass':
      return event.ms < DAY ? pass(world, event.ms) : switchOff(world, event.ms, chance);
    case 'line': {
      const office = world.offices[event.pc];
      const line = office && [...office.lines.values()][event.hub];
      return line?.become(event.state, chance);
    }
    case 'kill':
    case 'lock': {
      const office = world.offices[event.pc];
      if (!office) return;
      office.exchange();
      await world.time.runUntil(world.time.now + event.inMs);
      if (event.kind === 'kill') world.kills += 1;
      return withTime(world, event.kind === 'kill' ? office.killAndStart() : office.lockAndStart());
    }
    case 'put-back': {
      const hub = [...world.hubs.values()][event.hub];
      return hub && putBackMeanwhile(world, hub, event, chance);
    }
    case 'clock': {
      const office = world.offices[event.pc];
      if (office) office.clock.ahead = event.days * DAY;
      return;
    }
    case 'backup':
    case 'restore':
    case 'empty':
    case 'restart':
    case 'refuse':
    case 'accept': {
      const hub = [...world.hubs.values()][event.hub];
      return hub && atHub(world, hub, event.kind, chance);
    }
  }
}

async function work(world: World, event: SyncEvent & { kind: 'create' | 'deed' | 'bulk' | 'sweep' }, chance: Chance): Promise<void> {
  const office = world.offices[event.pc];
  if (!office) return;
  await noting(office, async () => {
    if (event.kind === 'bulk') await typeIn(world, office, event.count, chance);
    else if (event.kind === 'sweep') await sweep(world, office);
    else await change(world, event, office);
  });
}

/** The exchange is told of what is written, as the app tells it. */
async function noting(office: Office, write: () => Promise<void>): Promise<void> {
  const before = office.held.length;
  await write();
  office.session.noteChanges(office.held.slice(before).map(({ id }) => id));
}

async function change(world: World, event: SyncEvent & { kind: 'create' | 'deed' }, office: Office): Promise<void> {
  const tracked = world.tracked[event.record];
  if (!tracked || tracked.exists === (event.kind === 'create')) return;
  if (event.kind === 'create') return create(world, tracked, event.pc);
  for (const id of [...office.replica.ids]) if (await office.replica.mustSettle(id)) await office.settle();
  await doDeed(world.runOf(tracked), event.pc, wallTime(office), event.deed);
}

/** Makes a record at a PC. */
export async function create(world: World, tracked: Tracked, pc: number): Promise<void> {
  const office = world.offices[pc];
  if (!office) return;
  tracked.exists = true;
  await doDeed(world.runOf(tracked), pc, wallTime(office), 'create');
}

/** Types in records by the dozen, in one write. */
export async function typeIn(world: World, office: Office, count: number, chance: Chance): Promise<void> {
  const { codec, family } = office.replica;
  const fresh = Array.from({ length: count }, () => ({ id: `person:${chance.token(20)}`, called: chance.token(6), erased: false }));
  const documents = fresh.map(({ id, called }) => ({ _id: id, ...codec.seal(family, id, { called, updatedAt: wallTime(office), updatedBy: 'user:x' }, null).envelope }));
  await office.replica.write(documents);
  world.typed.push(...fresh);
}

/** Deletes for good all that was typed in by the dozen and is there. */
async function sweep(world: World, office: Office): Promise<void> {
  await office.settle();
  const { codec } = office.replica;
  const tombs: object[] = [];
  for (const one of world.typed) {
    const held = await office.replica.see(one.id);
    if (!held) continue;
    one.erased = true;
    tombs.push({ _id: one.id, _rev: held.rev, _deleted: true, ...codec.tombstone(one.id, held.backing.schema, 'erased', held.backing) });
  }
  if (tombs.length > 0) await office.replica.write(tombs);
}

async function atHub(world: World, hub: SimulatedHub, kind: 'backup' | 'restore' | 'empty' | 'restart' | 'refuse' | 'accept', chance: Chance): Promise<void> {
  switch (kind) {
    case 'backup':
      world.copies.set(hub, hub.backup());
      return;
    case 'restore': {
      const copy = world.copies.get(hub);
      if (copy && copy.length > 0) return setBack(world, hub, copy, chance);
      world.copies.set(hub, hub.backup());
      return;
    }
    case 'empty':
      return setBack(world, hub, null, chance);
    case 'restart': {
      await hub.stop();
      await pass(world, chance.of([500, 20_000, HOUR]));
      return hub.start();
    }
    case 'refuse': {
      const known = [...new Set(world.offices.flatMap(({ contents }) => idsOn(contents)))];
      for (const id of chance.some(known, chance.whole(1, 4))) hub.refused.add(id);
      // What is to be made may be refused, too.
      hub.refused.add(chance.of(world.tracked).id);
      return;
    }
    case 'accept':
      return hub.refused.clear();
  }
}

/** A hub cannot be put back to a copy while it runs: who speaks with it meanwhile notices. */
async function setBack(world: World, hub: SimulatedHub, copy: Disk | null, chance: Chance): Promise<void> {
  await hub.stop();
  await pass(world, chance.of([1_000, 20_000, HOUR]));
  await hub.restore(copy);
}

/** A hub that is put back so quickly that one exchange goes on with it: only what is not there any more tells of it. */
async function putBackMeanwhile(world: World, hub: SimulatedHub, { pc, copyMs, thenMs }: SyncEvent & { kind: 'put-back' }, chance: Chance): Promise<void> {
  const office = world.offices[pc];
  if (!office) return;
  await noting(office, () => typeIn(world, office, chance.whole(1, 12), chance));
  office.exchange();
  await world.time.runUntil(world.time.now + copyMs);
  const copy = hub.backup();
  await world.time.runUntil(world.time.now + thenMs);
  await hub.stop();
  await world.time.runUntil(world.time.now + 100);
  await hub.restore(copy);
  await pass(world, 20_000);
}

/** Time passes, and everybody goes on with what they do. */
export async function pass(world: World, ms: number): Promise<void> {
  await world.time.runUntil(world.time.now + ms);
  await askPeople(world, 0.7);
}

/** Weeks in which the PCs are off: what runs is ended, by its user or by the switch. */
async function switchOff(world: World, ms: number, chance: Chance): Promise<void> {
  await pass(world, HOUR);
  for (const office of world.offices) {
    if (!office.running) continue;
    const isKilled = chance.happens(0.5);
    if (isKilled) world.kills += 1;
    await withTime(world, isKilled ? office.killAndStart() : office.lockAndStart());
  }
  await world.time.runUntil(world.time.now + ms);
}

/** Whoever is asked answers, as far as people do. `willing`: the share of those who let it go on. */
export async function askPeople(world: World, willing: number): Promise<void> {
  for (const office of world.offices) {
    for (const { peer, guard } of office.status.peers) {
      if (!guard || (guard.answer !== null && willing < 1)) continue;
      world.asked += 1;
      if (!mayAsk(world, guard)) world.failures.push(`${office.name} asks about ${JSON.stringify(guard)} at ${peer.id} for no reason`);
      world.say(`${office.name} is asked about ${guard.kind} at ${peer.id}`);
      void office.session.decide(peer.id, world.chance.happens(willing) ? 'go-on' : 'stop');
    }
  }
  await world.time.quiet();
}

/** Only one thing stops an exchange in these schedules: that nearly all records of a PC would vanish. */
function mayAsk(world: World, { kind, count, of }: GuardStop): boolean {
  const deleted = world.typed.filter(({ erased }) => erased).length + world.tracked.length;
  return kind === 'mass-deletion' && count > 10 && count >= of * 0.9 && count <= deleted;
}

/** Work that may wait for timers, such as the end of an exchange. */
async function withTime(world: World, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const done = (): void => void (isDone = true);
  work.then(done, (problem: unknown) => {
    world.failures.push(`It failed: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
    done();
  });
  await world.time.runUntil(world.time.now + HOUR, () => isDone);
  if (!isDone) world.failures.push('What was to end did not end within an hour.');
}

function wallTime(office: Office): string {
  return new Date(office.clock.now()).toISOString();
}
