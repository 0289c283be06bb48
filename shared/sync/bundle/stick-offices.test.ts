import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { newRecordId, randomToken } from '../../domain/record.ts';
import type { RecordBase } from '../../domain/record.ts';
import { canonicalJson } from '../../store/canonical-json.ts';
import { accessOf } from '../../store/chapter-access.ts';
import { RecordCodec } from '../../store/codec.ts';
import { FAMILIES } from '../../store/families.ts';
import { newChapterKeys } from '../../store/keys.ts';
import type { OpenedChapter } from '../../store/open-records.ts';
import { createSealer } from '../../store/sealing.ts';
import { Replica } from '../../store/simulation/replica.ts';
import { openTestChapter } from '../../store/test-chapter.ts';
import { accessHere, foundAt, joinAt, newTestOffice, PASSPHRASES, unlockAt } from '../../store/test-offices.ts';
import { removeUser } from '../../store/users.ts';
import { readFromStick } from './read-from-stick.ts';
import { saveToStick } from './save-to-stick.ts';
import type { StickChapter } from './stick-chapter.ts';
import { TestStick } from './test-stick.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((chapter) => chapter.close()));
});

async function offices(count: number): Promise<readonly OpenedChapter[]> {
  const [id, keys] = [randomToken(20), await newChapterKeys()];
  const opened = await Promise.all(Array.from({ length: count }, () => openTestChapter(id, keys)));
  open.push(...opened);
  return opened;
}

/** Carries a stick from one office to another. */
async function carry(from: StickChapter, to: StickChapter, all = false) {
  const stick = new TestStick();
  await saveToStick(from, stick.sink(), { now: new Date().toISOString(), all });
  const learnKeys = async (): Promise<void> => accessOf(to as OpenedChapter)?.run(() => Promise.resolve());
  return readFromStick(to, stick.source(), { learnKeys, mayVanish: true });
}

const ana = { nameAsWritten: 'Ana', contacts: [], affiliations: [] };

async function everythingOf(chapter: OpenedChapter): Promise<string> {
  await chapter.settled();
  const people = await chapter.collections.people.find().exec();
  const reviews = await chapter.collections.office.find({ selector: { kind: 'review' } }).exec();
  const all = [...people.map((one) => one.toJSON()), ...reviews.map((one) => one.toJSON())] as readonly RecordBase[];
  return canonicalJson([...all].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

async function leavesOf({ pouch }: StickChapter): Promise<readonly string[]> {
  const { results } = await pouch.changes({ style: 'all_docs' });
  return results.flatMap(({ id, changes }) => changes.map(({ rev }) => `${id} ${rev}`)).sort();
}

test('two offices that differ on a field, and of which one deleted what the other edited, are alike after one stick each way', async () => {
  const [durham, raleigh] = (await offices(2)) as [OpenedChapter, OpenedChapter];
  const [first, second] = await durham.createMany('people', [ana, { ...ana, nameAsWritten: 'Luis' }]);
  if (!first || !second) throw new Error('nobody was written');
  await carry(durham, raleigh);
  await durham.change('people', first.id, { called: 'Ani' });
  await raleigh.change('people', first.id, { called: 'Anita' });
  await durham.erase('people', [second.id]);
  await raleigh.change('people', second.id, { called: 'Lucho' });
  await carry(durham, raleigh);
  await carry(raleigh, durham);
  expect(await everythingOf(durham)).toBe(await everythingOf(raleigh));
  expect(await leavesOf(durham)).toEqual(await leavesOf(raleigh));
  const reviews = await durham.collections.office.find({ selector: { kind: 'review' } }).exec();
  expect(reviews.map((review) => [review.get('record'), review.get('field')] as unknown).sort()).toEqual([[first.id, 'called'], [second.id, 'erased']].sort());
  expect((await durham.collections.people.findOne(second.id).exec())?.get('called')).toBe('Lucho');
});

type Step = { readonly do: 'create' | 'change' | 'erase'; readonly office: number; readonly whom: number; readonly text: string } | { readonly do: 'carry'; readonly office: number; readonly to: number };

let runs = 0;

/** Three offices of one chapter as the simulation has them: real databases, codecs and merging, without RxDB. */
async function replicas(): Promise<readonly (Replica & StickChapter)[]> {
  const [id, keys] = ['durham', await newChapterKeys()];
  runs += 1;
  return Promise.all(
    [0, 1, 2].map(async (at) => {
      const device = newRecordId('device');
      const sealer = await createSealer(id, keys);
      const replica = new Replica(new RecordCodec(sealer, device.slice(7, 15)), `stick-${String(runs)}-${String(at)}`, FAMILIES.people);
      return Object.assign(replica, { id, device, ring: sealer.ring, settled: () => replica.settle((_id, work) => work()) });
    }),
  );
}

async function doStep(pcs: readonly (Replica & StickChapter)[], ids: string[], step: Step): Promise<void> {
  const here = pcs[step.office];
  if (!here) throw new Error('no such office');
  if (step.do === 'carry') {
    const to = pcs[step.to];
    if (to && to !== here) await carry(here, to);
    return;
  }
  const now = new Date(0).toISOString();
  if (step.do === 'create') {
    const id = newRecordId('person');
    ids.push(id);
    return here.write([{ _id: id, ...here.codec.seal(FAMILIES.people, id, { ...ana, called: step.text, updatedAt: now, updatedBy: 'user:x' }, null).envelope }]);
  }
  const id = ids[step.whom % Math.max(1, ids.length)];
  const held = id === undefined ? null : await here.see(id);
  if (id === undefined || !held) return;
  if (step.do === 'erase') return here.write([{ _id: id, _rev: held.rev, _deleted: true, ...here.codec.tombstone(id, held.backing.schema, 'erased', held.backing) }]);
  const { envelope } = here.codec.seal(FAMILIES.people, id, { ...held.fields, called: step.text, updatedAt: now }, held);
  return here.write([{ _id: id, _rev: held.rev, ...envelope }]);
}

test('three offices with nothing but sticks end alike, whatever was written, deleted and carried in which order', async () => {
  const office = fc.nat(2);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constantFrom('create' as const, 'change' as const, 'change' as const, 'erase' as const), office, whom: fc.nat(3), text: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ do: fc.constant('carry' as const), office, to: office }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24, size: 'max' }), async (steps) => {
      const pcs = await replicas();
      const ids: string[] = [];
      for (const one of steps) await doStep(pcs, ids, one);
      // One stick goes round; whoever hears that something is missing asks for everything.
      const [durham, raleigh, charlotte] = pcs as [Replica & StickChapter, Replica & StickChapter, Replica & StickChapter];
      for (let round = 0; round < 2; round += 1) {
        for (const [from, to] of [[durham, raleigh], [raleigh, charlotte], [charlotte, durham]] as const) {
          const reading = await carry(from, to);
          if (reading.kind === 'read' && reading.missing > 0) expect(await carry(from, to, true)).toMatchObject({ missing: 0 });
        }
      }
      const wanted = await leavesOf(durham);
      for (const pc of [raleigh, charlotte]) expect(await leavesOf(pc)).toEqual(wanted);
      for (const id of ids) {
        const seen = await Promise.all(pcs.map(async (pc) => (await pc.see(id))?.fields ?? null));
        expect(seen[1]).toEqual(seen[0]);
        expect(seen[2]).toEqual(seen[0]);
      }
      await Promise.all(pcs.map(({ pouch }) => pouch.destroy()));
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('an office that has only sticks learns the new key from the very file that is sealed under it', async () => {
  const [rosaPc, anaPc, luisPc] = [newTestOffice(), newTestOffice(), newTestOffice()];
  const rosa = await foundAt(rosaPc);
  open.push(rosa);
  const anaBefore = await joinAt(anaPc, rosaPc, rosa, 'Ana', 'organizer');
  await carry(anaBefore, rosa);
  await anaBefore.close();
  const luis = await joinAt(luisPc, rosaPc, rosa, 'Luis', 'entry');
  await carry(luis, rosa);
  await accessHere(rosa).settled();
  const before = rosa.ring.current('chapter');
  await removeUser(accessHere(rosa), luis.user.id);
  await accessHere(rosa).run(() => Promise.resolve());
  expect(rosa.ring.current('chapter')).not.toBe(before);
  const { id } = await rosa.create('people', { ...ana, called: 'después' });
  await expect(carry(rosa, luis)).rejects.toMatchObject({ code: 'key-missing' });
  await luis.close();
  const anas = await unlockAt(anaPc, rosa, PASSPHRASES.Ana);
  open.push(anas);
  expect(anas.ring.derived('chapter', rosa.ring.current('chapter') ?? 0)).toBeNull();
  expect(await carry(rosa, anas)).toMatchObject({ kind: 'read', missing: 0 });
  await anas.settled();
  expect((await anas.collections.people.findOne(id).exec())?.get('called')).toBe('después');
});
