import type { ChapterProof } from '../../shared/host.ts';
import { HubProblem } from '../hub/hub-problem.ts';
import { startHub, type HubHandle, type RunningHub } from '../hub/server.ts';
import { announce } from './announcement.ts';
import { Announcer } from './announcer.ts';
import { neighbourAccount, ownAccount } from './bound-names.ts';
import { toHub, type FromHub, type HubChannel, type SharedChapters, type ToHub } from './messages.ts';
import { Offer } from './offer.ts';
import { provingRoutes } from './proving.ts';
import { peerIdOf } from './wire.ts';

/**
 * The hub that this PC runs for the others, in a process of its own, so that a batch of theirs never makes the screen
 * stutter and its end takes nothing along. It does what the host's messages say and ends when the host is gone.
 */
export function runHubProgram(channel: HubChannel, exit: () => void): void {
  const say = (message: FromHub): void => channel.send(message);
  let hub: RunningHub | null = null;
  let announcer: Announcer | null = null;
  let proofs: readonly ChapterProof[] = [];
  const offer = new Offer();

  const take = async (shared: SharedChapters): Promise<void> => {
    if (hub !== null) await admit(hub, shared);
    proofs = shared.map(({ proof }) => proof);
    await announcer?.renew();
  };

  const start = async ({ data, host, port, multicast, chapters }: Extract<ToHub, { kind: 'start' }>): Promise<void> => {
    const started = await listen(port, (wanted) =>
      startHub({
        host,
        port: wanted,
        data,
        log: () => undefined,
        shared: false,
        extend: (app, handle) => {
          provingRoutes(app, handle, () => proofs);
          offer.routes(app);
        },
      }),
    );
    hub = started;
    await take(chapters);
    const place = { ...(multicast.interface === undefined ? {} : { interface: multicast.interface }), ...(multicast.port === undefined ? {} : { port: multicast.port }) };
    announcer = new Announcer(started.port, () => announce(proofs, peerIdOf(started.uuid), offer.id), place, () => say({ kind: 'unannounced' }));
    await announcer.renew();
    say({ kind: 'ready', port: started.port, hub: started.uuid });
  };

  const act = async (message: ToHub): Promise<void> => {
    if (message.kind === 'start') return start(message);
    if (message.kind === 'chapters') return take(message.chapters);
    if (message.kind === 'offer') {
      if (message.invitation === null) offer.end();
      else offer.begin(message.invitation);
      return announcer?.renew();
    }
    await announcer?.end();
    await hub?.stop();
    exit();
  };

  let turn: Promise<void> = Promise.resolve();
  channel.onMessage((given) => {
    const message = toHub.safeParse(given);
    if (!message.success) return;
    turn = turn.then(async () => {
      try {
        await act(message.data);
        say({ kind: 'done', n: message.data.n });
      } catch (problem) {
        say({ kind: 'failed', problem: problemOf(problem) });
        if (hub === null) exit();
        say({ kind: 'done', n: message.data.n });
      }
    });
  });
}

/** The port that others remember; when another program has it, any other is better than not sharing. */
async function listen(port: number, on: (port: number) => Promise<RunningHub>): Promise<RunningHub> {
  try {
    return await on(port);
  } catch (problem) {
    if (port === 0 || !(problem instanceof HubProblem) || problem.code !== 'port-taken') throw problem;
    return on(0);
  }
}

/**
 * Makes the databases and this PC's own accounts, and closes all accounts but those of PCs that still belong to a chapter
 * that is shared. Whose account was closed for no fault of its own proves the key again by itself.
 */
async function admit(hub: HubHandle, shared: SharedChapters): Promise<void> {
  const closed = new Set(shared.flatMap(({ proof }) => proof.removed.map((device) => neighbourAccount(proof.database, device))));
  const databases = new Set(shared.map(({ proof }) => proof.database));
  for (const { name, database } of await hub.accounts.bound()) {
    if (closed.has(name) || !databases.has(database)) await hub.accounts.remove(name);
  }
  for (const { proof, password } of shared) {
    await hub.makeDatabase(proof.database);
    await hub.accounts.add({ name: ownAccount(proof.database), password, database: proof.database });
  }
}

function problemOf(problem: unknown): 'data-in-use' | 'data-unwritable' | 'not-running' {
  const code = problem instanceof HubProblem ? problem.code : '';
  return code === 'data-in-use' || code === 'data-unwritable' ? code : 'not-running';
}
