import type { Page } from '@playwright/test';
import { canonicalJson } from '../../shared/store/canonical-json.ts';
import { leavesOf, type RevisionRoot } from '../../shared/store/revision-tree.ts';

/** Everything that is held somewhere: each leaf of each document, "id rev", with what is written in it; deleted ones too. */
export type Holdings = Readonly<Record<string, string>>;

interface FoundRow {
  readonly id: string;
  readonly tree: readonly RevisionRoot[];
}

/** What the chapter's database in a browser holds, read past all of the program's code. */
export async function holdingsOfPage(page: Page, database: string): Promise<Holdings> {
  const { rows, bodies } = await page.evaluate(async (name) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(`_pouch_${name}`);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    const all = (store: string): Promise<readonly Record<string, unknown>[]> =>
      new Promise((resolve, reject) => {
        const request = opened.transaction([store]).objectStore(store).getAll() as IDBRequest<Record<string, unknown>[]>;
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      });
    const found = await all('document-store');
    const written = await all('by-sequence');
    opened.close();
    return {
      rows: found.map(({ id, data }) => ({ id: String(id), tree: (JSON.parse(String(data)) as { rev_tree: never[] }).rev_tree })),
      bodies: written.map(({ _doc_id_rev, ...body }) => [String(_doc_id_rev), JSON.stringify(body)] as const),
    };
  }, database);
  return holdingsOf(rows, new Map(bodies));
}

function holdingsOf(rows: readonly FoundRow[], bodies: ReadonlyMap<string, string>): Holdings {
  const held: [string, string][] = [];
  for (const { id, tree } of rows) {
    if (id.startsWith('_design/')) continue;
    for (const { rev, deleted } of leavesOf(tree)) held.push([`${id} ${rev}`, told(deleted, JSON.parse(bodies.get(`${id}::${rev}`) ?? 'null'))]);
  }
  return sorted(held);
}

/** How a peer is asked past the offices' way to it. */
export interface DirectAccess {
  readonly address: string;
  readonly account: string;
  readonly password: string;
}

/** What a peer's database holds; nothing where there is no such database. */
export async function holdingsOfPeer(access: DirectAccess, database: string): Promise<Holdings> {
  const changes = (await ask(access, 'GET', `/${database}/_changes?style=all_docs`)) as { results?: { id: string; changes: { rev: string }[] }[] };
  const wanted = (changes.results ?? []).filter(({ id }) => !id.startsWith('_design/')).flatMap(({ id, changes: leaves }) => leaves.map(({ rev }) => ({ id, rev })));
  if (wanted.length === 0) return {};
  const { results } = (await ask(access, 'POST', `/${database}/_bulk_get`, { docs: wanted })) as { results: { docs: { ok?: Record<string, unknown> }[] }[] };
  const held = results.flatMap(({ docs }) => docs).map(({ ok }): [string, string] => {
    if (ok === undefined) throw new Error('a leaf is not to be had');
    const { _id, _rev, _deleted, ...body } = ok;
    return [`${String(_id)} ${String(_rev)}`, told(_deleted === true, body)];
  });
  return sorted(held);
}

/** Asks a peer as that account; resolves with the answer's JSON, whatever its status. */
export async function ask({ address, account, password }: DirectAccess, method: string, path: string, body?: unknown): Promise<unknown> {
  const authorization = `Basic ${Buffer.from(`${account}:${password}`).toString('base64')}`;
  const headers = { authorization, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(address + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return answer.json();
}

function told(deleted: boolean, body: unknown): string {
  const { _deleted, ...rest } = (body ?? { nothing: true }) as Record<string, unknown>;
  return canonicalJson({ deleted, ...rest });
}

function sorted(held: readonly [string, string][]): Holdings {
  return Object.fromEntries([...held].sort(([one], [other]) => (one < other ? -1 : 1)));
}
