import memoryAdapter from 'pouchdb-adapter-memory';
import { openPouch, type RecordPouch, type StoredDocument } from '../../store/pouch.ts';
import { PouchDB } from '../../store/replicating-pouch.ts';
import type { RevisionsOf } from '../answers.ts';
import { revsDiffHere } from '../receiving-side.ts';

PouchDB.plugin(memoryAdapter);

/** A request as a fault sees it. */
export interface Asked {
  readonly method: string;
  /** Below the database, with its query: `/_changes?since=0`. */
  readonly path: string;
  readonly body: string;
}

/** What happens to a request instead of its answer; null lets it through, `hang` never answers, `drop` breaks the line. */
export type Fault = (asked: Asked) => Response | 'hang' | 'drop' | null;
/** What becomes of an answer on its way back. */
export type AnswerFault = (asked: Asked, answer: Response) => Response | 'drop' | Promise<Response>;

type Deed = { readonly docs: readonly StoredDocument[] } | { readonly local: { readonly _id: string; readonly last_seq: unknown } };

let peers = 0;

/**
 * The few endpoints of a CouchDB that the session asks, over a real PouchDB in memory, with a way to break each of them.
 * The real hub is tried against the session in `main/proxy/` and `e2e/`; this one lives where `shared/` may reach it.
 */
export class LittlePeer {
  /** Every request that arrived. */
  readonly asked: Asked[] = [];
  fault: Fault = () => null;
  answerFault: AnswerFault = (_asked, answer) => answer;
  /** The reason for refusing a document, or null. */
  refuse: (document: StoredDocument) => string | null = () => null;
  rules: string | null = null;
  pouch: RecordPouch;
  #deeds: Deed[] = [];
  #instance = 0;

  constructor() {
    this.pouch = this.#fresh();
  }

  #fresh(): RecordPouch {
    peers += 1;
    this.#instance = peers;
    return openPouch(`little-peer-${String(peers)}`, 'memory');
  }

  /** How much was written until now, for {@link LittlePeer.restore}. */
  get moment(): number {
    return this.#deeds.length;
  }

  /** Puts back what was there at that moment, checkpoints included; 0 leaves it empty. */
  async restore(moment: number): Promise<void> {
    const deeds = this.#deeds.slice(0, moment);
    this.pouch = this.#fresh();
    this.#deeds = [];
    for (const deed of deeds) {
      if ('docs' in deed) await this.#write(deed.docs);
      else await this.#putLocal(deed.local);
    }
  }

  readonly fetch = (async (input: string, init?: RequestInit) => {
    const path = new URL(input).pathname.split('/').slice(4).map((part) => `/${part}`).join('') + new URL(input).search;
    const asked: Asked = { method: init?.method ?? 'GET', path, body: typeof init?.body === 'string' ? init.body : '' };
    this.asked.push(asked);
    const fault = this.fault(asked);
    if (fault === 'hang') return new Promise<Response>(() => undefined);
    if (fault === 'drop') throw new TypeError('the line broke');
    if (fault) return fault;
    const answer = await this.answerFault(asked, Response.json(...(await this.#answer(asked))));
    if (answer === 'drop') throw new TypeError('the line broke');
    return answer;
  }) as typeof fetch;

  async #answer({ method, path, body }: Asked): Promise<[unknown, { status: number }]> {
    const url = new URL(path, 'http://peer.invalid');
    const given = (body === '' ? {} : JSON.parse(body)) as { docs?: never[]; [id: string]: unknown };
    const route = `${method} ${url.pathname.startsWith('/_local') ? '/_local' : url.pathname}`;
    switch (route) {
      case 'GET /': {
        const { doc_count, update_seq } = await this.pouch.info();
        return [{ db_name: 'chapter', doc_count, update_seq: `${String(update_seq)}-${String(this.#instance)}`, props: { rules: this.rules ?? undefined } }, { status: 200 }];
      }
      case 'GET /_changes':
        return [await this.#changes(url.searchParams), { status: 200 }];
      case 'POST /_revs_diff':
        // As CouchDB answers: it does not lack what it has a successor of.
        return [await revsDiffHere(this.pouch, given as RevisionsOf), { status: 200 }];
      case 'POST /_bulk_get':
        return [await this.pouch.bulkGet({ docs: given.docs ?? [], revs: true, ...{ latest: true } }), { status: 200 }];
      case 'POST /_bulk_docs': {
        const docs = (given.docs ?? []) as StoredDocument[];
        const refused = docs.flatMap((document) => {
          const reason = this.refuse(document);
          return reason === null ? [] : [{ id: document._id, rev: document._rev, error: 'forbidden', reason }];
        });
        await this.#write(docs.filter((document) => this.refuse(document) === null));
        return [refused, { status: 201 }];
      }
      case 'GET /_local': {
        const found = await this.pouch.get(localId(url)).catch(() => null);
        return found ? [found, { status: 200 }] : [{ error: 'not_found', reason: 'missing' }, { status: 404 }];
      }
      case 'PUT /_local': {
        const local = { ...given, _id: localId(url) } as { _id: string; last_seq: unknown };
        return [await this.#putLocal(local), { status: 201 }];
      }
      default:
        return [{ error: 'not_found', reason: 'missing' }, { status: 404 }];
    }
  }

  async #changes(query: URLSearchParams): Promise<object> {
    const found = await this.pouch.changes({
      since: Number.parseInt(query.get('since') ?? '0', 10),
      limit: Number(query.get('limit') ?? 1_000_000),
      style: query.get('style') === 'all_docs' ? 'all_docs' : 'main_only',
      include_docs: query.get('include_docs') === 'true',
    });
    return { results: found.results.map((row) => ({ ...row, seq: `${String(row.seq)}-${String(this.#instance)}` })), last_seq: `${String(found.last_seq)}-${String(this.#instance)}`, pending: 0 };
  }

  async #write(docs: readonly StoredDocument[]): Promise<void> {
    if (docs.length === 0) return;
    this.#deeds.push({ docs });
    await this.pouch.bulkDocs(docs.map((document) => ({ ...document })), { new_edits: false });
  }

  async #putLocal(local: { readonly _id: string; readonly last_seq: unknown }): Promise<unknown> {
    this.#deeds.push({ local });
    const found = await this.pouch.get(local._id).catch(() => null);
    return this.pouch.put({ ...withoutRev(local), _id: local._id, ...(found ? { _rev: found._rev } : {}) });
  }

  /** Ids of the records here that are not deleted. */
  async ids(): Promise<readonly string[]> {
    return (await this.pouch.allDocs()).rows.map(({ id }) => id);
  }
}

function localId(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1));
}

function withoutRev(local: object): object {
  return Object.fromEntries(Object.entries(local).filter(([key]) => key !== '_rev'));
}
