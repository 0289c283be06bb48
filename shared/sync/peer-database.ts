import type { PeerInfo } from '../host.ts';
import type { RecordPouch, StoredDocument } from '../store/pouch.ts';
import { PouchDB } from '../store/replicating-pouch.ts';
import { readBulkDocs, readBulkGet, readRevsDiff, type IdRev, type RevisionsOf, type WriteRows } from './answers.ts';
import { insistentFetch } from './insistent-fetch.ts';
import { PEER_ORIGIN, peerFetch, type PeerLine, type PeerWire } from './peer-fetch.ts';
import { sequenceNumber } from './peer-changed.ts';
import { SyncTrouble } from './problems.ts';
import { readLeaves, type LeavesPage, type RemotePages } from './verification/remote-pages.ts';

/** What a peer says of its database. */
export interface PeerAbout {
  readonly count: number;
  readonly sequence: number;
  /** As the peer wrote it, to be given back as `since`. */
  readonly updateSeq: string | number;
  /** Version of the rules by which it takes records; null where it does not tell. */
  readonly rules: string | null;
}

/**
 * A chapter's database at a peer, through the sync proxy. The requests that carry records are made here and not by
 * PouchDB's http adapter: that one asks for each record by itself after a first `_bulk_get` that failed, for good, and
 * checks no answer.
 */
export class PeerDatabase implements RemotePages {
  /** PouchDB's own view of it, for what its replication asks beside the records. */
  readonly pouch: RecordPouch;
  /** By what PouchDB's checkpoints know it. */
  readonly id: string;
  readonly #fetch: typeof fetch;

  constructor(peer: Pick<PeerInfo, 'id'>, database: string, wire: PeerWire, line: PeerLine) {
    this.id = `${PEER_ORIGIN}/${peer.id}/${database}`;
    this.#fetch = checkedChanges(insistentFetch(peerFetch(wire, line), line.clock, line.signal));
    this.pouch = new PouchDB<Record<string, unknown>>(this.id, { adapter: 'http', skip_setup: true, fetch: this.#fetch });
  }

  /** Asks how much it holds. Rejects with a {@link SyncTrouble}, as everything here does. */
  async about(): Promise<PeerAbout> {
    const said = (await this.#ask('GET', '')) as { doc_count?: unknown; update_seq?: unknown; props?: { rules?: unknown } };
    const { doc_count: count, update_seq: updateSeq, props } = said;
    if (typeof count !== 'number' || (typeof updateSeq !== 'string' && typeof updateSeq !== 'number')) throw new SyncTrouble('damaged-answer');
    const rules = props?.rules;
    return { count, sequence: sequenceNumber(updateSeq), updateSeq, rules: typeof rules === 'string' || typeof rules === 'number' ? String(rules) : null };
  }

  /** Local sequence that a checkpoint there stands for; null when it has none of that name. */
  async checkpoint(id: string): Promise<number | null> {
    const said = (await this.#ask('GET', `/_local/${encodeURIComponent(id.slice('_local/'.length))}`)) as { last_seq?: unknown; error?: unknown };
    if (said.error !== undefined) return null;
    return typeof said.last_seq === 'number' ? said.last_seq : null;
  }

  /** Some of its records with their bodies, to see whose they are. */
  async sample(limit: number): Promise<readonly StoredDocument[]> {
    const said = (await this.#ask('GET', `/_changes?limit=${String(limit)}&include_docs=true&style=main_only`)) as { results?: unknown };
    return (said.results as readonly { doc?: StoredDocument | null }[]).flatMap(({ doc }) => doc ?? []);
  }

  /** One page of its changes after a sequence, each with the revision that wins there. */
  async winners(since: string | number, limit: number): Promise<{ readonly rows: readonly { readonly id: string; readonly deleted?: boolean }[]; readonly last: string | number }> {
    const query = `since=${encodeURIComponent(String(since))}&limit=${String(limit)}&style=main_only`;
    const said = (await this.#ask('GET', `/_changes?${query}`)) as { results: { id: string; deleted?: boolean }[]; last_seq: string | number };
    return { rows: said.results, last: said.last_seq };
  }

  /** One page of its changes with all leaves, for comparing everything (`verification/`). */
  async leaves(since: string | number, limit: number): Promise<LeavesPage> {
    const query = `since=${encodeURIComponent(String(since))}&limit=${String(limit)}&style=all_docs`;
    return readLeaves(since, await this.#ask('GET', `/_changes?${query}`));
  }

  /** Which of these revisions it lacks. */
  async revsDiff(revisions: RevisionsOf): Promise<Record<string, { readonly missing: string[] }>> {
    return readRevsDiff(revisions, await this.#ask('POST', '/_revs_diff', revisions));
  }

  /** These revisions, or what came after them, with their histories. */
  async bulkGet(asked: readonly IdRev[]): ReturnType<typeof getInPieces> {
    return getInPieces(asked, async (some) => readBulkGet(some, await this.#ask('POST', '/_bulk_get?revs=true&latest=true', { docs: some })));
  }

  /** Writes these as they are; see {@link WriteRows}. */
  async bulkDocs(docs: readonly StoredDocument[]): Promise<WriteRows> {
    return readBulkDocs(docs, await this.#ask('POST', '/_bulk_docs', { docs, new_edits: false }));
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const headers = { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await this.#fetch(this.id + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const json = (await answer.json()) as unknown;
    // 404 of the database itself: somebody removed it meanwhile. A checkpoint that is not there is no trouble.
    if (!answer.ok && !path.startsWith('/_local/')) throw new SyncTrouble('server-trouble');
    return json;
  }
}

/** PouchDB takes a `_changes` answer without rows for the end of all changes, whatever else it is. */
function checkedChanges(asking: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await asking(input, init);
    if (!answer.ok || !/\/_changes(\?|$)/.test(input as string)) return answer;
    const { results, last_seq: last } = (await answer.json()) as { results?: unknown; last_seq?: unknown };
    const isPage = Array.isArray(results) && results.every(isChange) && (typeof last === 'string' || typeof last === 'number');
    if (!isPage) throw new SyncTrouble('damaged-answer');
    return answer;
  };
}

function isChange(row: unknown): boolean {
  const { id, seq, changes } = (row ?? {}) as { id?: unknown; seq?: unknown; changes?: unknown };
  return typeof id === 'string' && (typeof seq === 'string' || typeof seq === 'number') && Array.isArray(changes) && changes.length > 0;
}

type Got = ReturnType<typeof readBulkGet>;

/** Asks for half as many at a time where the answer is too large to pass; a single one that is counts as missing. */
async function getInPieces(asked: readonly IdRev[], get: (some: readonly IdRev[]) => Promise<Got>): Promise<Got> {
  try {
    return await get(asked);
  } catch (problem) {
    if (!(problem instanceof SyncTrouble) || problem.problem !== 'too-large') throw problem;
    if (asked.length === 1) return { documents: [], missing: asked };
    const half = Math.ceil(asked.length / 2);
    const first = await getInPieces(asked.slice(0, half), get);
    const second = await getInPieces(asked.slice(half), get);
    return { documents: [...first.documents, ...second.documents], missing: [...first.missing, ...second.missing] };
  }
}
