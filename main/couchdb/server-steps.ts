import { type CouchAdmin, membersOf, textsIn } from './admin-client.ts';
import { CouchProblem } from './couch-problem.ts';
import { standingOf, type Step } from './step.ts';

/**
 * Settings of every node, `section/key`: nobody without an account, but a health check; requests no larger than the
 * sync proxy sends; compaction by CouchDB itself, so that what was erased leaves the disk.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  'chttpd/require_valid_user': 'true',
  'chttpd/require_valid_user_except_for_up': 'true',
  'chttpd/max_http_request_size': String(64 * 1024 * 1024),
  'couchdb/default_security': 'admin_only',
  'smoosh/db_channels': 'upgrade_dbs,ratio_dbs,slack_dbs',
  'smoosh.ratio_dbs/min_priority': '2.0',
};
const SYSTEM_DATABASES = ['_users', '_replicator'] as const;
const OLDEST = 3;

/** Makes sure that this is a CouchDB that Convoca can use and that the account administers it; resolves with its nodes. */
export async function meetServer(couch: CouchAdmin): Promise<readonly string[]> {
  const welcome = membersOf((await couch.ask('GET', '/')).json);
  const major = Number(/^(\d+)\./.exec(String(welcome.version))?.[1]);
  if (welcome.couchdb !== 'Welcome' || membersOf(welcome.vendor).name === 'Convoca hub') throw new CouchProblem('not-couchdb');
  if (!(major >= OLDEST)) throw new CouchProblem('too-old', String(welcome.version));
  const session = membersOf((await couch.ask('GET', '/_session')).json);
  if (!textsIn(membersOf(session.userCtx).roles).includes('_admin')) throw new CouchProblem('not-admin');
  const { all_nodes, cluster_nodes } = membersOf((await couch.ask('GET', '/_membership')).json);
  const [known, connected] = [textsIn(cluster_nodes), textsIn(all_nodes)];
  const absent = known.filter((node) => !connected.includes(node));
  if (known.length === 0 || absent.length > 0) throw new CouchProblem('nodes-missing', absent.join(', '));
  return known;
}

/** The settings of each node and CouchDB's own databases. */
export function serverSteps(couch: CouchAdmin, nodes: readonly string[]): readonly Step[] {
  const settings = nodes.flatMap((node) => Object.entries(SETTINGS).map(([key, value]) => settingStep(couch, node, key, value, nodes.length > 1)));
  return [...settings, ...SYSTEM_DATABASES.map((name) => databaseStep(couch, name))];
}

function settingStep(couch: CouchAdmin, node: string, key: string, value: string, several: boolean): Step {
  const path = `/_node/${encodeURIComponent(node)}/_config/${key}`;
  const where = several ? ` (${node})` : '';
  return {
    about: { en: `setting ${key} = ${value}${where}`, es: `ajuste ${key} = ${value}${where}` },
    look: async () => standingOf(await couch.find(path), (found) => found === value),
    mend: () => couch.put(path, value),
  };
}

/** A database that is there. */
export function databaseStep(couch: CouchAdmin, name: string): Step {
  return {
    about: { en: `database ${name}`, es: `base de datos ${name}` },
    look: async () => standingOf(await couch.find(`/${name}`), () => true),
    mend: async () => {
      // 412: it was made this very moment, by another node or another person.
      const { status } = await couch.ask('PUT', `/${name}`);
      if (status >= 400 && status !== 412) throw new CouchProblem('server-trouble', `PUT /${name}: ${status}`);
    },
  };
}
