import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasedMark } from '../../shared/sync/validation/erased-mark.js';
import { refusalOf, type RuleUser } from '../../shared/sync/validation/refusal.ts';
import { rulesFor, type DatabaseKind } from '../../shared/sync/validation/parameters.ts';
import { CASE_CHAPTER, ERASED_ID, OTHER_CHAPTER, RULE_CASES } from '../../shared/sync/validation/rule-cases.ts';
import type { FreshAccount } from '../hub/account-making.ts';
import { provision, type ProvisionWish } from './provision.ts';
import { freshTitle, openServer, TEST_NETWORK, type TriedServer } from './testing/server.ts';

/** The rule's cases, sent to a server that was set up: to the stand-in, or to the CouchDB that `COUCHDB_URL` names. */
describe('what a server that was set up takes', () => {
  let server: TriedServer;
  const accounts = new Map<string, FreshAccount>();
  beforeAll(async () => {
    server = await openServer();
    const wish: ProvisionWish = { mode: 'make', network: TEST_NETWORK, chapter: null, coordinators: [], renew: [], remove: [] };
    const made = async (change: Partial<ProvisionWish>): Promise<FreshAccount> => {
      const [slip] = (await provision(server.couch, { ...wish, ...change }, () => undefined, () => undefined)).slips;
      if (slip === undefined) throw new Error('an account was to be made');
      return slip;
    };
    const chapter = (id: string): Promise<FreshAccount> => made({ chapter: { title: freshTitle(), id, devices: 1, erased: { [erasedMark(ERASED_ID)]: 1 } } });
    accounts.set(`chapter-${CASE_CHAPTER}`, await chapter(CASE_CHAPTER));
    accounts.set(`chapter-${OTHER_CHAPTER}`, await chapter(OTHER_CHAPTER));
    accounts.set('coordinator', await made({ coordinators: [freshTitle()] }));
    accounts.set('_admin', server.admin);
  });
  afterAll(() => server.stop());

  const databaseOf = (kind: DatabaseKind): string => (kind === 'chapter' ? `chapter-${CASE_CHAPTER}` : kind);
  const accountOf = ({ roles }: RuleUser): FreshAccount | undefined => accounts.get(roles[0] ?? '');

  it.each(RULE_CASES.filter(({ user }) => user.name !== null).map((one) => [one.what, one] as const))('%s', async (_what, { kind, document, user, reason }) => {
    const database = databaseOf(kind);
    const there = (await server.as(server.admin, 'GET', `/${database}/${encodeURIComponent(String(document._id))}`)).json as { _rev?: string };
    const sent: Record<string, unknown> = { ...(JSON.parse(JSON.stringify(document)) as Record<string, unknown>), ...(there._rev === undefined ? {} : { _rev: there._rev }) };
    const parameters = rulesFor(database, { [erasedMark(ERASED_ID)]: 1 });
    const answer = await server.as(accountOf(user) ?? null, 'POST', `/${database}/_bulk_docs`, JSON.stringify({ docs: [sent] }));
    // Who is no member of the database does not even come so far, and design documents have a rule of CouchDB's own.
    if (reason === 'forbidden' && !user.roles.some((role) => role === database || role === 'coordinator') && kind === 'chapter') return expect(answer.status).toBe(403);
    const [row] = answer.json as readonly { ok?: boolean; error?: string; reason?: string }[];
    if (String(sent._id).startsWith('_design/')) return expect(row?.error).toMatch(/^(forbidden|unauthorized)$/);
    // An attachment is taken out of the document before the rule sees it, as a stub of the same name.
    const refused = parameters && refusalOf(sent, null, user, parameters);
    if (refused === null) expect(row?.error).toBeUndefined();
    else expect([row?.error, row?.reason]).toEqual(['forbidden', refused.text]);
  });
});
