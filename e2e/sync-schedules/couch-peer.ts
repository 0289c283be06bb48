import { randomBytes } from 'node:crypto';
import { accountStep } from '../../main/couchdb/account-steps.ts';
import { CouchAdmin } from '../../main/couchdb/admin-client.ts';
import { chapterReaders, DEVICE, networkDatabaseSteps } from '../../main/couchdb/database-steps.ts';
import { takeSteps } from '../../main/couchdb/step.ts';
import { chapterRole } from '../../shared/sync/validation/refusal.ts';
import { ask, type DirectAccess } from '../support/holdings.ts';
import type { PeerData, SchedulePeer } from './peer.ts';
import { pause } from './real-time.ts';

type Json = Readonly<Record<string, unknown>>;

/** How a chapter's database and the account of its offices are made, and made again after it was thrown away. */
export interface ChapterSetUp {
  database(couch: DirectAccess, name: string): Promise<void>;
  account(couch: DirectAccess, chapter: string): Promise<{ readonly account: string; readonly password: string }>;
}

/** As `npm run provision` does it: rights, limits and the rule of what may be written. */
export const PROVISIONED: ChapterSetUp = {
  database: async (access, name) => {
    await takeSteps(networkDatabaseSteps(admin(access), name, chapterReaders(name.slice('chapter-'.length))), 'make', () => undefined);
  },
  account: async (access, chapter) => {
    const name = `tested-schedule-${randomBytes(5).toString('hex')}-1`;
    let password = '';
    await takeSteps([accountStep(admin(access), { name, roles: [DEVICE, chapterRole(chapter)] }, (made) => (password = made.password))], 'make', () => undefined);
    return { account: name, password };
  },
};

function admin({ address, account, password }: DirectAccess): CouchAdmin {
  return new CouchAdmin({ address, name: account, password });
}

/**
 * The CouchDB of that address, which holds its administrator's name and password. Its process is not ours: while it is
 * "killed" nobody reaches it, and a copy of a database is made and put back over HTTP, checkpoints with it.
 */
export function openCouchPeer(url: string, setUp: ChapterSetUp = PROVISIONED): SchedulePeer {
  const { origin, username, password } = new URL(url);
  const direct: DirectAccess = { address: origin, account: decodeURIComponent(username), password: decodeURIComponent(password) };
  const made: string[] = [];
  const accounts: string[] = [];
  const copies = new Map<string, readonly Json[]>();
  let database = '';
  let runs = true;
  const anew = async (): Promise<void> => {
    await ask(direct, 'DELETE', `/${database}`);
    await setUp.database(direct, database);
  };
  const data: PeerData = {
    keepCopy: async () => void copies.set(database, await copyOf(direct, database)),
    putCopyBack: async () => {
      const copy = copies.get(database);
      if (!copy) return false;
      await anew();
      const docs = copy.filter(({ _id }) => !String(_id).startsWith('_'));
      if (docs.length > 0) await ask(direct, 'POST', `/${database}/_bulk_docs`, { docs, new_edits: false });
      for (const local of copy.filter(({ _id }) => String(_id).startsWith('_local/'))) {
        const { _rev, ...content } = local;
        await ask(direct, 'PUT', `/${database}/${String(local['_id'])}`, content);
      }
      return true;
    },
    empty: anew,
  };
  return {
    kind: 'couchdb',
    direct,
    get runs() {
      return runs;
    },
    admit: async (chapter) => {
      database = `chapter-${chapter}`;
      made.push(database);
      await setUp.database(direct, database);
      const account = await setUp.account(direct, chapter);
      accounts.push(account.account);
      return account;
    },
    kill: async (downMs, whileDown) => {
      runs = false;
      await Promise.all([pause(downMs), whileDown?.(data)]);
      runs = true;
    },
    stop: async () => {
      for (const name of made) await ask(direct, 'DELETE', `/${name}`);
      for (const name of accounts.filter((one) => one !== direct.account)) {
        const path = `/_users/${encodeURIComponent(`org.couchdb.user:${name}`)}`;
        const { _rev } = (await ask(direct, 'GET', path)) as { _rev?: string };
        if (_rev !== undefined) await ask(direct, 'DELETE', `${path}?rev=${_rev}`);
      }
    },
  };
}

/** All leaves with their histories, and the checkpoints where the server lists them. */
async function copyOf(direct: DirectAccess, database: string): Promise<readonly Json[]> {
  const { results } = (await ask(direct, 'GET', `/${database}/_changes?style=all_docs`)) as { results: { id: string; changes: { rev: string }[] }[] };
  const wanted = results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
  const found = wanted.length === 0 ? { results: [] } : ((await ask(direct, 'POST', `/${database}/_bulk_get?revs=true`, { docs: wanted })) as { results: { docs: { ok?: Json }[] }[] });
  const locals = (await ask(direct, 'GET', `/${database}/_local_docs?include_docs=true`)) as { rows?: { doc: Json }[] };
  const leaves = found.results.flatMap(({ docs }) => docs.flatMap(({ ok }) => (ok === undefined ? [] : [ok])));
  return [...leaves, ...(locals.rows ?? []).map(({ doc }) => doc)];
}
