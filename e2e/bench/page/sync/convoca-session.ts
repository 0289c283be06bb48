import idb from 'pouchdb-adapter-idb';
import { combineLatest, first as firstOf, firstValueFrom, map } from 'rxjs';
import { SERVER_PEER, type Host } from '../../../../shared/host.ts';
import type { OpenedChapter } from '../../../../shared/store/open-records.ts';
import { PouchDB } from '../../../../shared/store/replicating-pouch.ts';
import { keptPeerId } from '../../../../shared/sync/kept-peer.ts';
import { SyncSession } from '../../../../shared/sync/session.ts';
import { openBenchChapter } from '../bench-chapter.ts';
import { inventChapter } from '../invented-chapter.ts';
import { writeChapter } from '../side.ts';
import { CHAPTER, FIRST_SHOWN, mustBe, stopwatch, type Engine, type Given } from './engine.ts';

PouchDB.plugin(idb);

function open({ keys }: Given): Promise<OpenedChapter> {
  return openBenchChapter(CHAPTER, keys, false);
}

async function countAll(chapter: OpenedChapter): Promise<number> {
  const counts = await Promise.all(Object.values(chapter.collections).map((collection) => collection.count().exec()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The session as the app has it, with the bench's hub as its server. */
function sessionOf(chapter: OpenedChapter): SyncSession {
  const server = { id: SERVER_PEER, kind: 'server', address: 'http://127.0.0.1', account: 'bench', label: 'hub' } as const;
  const peers = { peers: () => Promise.resolve([server]), probe: () => Promise.resolve({ ok: true, clockAhead: 0 }) };
  return new SyncSession(chapter, peers as unknown as Host['sync'], { origin: location.origin, fetch: window.fetch.bind(window) });
}

/** One exchange that must end well. */
async function exchange(session: SyncSession): Promise<void> {
  const { peers } = await session.exchange(SERVER_PEER, { once: true });
  const [{ problem, guard, waiting } = { problem: 'no-peer', guard: null, waiting: 1 }] = peers;
  if (problem !== null || guard !== null || waiting > 0) throw new Error(`Convoca: ${JSON.stringify(peers)}`);
}

/** An opened chapter and its session: what comes is unsealed and in the open queries too when the clock stops. */
export const convocaSession: Engine = {
  async fill(given) {
    const chapter = await open(given);
    await writeChapter(chapter.collections, inventChapter(given.count));
    await chapter.close();
  },

  async push(given) {
    const chapter = await open(given);
    await chapter.ready;
    mustBe(given.count, await countAll(chapter), 'Convoca');
    // The server was made anew since the round before; to this office, too, it is one that it never met.
    const kept = await chapter.pouch.get(keptPeerId(SERVER_PEER)).catch(() => null);
    if (kept) await chapter.pouch.remove({ _id: kept._id, _rev: kept._rev });
    const session = sessionOf(chapter);
    mustBe(given.count, (await session.recount()).waiting, 'waiting');
    const watch = stopwatch();
    // What the status says is what a person waits for: safe, and nothing waiting.
    session.status.subscribe(({ waiting, peers }) => {
      if (waiting === 0 && peers[0]?.safeAt) watch.stop();
    });
    const exchanged = exchange(session);
    const time = await watch.stopped;
    await exchanged;
    return time;
  },

  async pull(given) {
    const chapter = await open(given);
    await chapter.ready;
    mustBe(0, await countAll(chapter), 'Convoca');
    const session = sessionOf(chapter);
    const watch = stopwatch();
    const { people, institutions } = chapter.collections;
    const first = combineLatest([people, institutions].map((collection) => collection.find({ limit: FIRST_SHOWN }).$)).pipe(
      firstOf((found) => found.flat().length >= FIRST_SHOWN),
      map(() => watch.time()),
    );
    const shown = firstValueFrom(first);
    // Sending back that nothing is newer here, and comparing everything once, come after it and are not part of a pull.
    const received = firstValueFrom(session.status.pipe(firstOf(({ received: records }) => records >= given.count)));
    const exchanged = exchange(session);
    await received;
    await chapter.settled();
    mustBe(given.count, await countAll(chapter), 'Convoca');
    const all = watch.time();
    await exchanged;
    return { first: await shown, all, whole: watch.time() };
  },
};
