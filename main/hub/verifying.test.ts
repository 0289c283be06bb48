import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYNC_PREFIX } from '../../shared/host.ts';
import { realClock, type SyncClock } from '../../shared/sync/clock.ts';
import { PeerDatabase } from '../../shared/sync/peer-database.ts';
import type { PeerWire } from '../../shared/sync/peer-fetch.ts';
import { leavesHere } from '../../shared/sync/verification/leaves-here.ts';
import { verify } from '../../shared/sync/verification/verify.ts';
import { openPouch, type RecordPouch } from '../../shared/store/pouch.ts';
import type { FreshAccount } from './account-making.ts';
import { startHub } from './server.ts';
import { basic, call, onlyTheHub, openPeer, type Peer } from './testing/peer.ts';
import { envelopeOf, recordId, remoteDatabase, revision, sealedRecord } from './testing/records.ts';

/** Pauses between tries are not what is tried here. */
const clock: SyncClock = { ...realClock, after: (_ms, call_) => realClock.after(0, call_) };

let opened = 0;
function pc(): RecordPouch {
  opened += 1;
  return openPouch(`verifying-${String(opened)}`, 'memory');
}

/** The peer as the session asks it; `spoil` may make any answer fail. */
function pagesOf(address: string, account: FreshAccount, database: string, spoil: () => Response | Error | null = () => null): PeerDatabase {
  const wire: PeerWire = {
    origin: address,
    fetch: (async (input: string, init?: RequestInit) => {
      const spoiled = spoil();
      if (spoiled instanceof Error) throw spoiled;
      if (spoiled) return spoiled;
      const headers = { ...(init?.headers as Record<string, string>), authorization: basic(account) };
      return fetch(input.replace(`${SYNC_PREFIX}server/`, '/'), { ...init, headers });
    }) as typeof fetch,
  };
  return new PeerDatabase({ id: 'server' }, database, wire, { clock: realClock, signal: new AbortController().signal, moved: () => undefined });
}

async function sorted(pouch: RecordPouch): Promise<object> {
  return Object.fromEntries([...(await leavesHere(pouch))].sort(([one], [other]) => (one < other ? -1 : 1)));
}

describe('verification with a peer', () => {
  let peer: Peer;
  beforeAll(async () => {
    peer = await openPeer();
  });
  afterAll(() => peer.stop());

  const bulk = (database: string, docs: readonly object[]): ReturnType<typeof call> => call(peer.address, peer.account, 'POST', `/${database}/_bulk_docs`, { docs, new_edits: false });

  it('finds what lies behind the checkpoints of both directions', async () => {
    const database = await peer.freshChapter();
    const [here, remote] = [pc(), remoteDatabase(peer.address, database, peer.account)];
    await here.bulkDocs(Array.from({ length: 50 }, () => sealedRecord(database, recordId(), 'shared')));
    await here.replicate.to(remote);
    const behind = Array.from({ length: 7 }, () => sealedRecord(database, recordId(), 'behind'));
    await bulk(database, behind.slice(0, 4).map((one) => ({ ...one, _rev: revision(1, one._id) })));
    await here.bulkDocs(behind.slice(4).map((one) => ({ ...one })));
    // Checkpoints that say that everything is on both sides already.
    await here.replicate.from(remote, { since: (await remote.info()).update_seq });
    await here.replicate.to(remote, { since: (await here.info()).update_seq });
    await here.replicate.from(remote);
    expect((await here.info()).doc_count).toBe(53);
    const verified = await verify(here, pagesOf(peer.address, peer.account, database), { clock });
    expect(verified).toMatchObject({ outcome: 'repaired', received: 4, sent: 3, refused: [] });
    expect((await here.info()).doc_count).toBe(57);
    const there = pc();
    await there.replicate.from(remote);
    expect(await sorted(there)).toEqual(await sorted(here));
    expect((await verify(here, pagesOf(peer.address, peer.account, database), { clock })).outcome).toBe('equal');
  });

  it('brings hidden losing leaves and tombstones both ways', async () => {
    const database = await peer.freshChapter();
    const [here, remote] = [pc(), remoteDatabase(peer.address, database, peer.account)];
    const ids = Array.from({ length: 4 }, recordId);
    await here.bulkDocs(ids.map((id) => sealedRecord(database, id, 'base')));
    await here.replicate.to(remote);
    const [losesHere = '', losesThere = '', goneHere = '', goneThere = ''] = ids;
    const beside = (id: string, text: string): object => ({ ...sealedRecord(database, id, text), _rev: `1-${'0'.repeat(32)}` });
    await here.bulkDocs([beside(losesHere, 'losing here')] as never, { new_edits: false });
    await bulk(database, [beside(losesThere, 'losing there')]);
    const { _rev: rev } = await here.get(goneHere);
    await here.put({ _id: goneHere, _rev: rev, _deleted: true, ...tombstoneIn(database) });
    const there = await here.get(goneThere);
    await bulk(database, [{ _id: goneThere, ...tombstoneIn(database), _deleted: true, _revisions: { start: 2, ids: ['f'.repeat(32), there._rev.slice(2)] } }]);
    const verified = await verify(here, pagesOf(peer.address, peer.account, database), { clock });
    expect(verified).toMatchObject({ outcome: 'repaired', sent: 2, received: 2 });
    const copy = pc();
    await copy.replicate.from(remote);
    expect(await sorted(copy)).toEqual(await sorted(here));
    expect(Object.values(await sorted(here)).filter((leaves) => String(leaves).includes(' '))).toHaveLength(2);
  });

  it('lists what the peer refuses, once, and brings the rest', async () => {
    const database = await peer.freshChapter();
    const here = pc();
    const odd = recordId();
    await here.bulkDocs([{ _id: odd, plain: 'a name in the clear' }, ...Array.from({ length: 12 }, () => sealedRecord(database, recordId(), 'good'))]);
    const verified = await verify(here, pagesOf(peer.address, peer.account, database), { clock });
    expect(verified).toMatchObject({ outcome: 'not-repaired', sent: 12 });
    expect(verified.refused.map(({ id }) => id)).toEqual([odd]);
  });

  it('ends on a line that fails a fifth of the time', async () => {
    const database = await peer.freshChapter();
    const here = pc();
    await here.bulkDocs(Array.from({ length: 600 }, () => sealedRecord(database, recordId(), 'from here')));
    await bulk(database, Array.from({ length: 600 }, recordId).map((id) => ({ ...sealedRecord(database, id, 'from there'), _rev: revision(1, id) })));
    let seed = 20_261_122;
    const spoil = (): Response | Error | null => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      if (seed % 5 !== 0) return null;
      const kinds = [new TypeError('network'), new Response('{"results":[{"id":"person', { headers: { 'content-type': 'application/json' } }), Response.json({ error: 'unknown' }, { status: 503 })];
      return kinds[(seed >> 8) % 3] ?? null;
    };
    const verified = await verify(here, pagesOf(peer.address, peer.account, database, spoil), { clock });
    expect(verified.outcome).toBe('repaired');
    expect((await here.info()).doc_count).toBe(1200);
    expect((await verify(here, pagesOf(peer.address, peer.account, database), { clock })).outcome).toBe('equal');
  });
});

describe.skipIf(onlyTheHub('the restored copy of its folder'))('a hub restored from an older copy', () => {
  it('gets again what it had, and gives what it still has', async () => {
    const [data, copy] = await Promise.all(['hub-', 'hub-copy-'].map((name) => mkdtemp(join(tmpdir(), name))));
    if (data === undefined || copy === undefined) throw new Error('no folder');
    const start = (): ReturnType<typeof startHub> => startHub({ host: '127.0.0.1', port: 0, data, log: () => undefined });
    let hub = await start();
    const account = hub.firstAdmin;
    if (!account) throw new Error('no administrator');
    const database = 'chapter-restoredrestored';
    await call(hub.address, account, 'PUT', `/${database}`);
    const here = pc();
    await here.bulkDocs(Array.from({ length: 30 }, () => sealedRecord(database, recordId(), 'old')));
    await verify(here, pagesOf(hub.address, account, database), { clock });
    await hub.stop();
    await cp(data, copy, { recursive: true });
    hub = await start();
    const changed = (await here.allDocs({ include_docs: true, limit: 5 })).rows.map(({ doc }) => ({ ...envelopeOf(database, 'edited'), _id: doc?._id ?? '', _rev: doc?._rev ?? '' }));
    await here.bulkDocs([...changed, ...Array.from({ length: 20 }, () => sealedRecord(database, recordId(), 'new'))]);
    const { standing } = await verify(here, pagesOf(hub.address, account, database), { clock });
    expect(standing).toBeNull();
    const equal = await verify(here, pagesOf(hub.address, account, database), { clock });
    expect(equal.outcome).toBe('equal');
    await hub.stop();
    await rm(data, { recursive: true });
    await cp(copy, data, { recursive: true });
    hub = await start();
    const again = await verify(here, pagesOf(hub.address, account, database), { clock, before: equal.standing });
    expect(again).toMatchObject({ outcome: 'repaired', sent: 25, received: 0, equal: 25 });
    expect((await verify(here, pagesOf(hub.address, account, database), { clock })).outcome).toBe('equal');
    await hub.stop();
    await Promise.all([data, copy].map((folder) => rm(folder, { recursive: true, force: true })));
  });
});

/** What a deletion may carry. */
function tombstoneIn(database: string): { readonly chapter: string; readonly schema: number; readonly kind: 'erased'; readonly mac: string } {
  return { chapter: database.slice('chapter-'.length), schema: 1, kind: 'erased', mac: 'A'.repeat(43) };
}
