import memoryAdapter from 'pouchdb-adapter-memory';
import { openPouch, type RecordPouch, type StoredDocument } from '../../store/pouch.ts';
import { PouchDB } from '../../store/replicating-pouch.ts';
import type { SyncClock } from '../clock.ts';
import { SyncTrouble } from '../problems.ts';
import { readLeaves, type RemotePages } from './remote-pages.ts';

PouchDB.plugin(memoryAdapter);

let databases = 0;

/** A database in memory that no other test uses. */
export function newPouch(): RecordPouch {
  databases += 1;
  return openPouch(`verified-${String(databases)}`, 'memory');
}

/** A clock on which every pause is over at once. */
export const hurriedClock: SyncClock = {
  now: () => Date.now(),
  after: (_ms, call) => {
    const timer = setTimeout(call, 0);
    return () => clearTimeout(timer);
  },
};

/** A database in memory as the peer. `refuses`: ids that its rules do not take. */
export function pouchPages(pouch: RecordPouch, refuses: (id: string) => boolean = () => false): RemotePages {
  return {
    about: async () => {
      const { doc_count: count, update_seq: updateSeq } = await pouch.info();
      return { count, updateSeq };
    },
    leaves: async (since, limit) => readLeaves(since, await pouch.changes({ since, limit, style: 'all_docs' })),
    // A server's own: an ancestor is known, whether its body is still there or not.
    revsDiff: async (revisions) => {
      const missing: Record<string, { missing: string[] }> = {};
      for (const [id, revs] of Object.entries(revisions)) {
        const known = new Set((await treeOf(pouch, id)).flatMap(({ _revisions }) => (_revisions ? _revisions.ids.map((hash, at) => `${String(_revisions.start - at)}-${hash}`) : [])));
        const unknown = revs.filter((rev) => !known.has(rev));
        if (unknown.length > 0) missing[id] = { missing: unknown };
      }
      return missing;
    },
    bulkGet: async (asked) => {
      const { results } = (await pouch.bulkGet({ docs: [...asked], revs: true })) as unknown as { results: { id: string; docs: { ok?: StoredDocument }[] }[] };
      const documents = results.flatMap(({ docs }) => docs.flatMap(({ ok }) => ok ?? []));
      return { documents, missing: asked.filter(({ id, rev }) => !documents.some(({ _id, _rev }) => _id === id && _rev === rev)) };
    },
    bulkDocs: async (documents) => {
      const refused = documents.filter(({ _id }) => refuses(_id)).map(({ _id, _rev }) => ({ id: _id, rev: _rev, reason: 'forbidden' as const }));
      await pouch.bulkDocs(documents.filter(({ _id }) => !refuses(_id)).map((one) => ({ ...one })), { new_edits: false });
      return { refused, failed: [] };
    },
  };
}

type WithRevisions = { readonly _revisions?: { readonly start: number; readonly ids: readonly string[] } };

async function treeOf(pouch: RecordPouch, id: string): Promise<readonly WithRevisions[]> {
  const answers = (await pouch.get(id, { open_revs: 'all', revs: true }).catch(() => [])) as readonly { ok?: WithRevisions }[];
  return answers.flatMap(({ ok }) => ok ?? []);
}

/** The peer over a line on which requests fail: `fails` says of each, counted from 0, whether it does. An answer that is lost has done its work. */
export function onBadLine(pages: RemotePages, fails: (request: number) => boolean): RemotePages & { readonly asked: () => number } {
  let request = -1;
  const over = <A extends unknown[], T>(work: (...given: A) => Promise<T>) => async (...given: A): Promise<T> => {
    request += 1;
    const lost = fails(request);
    const answer = lost && request % 2 === 0 ? undefined : await work(...given);
    if (lost || answer === undefined) throw new SyncTrouble('no-network');
    return answer;
  };
  return {
    about: over(() => pages.about()),
    leaves: over((since, limit) => pages.leaves(since, limit)),
    revsDiff: over((revisions) => pages.revsDiff(revisions)),
    bulkGet: over((asked) => pages.bulkGet(asked)),
    bulkDocs: over((documents) => pages.bulkDocs(documents)),
    asked: () => request + 1,
  };
}

/** Revisions of an invented record: heights with their hashes, from the leaf down, as `_bulk_docs` takes them. */
export function revised(id: string, path: readonly string[], deleted = false): StoredDocument {
  const ids = path.map(hashOf).reverse();
  const body = deleted ? { _deleted: true } : { said: path.join('/') };
  return { _id: id, _rev: `${String(ids.length)}-${ids[0] ?? ''}`, _revisions: { start: ids.length, ids }, ...body };
}

/** 32 hexadecimal digits made of a name. */
function hashOf(name: string): string {
  let text = '';
  for (let seed = 7, at = 0; at < 32; at += 1) {
    for (const letter of name) seed = (seed * 31 + letter.charCodeAt(0) + at) % 1_000_003;
    text += (seed % 16).toString(16);
  }
  return text;
}

/** Writes revisions as they are. */
export async function put(pouch: RecordPouch, ...documents: readonly StoredDocument[]): Promise<void> {
  await pouch.bulkDocs(documents.map((one) => ({ ...one })), { new_edits: false });
}
