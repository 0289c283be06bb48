import { describe, expect, it } from 'vitest';
import type { RecordPouch, StoredDocument } from '../../store/pouch.ts';
import { PouchDB } from '../../store/replicating-pouch.ts';
import type { IdRev } from '../answers.ts';
import { realClock } from '../clock.ts';
import { Pace } from '../pace.ts';
import { revsDiffHere } from '../receiving-side.ts';
import { asPouch, type Side } from '../sides.ts';
import { leavesHere } from '../verification/leaves-here.ts';
import { newPouch, put, revised } from '../verification/test-pages.ts';
import { checkpointsBehind } from './checkpoints-behind.ts';
import { isFirstPull, PAGES_AHEAD, readingAhead } from './read-ahead.ts';

interface BulkGetAnswer {
  readonly results: readonly { readonly docs: readonly { readonly ok?: StoredDocument }[] }[];
}

interface Watched {
  readonly side: Side;
  /** What was asked for by revision, request by request. */
  readonly asked: (readonly IdRev[])[];
  /** Which pages of changes were asked for with their bodies. */
  readonly carried: boolean[];
}

function sideOf(pouch: RecordPouch, page = 10): Watched {
  const asked: (readonly IdRev[])[] = [];
  const carried: boolean[] = [];
  const side: Side = {
    isRemote: false,
    id: () => (pouch as unknown as { id(): Promise<string> }).id(),
    get: (id) => pouch.get(id),
    put: (document) => pouch.put({ ...document }),
    changes: (options) => {
      carried.push(options['include_docs'] === true);
      return pouch.changes({ ...options, limit: page, batch_size: page });
    },
    revsDiff: (revisions) => revsDiffHere(pouch, revisions),
    bulkGet: async (docs) => {
      asked.push(docs);
      const { results } = (await pouch.bulkGet({ docs: [...docs], revs: true })) as unknown as BulkGetAnswer;
      return results.flatMap(({ docs: found }) => found.flatMap(({ ok }) => ok ?? []));
    },
    bulkDocs: async (documents) => {
      await put(pouch, ...documents);
      return [];
    },
  };
  return { side, asked, carried };
}

async function pull(there: Watched, here: RecordPouch, isFirst: boolean): Promise<void> {
  const target = sideOf(here).side;
  const source = readingAhead(there.side, { isFirst, revsDiff: (revisions) => target.revsDiff(revisions), pace: new Pace(), clock: realClock });
  const behind = checkpointsBehind(source, target);
  await PouchDB.replicate(asPouch(behind.source), asPouch(behind.target), { batch_size: 100_000, batches_limit: PAGES_AHEAD });
  await behind.written();
}

const edited = (id: string, times: number): StoredDocument => revised(id, Array.from({ length: times }, (_, at) => `${id} ${String(at)}`));
const some = (count: number, times = 1): StoredDocument[] => Array.from({ length: count }, (_, at) => edited(`person:${String(at).padStart(16, '0')}`, times));

describe('readingAhead', () => {
  it('takes first revisions from the changes themselves, and asks for what has a history or several leaves', async () => {
    const [there, here] = [newPouch(), newPouch()];
    const gone = revised('person:gone000000000000', ['gone'], true);
    await put(there, ...some(30), revised('person:0000000000000004', ['beside']), edited('person:edited0000000000', 3), gone);
    const watched = sideOf(there);
    await pull(watched, here, true);
    expect(await leavesHere(here)).toEqual(await leavesHere(there));
    expect(watched.carried[0]).toBe(true);
    expect(new Set(watched.asked.flat().map(({ id }) => id))).toEqual(new Set(['person:0000000000000004', 'person:edited0000000000', gone._id]));
    expect((await here.get('person:edited0000000000', { revs: true }))._revisions?.ids).toHaveLength(3);
  });

  it('lets no bodies come along where most have a history', async () => {
    const [there, here] = [newPouch(), newPouch()];
    await put(there, ...some(50, 3));
    const watched = sideOf(there);
    await pull(watched, here, true);
    expect(watched.carried.filter(Boolean).length).toBeLessThan(3);
    expect(watched.carried.at(-1)).toBe(false);
    expect(await leavesHere(here)).toEqual(await leavesHere(there));
  });

  it('asks once for each record, and not at all for what is here', async () => {
    const [there, here] = [newPouch(), newPouch()];
    const records = some(40, 2);
    await put(there, ...records);
    await put(here, ...records.slice(0, 15));
    const watched = sideOf(there);
    await pull(watched, here, false);
    expect(watched.carried.some(Boolean)).toBe(false);
    const asked = watched.asked.flat().map(({ id }) => id);
    expect(asked.sort()).toEqual(records.slice(15).map(({ _id }) => _id));
    expect(await leavesHere(here)).toEqual(await leavesHere(there));
  });

  it('asks again for what was read too long ago', async () => {
    const there = newPouch();
    await put(there, ...some(80, 2));
    const watched = sideOf(there);
    const source = readingAhead(watched.side, { isFirst: false, revsDiff: () => Promise.resolve({}), pace: new Pace(), clock: realClock });
    for (let since = 0; since < 80; since += 10) await source.changes({ since });
    const documents = await source.bulkGet([{ id: 'person:0000000000000000', rev: edited('person:0000000000000000', 2)._rev }]);
    expect(documents.map(({ _id }) => _id)).toEqual(['person:0000000000000000']);
    expect(watched.asked).toHaveLength(1);
  });

  it('tells replication of what failed ahead, when it asks for it', async () => {
    const [there, here] = [newPouch(), newPouch()];
    await put(there, ...some(30, 2));
    const watched = sideOf(there);
    let requests = 0;
    const failing: Side = {
      ...watched.side,
      bulkGet: (asked) => {
        requests += 1;
        return requests === 2 ? Promise.reject(new Error('the line broke')) : watched.side.bulkGet(asked);
      },
    };
    await expect(pull({ ...watched, side: failing }, here, false)).rejects.toThrow('the line broke');
    await pull(watched, here, false);
    expect(await leavesHere(here)).toEqual(await leavesHere(there));
  });

  it('takes the first pull for one while little is here', () => {
    expect(isFirstPull(0, 1)).toBe(true);
    expect(isFirstPull(99, 1000)).toBe(true);
    expect(isFirstPull(100, 1000)).toBe(false);
    expect(isFirstPull(0, 0)).toBe(false);
  });
});

describe('checkpointsBehind', () => {
  it('leaves the same checkpoints on both sides as PouchDB itself, so that either goes on from the other', async () => {
    const [there, here] = [newPouch(), newPouch()];
    await put(there, ...some(35));
    await pull(sideOf(there), here, true);
    await put(there, edited('person:later00000000000', 1));
    const watched = sideOf(there);
    await PouchDB.replicate(asPouch(watched.side), asPouch(sideOf(here).side), { batch_size: 100_000 });
    expect(watched.asked.flat()).toHaveLength(1);
    await put(there, edited('person:latest0000000000', 1));
    const again = sideOf(there);
    await pull(again, here, false);
    expect(again.asked.flat().map(({ id }) => id)).toEqual(['person:latest0000000000']);
  });

  it('never lets the source be ahead of what the target has said, nor of what has arrived', async () => {
    const [there, here] = [newPouch(), newPouch()];
    await put(there, ...some(60));
    const written: string[] = [];
    const noting = (side: Side, name: string): Side => ({
      ...side,
      put: async (document) => {
        const arrived = (await here.info()).doc_count;
        if (Number(document.last_seq) > arrived) throw new Error('a checkpoint was ahead');
        written.push(`${name} ${String(document.last_seq)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return side.put(document);
      },
    });
    const behind = checkpointsBehind(noting(sideOf(there).side, 'source'), noting(sideOf(here).side, 'target'));
    await PouchDB.replicate(asPouch(behind.source), asPouch(behind.target), { batch_size: 100_000, batches_limit: PAGES_AHEAD });
    await behind.written();
    expect(written.slice(-2).sort()).toEqual(['source 60', 'target 60']);
    const highest = { source: 0, target: 0 };
    for (const line of written) {
      const [name, seq] = line.split(' ') as ['source' | 'target', string];
      highest[name] = Number(seq);
      expect(highest.source).toBeLessThanOrEqual(highest.target);
    }
  });

  it('rejects when a checkpoint could not be written', async () => {
    const [there, here] = [newPouch(), newPouch()];
    await put(there, ...some(5));
    const full: Side = { ...sideOf(here).side, put: () => Promise.reject(new Error('no room')) };
    const behind = checkpointsBehind(sideOf(there).side, full);
    await PouchDB.replicate(asPouch(behind.source), asPouch(behind.target), { batch_size: 100_000 }).catch(() => undefined);
    await expect(behind.written()).rejects.toThrow('no room');
  });

  it('writes over a checkpoint that somebody else wrote meanwhile', async () => {
    const [there, here] = [newPouch(), newPouch()];
    await put(there, ...some(5));
    const { side } = sideOf(here);
    let isFirst = true;
    const contested: Side = {
      ...side,
      put: async (document) => {
        if (isFirst) {
          isFirst = false;
          await here.put({ _id: document._id, last_seq: 0 });
        }
        return side.put(document);
      },
    };
    const behind = checkpointsBehind(sideOf(there).side, contested);
    await PouchDB.replicate(asPouch(behind.source), asPouch(behind.target), { batch_size: 100_000 });
    await behind.written();
    await put(there, edited('person:later00000000000', 1));
    const watched = sideOf(there);
    await pull(watched, here, false);
    expect(watched.asked.flat()).toHaveLength(1);
  });
});
