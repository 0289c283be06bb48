import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addSlot, firstAdministrator } from '../../main/hub/account-making.ts';
import { freePort, startHub, type Running } from '../support/processes.ts';
import type { PeerData, SchedulePeer } from './peer.ts';
import { pause } from './real-time.ts';

/** The hub's program in a process of its own, as `npm run hub` starts it, that is killed with SIGKILL. */
export async function startHubPeer(): Promise<SchedulePeer> {
  const data = mkdtempSync(path.join(tmpdir(), 'convoca-schedules-'));
  const port = await freePort();
  const admin = await firstAdministrator(data);
  if (admin === null) throw new Error('a new folder has no accounts');
  const run = (): Promise<Running> => startHub(['--port', String(port), '--data', data], new RegExp(`:${String(port)}`));
  let process: Running | null = await run();
  let chapters = 0;
  let database = '';
  const copies = new Map<string, string>();
  // The accounts lie in the same folder; one schedule's databases are of no use to the next.
  const folders = ['databases', 'slots'];

  const files: PeerData = {
    keepCopy: () => {
      const copy = `${data}-copy-${String(chapters)}`;
      rmSync(copy, { recursive: true, force: true });
      for (const folder of folders) if (existsSync(path.join(data, folder))) cpSync(path.join(data, folder), path.join(copy, folder), { recursive: true });
      copies.set(database, copy);
      return Promise.resolve();
    },
    putCopyBack: () => {
      const copy = copies.get(database);
      if (copy === undefined) return Promise.resolve(false);
      for (const folder of folders) {
        rmSync(path.join(data, folder), { recursive: true, force: true });
        if (existsSync(path.join(copy, folder))) cpSync(path.join(copy, folder), path.join(data, folder), { recursive: true });
      }
      return Promise.resolve(true);
    },
    empty: () => {
      rmSync(path.join(data, 'databases', `db-${database}`), { recursive: true, force: true });
      return Promise.resolve();
    },
  };

  return {
    kind: 'hub',
    direct: { address: `http://127.0.0.1:${String(port)}`, account: admin.name, password: admin.password },
    get runs() {
      return process !== null;
    },
    admit: async (chapter) => {
      chapters += 1;
      database = `chapter-${chapter}`;
      const [made] = await addSlot(data, `Schedule ${String(chapters)}`, 1);
      if (made === undefined) throw new Error('no account was made');
      return { account: made.name, password: made.password };
    },
    kill: async (downMs, whileDown) => {
      const killed = process;
      process = null;
      await killed?.stop('SIGKILL');
      await Promise.all([pause(downMs), whileDown?.(files)]);
      process = await run();
    },
    stop: async () => {
      await process?.stop();
      for (const folder of [data, ...copies.values()]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
