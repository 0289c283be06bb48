import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordPouch, StoredDocument } from '../../store/pouch.ts';
import { SyncTrouble } from '../problems.ts';
import { CompareProgress } from './comparing.ts';
import { leavesHere } from './leaves-here.ts';
import type { RemotePages } from './remote-pages.ts';
import { hurriedClock as clock, newPouch, onBadLine, pouchPages, put, revised } from './test-pages.ts';
import { compare, verify } from './verify.ts';

/** Hashes of a path differ by the whole path, as real ones do. */
const path = (...steps: readonly string[]): string[] => steps.map((_, at) => steps.slice(0, at + 1).join('>'));
const some = (count: number): StoredDocument[] => Array.from({ length: count }, (_, at) => revised(`person:${String(at).padStart(16, '0')}`, path('a')));

async function both(here: readonly StoredDocument[], there: readonly StoredDocument[]): Promise<{ here: RecordPouch; there: RecordPouch }> {
  const databases = { here: newPouch(), there: newPouch() };
  await put(databases.here, ...here);
  await put(databases.there, ...there);
  return databases;
}

const sorted = async (pouch: RecordPouch): Promise<object> => Object.fromEntries([...(await leavesHere(pouch))].sort(([one], [other]) => (one < other ? -1 : 1)));

describe('verify', () => {
  it('finds equal databases equal, however each came to its records', async () => {
    const records = some(30);
    const { here, there } = await both(records, [...records].reverse());
    const verified = await verify(here, pouchPages(there), { clock });
    expect(verified).toMatchObject({ outcome: 'equal', equal: 30, sent: 0, received: 0, underWay: 0 });
  });

  it('brings to each side what it lacks: records, hidden losing leaves, tombstones', async () => {
    const [shared, onlyHere, onlyThere] = some(3) as [StoredDocument, StoredDocument, StoredDocument];
    const loser = revised(shared._id, path('0'));
    const gone = revised('person:gone000000000000', path('a', 'end'), true);
    const hiddenGone = revised(shared._id, path('a', 'z'), true);
    const { here, there } = await both([shared, onlyHere, loser], [shared, onlyThere, gone, hiddenGone]);
    const verified = await verify(here, pouchPages(there), { clock });
    expect(verified).toMatchObject({ outcome: 'repaired', sent: 2, received: 3 });
    expect(await sorted(here)).toEqual(await sorted(there));
    expect((await sorted(here))['person:gone000000000000' as never]).toBe(gone._rev);
    expect((await verify(here, pouchPages(there), { clock })).outcome).toBe('equal');
  });

  it('keeps the history, so that what is brought is no conflict', async () => {
    const id = 'person:0000000000000000';
    const { here, there } = await both([revised(id, path('a', 'b', 'c'))], [revised(id, path('a'))]);
    await verify(here, pouchPages(there), { clock });
    const got = await there.get(id, { conflicts: true, revs: true });
    expect(got._conflicts).toBeUndefined();
    expect(got._revisions?.ids).toHaveLength(3);
  });

  it('takes an ancestor of the other side for known, and does not ask for it again', async () => {
    const id = 'person:0000000000000000';
    const { here, there } = await both([revised(id, path('a')), revised(id, path('a', 'b'))], [revised(id, path('a'))]);
    const refusing = pouchPages(there, () => true);
    const first = await verify(here, refusing, { clock });
    expect(first).toMatchObject({ outcome: 'not-repaired', sent: 0, received: 0 });
    expect(first.refused).toEqual([{ id, rev: revised(id, path('a', 'b'))._rev, reason: 'forbidden' }]);
    expect((await verify(here, refusing, { clock })).received).toBe(0);
  });

  it('does not go round in circles where one side has pruned its history', async () => {
    const id = 'person:0000000000000000';
    const long = Array.from({ length: 140 }, (_, at) => `edit ${String(at)}`);
    const { here, there } = await both([revised(id, path(...long))], [revised(id, path(...long.slice(0, 5)))]);
    expect((await verify(here, pouchPages(there), { clock })).outcome).toBe('repaired');
    expect((await verify(here, pouchPages(there), { clock })).outcome).toBe('equal');
    expect(await sorted(here)).toEqual(await sorted(there));
  });

  it('lists what the peer refuses and brings everything else', async () => {
    const records = some(40);
    const { here, there } = await both(records, []);
    const odd = records[7]?._id ?? '';
    const verified = await verify(here, pouchPages(there, (id) => id === odd), { clock });
    expect(verified).toMatchObject({ outcome: 'not-repaired', sent: 39, refused: [{ id: odd, reason: 'forbidden' }], standing: null });
  });

  it('leaves to the session what it does not take', async () => {
    const { here, there } = await both([], some(5));
    const arrive = async (documents: readonly StoredDocument[]): Promise<readonly string[]> => {
      await put(here, ...documents.slice(1));
      return documents.slice(0, 1).map(({ _id }) => _id);
    };
    const verified = await verify(here, pouchPages(there), { clock, arrive });
    expect(verified).toMatchObject({ outcome: 'not-repaired', received: 4 });
    expect(verified.notReceived).toHaveLength(1);
  });

  it('names what a peer says that it has and does not give', async () => {
    const { here, there } = await both([], some(3));
    const pages = pouchPages(there);
    const mute: RemotePages = { ...pages, bulkGet: (asked) => Promise.resolve({ documents: [], missing: asked }) };
    const verified = await verify(here, mute, { clock });
    expect(verified).toMatchObject({ outcome: 'not-repaired', received: 0 });
    expect(verified.notReceived).toHaveLength(3);
  });

  it('reads nothing where neither side has changed, and everything where one has', async () => {
    const records = some(20);
    const { here, there } = await both(records, records);
    const pages = onBadLine(pouchPages(there), () => false);
    const { standing } = await verify(here, pages, { clock });
    const before = pages.asked();
    expect((await verify(here, pages, { clock, before: standing })).outcome).toBe('unchanged');
    expect(pages.asked() - before).toBe(1);
    await put(there, revised('person:new0000000000000', path('a')));
    expect(await verify(here, pages, { clock, before: standing })).toMatchObject({ outcome: 'repaired', received: 1 });
    await put(here, revised('person:new1111111111111', path('a')));
    expect(await verify(here, pages, { clock, before: standing })).toMatchObject({ outcome: 'repaired', sent: 1 });
  });
});

describe('compare', () => {
  it('does not call different what changes while it looks', async () => {
    const records = some(10);
    const { here, there } = await both(records, records);
    const pages = pouchPages(there);
    let told = false;
    const changing: RemotePages = {
      ...pages,
      leaves: async (since, limit) => {
        const page = await pages.leaves(since, limit);
        if (!told) {
          told = true;
          await put(there, revised(records[0]?._id ?? '', path('a', 'there')));
          await put(here, revised(records[1]?._id ?? '', path('a', 'here')), revised('person:fresh00000000000', path('a')));
        }
        return page;
      },
    };
    const found = await compare(here, changing, { clock });
    expect(found).toMatchObject({ missingHere: [], missingThere: [], underWay: 1 });
  });

  it('goes on at the page where the line broke', async () => {
    const records = some(2500);
    const { here, there } = await both(records, records.slice(10));
    const progress = new CompareProgress();
    const broken = onBadLine(pouchPages(there), (request) => request >= 3);
    await expect(compare(here, broken, { clock, progress })).rejects.toThrow(SyncTrouble);
    expect(progress.since).not.toBe(0);
    const whole = onBadLine(pouchPages(there), () => false);
    const found = await compare(here, whole, { clock, progress });
    expect(found.missingThere).toHaveLength(10);
    expect(whole.asked()).toBeLessThan(6);
  });

  it('begins anew with a peer that went back', async () => {
    const records = some(2500);
    const { here, there } = await both(records, records);
    const progress = new CompareProgress();
    await expect(compare(here, onBadLine(pouchPages(there), (request) => request >= 3), { clock, progress })).rejects.toThrow();
    const restored = newPouch();
    await put(restored, ...records.slice(0, 100));
    expect((await compare(here, pouchPages(restored), { clock, progress })).missingThere).toHaveLength(2400);
  });
});

describe('any two databases', () => {
  const step = fc.constantFrom('a', 'b', 'c');
  const record = fc.record({
    id: fc.integer({ min: 0, max: 5 }),
    path: fc.array(step, { minLength: 1, maxLength: 4 }),
    deleted: fc.boolean(),
    where: fc.constantFrom<'here' | 'there' | 'both'>('here', 'there', 'both'),
  });

  it('are equal afterwards, on a line that fails a fifth of the time, and stay so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 25 }), fc.infiniteStream(fc.integer({ min: 0, max: 4 })), async (records, chances) => {
        const { here, there } = await both([], []);
        for (const { id, path: steps, deleted, where } of records) {
          const document = revised(`person:${String(id).padStart(16, '0')}`, path(...steps), deleted);
          if (where !== 'there') await put(here, document);
          if (where !== 'here') await put(there, document);
        }
        let inRow = 0;
        const pages = onBadLine(pouchPages(there), () => {
          // Six failures of one request in a row are a broken line (`insist.ts`): that is told above.
          inRow = inRow < 5 && chances.next().value === 0 ? inRow + 1 : 0;
          return inRow > 0;
        });
        await verify(here, pages, { clock });
        const again = await compare(here, pouchPages(there), { clock });
        expect(again).toMatchObject({ missingHere: [], missingThere: [] });
        for (const [id, leaves] of await leavesHere(here)) expect([id, (await leavesHere(there)).get(id)]).toEqual([id, leaves]);
        await here.destroy();
        await there.destroy();
      }),
      { numRuns: 60 },
    );
  });
});
