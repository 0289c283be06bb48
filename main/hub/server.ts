import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { makePrivateFolder } from '../machine/private-file.ts';
import { firstAdministrator, type FreshAccount } from './account-making.ts';
import { Accounts } from './accounts.ts';
import { Databases } from './databases.ts';
import { Doorkeeper } from './doorkeeper.ts';
import { Erased } from './erased.ts';
import { hubApp } from './hub-app.ts';
import { asHubProblem } from './hub-problem.ts';
import { hubIdentity } from './identity.ts';
import { SHARED_DATABASES } from './rights.ts';
import { OpenFeeds, USUAL_LIMITS, type Limits } from './limits.ts';

export interface HubOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder of accounts and databases; made when it is missing. */
  readonly data: string;
  /** Gets one line a request: method, kind of path, status, milliseconds. Never an id, a name or a password. */
  readonly log: (line: string) => void;
  readonly limits?: Partial<Limits>;
  /** A network's hub keeps the shared databases `network` and `delegates`; a PC that shares with its neighbours does not. */
  readonly shared?: boolean;
  /** Adds endpoints of its own to the hub's, under names that no database can have (`/_…`); called once, before it listens. */
  readonly extend?: (app: FastifyInstance, hub: HubHandle) => void;
}

/** What the program that runs a hub may do with it. */
export interface HubHandle {
  /** The hub's own id, for life. */
  readonly uuid: string;
  /** Accounts bound to one database, made and closed while the hub runs. */
  readonly accounts: Pick<Accounts, 'add' | 'remove' | 'bound'>;
  /** Makes a database unless it is there. Rejects with a CouchError (400) when the name cannot be one. */
  readonly makeDatabase: (name: string) => Promise<void>;
}

/** A hub that runs. */
export interface RunningHub extends HubHandle {
  /** `http://127.0.0.1:5985` */
  readonly address: string;
  readonly port: number;
  /** The administrator's account when this start made it, to be shown once. */
  readonly firstAdmin: FreshAccount | null;
  /** Ends waiting feeds, lets running requests finish, closes the databases. */
  stop(): Promise<void>;
}

const STOP_GRACE_MS = 4000;

/** Starts the embedded hub (design §7). Rejects with a HubProblem when port or data folder cannot be had. */
export async function startHub({ host, port, data, log, limits = {}, shared = true, extend }: HubOptions): Promise<RunningHub> {
  await makePrivateFolder(data).catch(asHubProblem);
  const { uuid, secret } = await hubIdentity(data).catch(asHubProblem);
  const databases = await Databases.in(data).catch(asHubProblem);
  if (shared) for (const name of SHARED_DATABASES) await databases.ensure(name);
  const stopping = new AbortController();
  const accounts = new Accounts(data);
  const handle: HubHandle = { uuid, accounts, makeDatabase: (name) => databases.ensure(name) };
  const all = { ...USUAL_LIMITS, ...limits };
  const hub = { uuid, doorkeeper: new Doorkeeper(accounts, secret), databases, erased: new Erased(data), feeds: new OpenFeeds(all), stopping: stopping.signal };
  const app = hubApp(hub, all, log, (made) => extend?.(made, handle));
  try {
    await app.listen({ host, port });
  } catch (problem) {
    await app.close();
    await databases.close();
    return asHubProblem(problem);
  }
  const bound = (app.server.address() as AddressInfo).port;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping.abort();
    // A connection is kept alive after its last answer; it must not keep the hub from ending.
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    const cut = setTimeout(() => app.server.closeAllConnections(), STOP_GRACE_MS);
    await app.close();
    clearInterval(sweep);
    clearTimeout(cut);
    await databases.close();
  };
  // Only now: an account made by a start that fails would have a password that nobody ever saw.
  const firstAdmin = await firstAdministrator(data).catch(async (problem: unknown) => {
    await stop();
    return asHubProblem(problem);
  });
  return { ...handle, address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, port: bound, firstAdmin, stop: () => (stopped ??= stop()) };
}
