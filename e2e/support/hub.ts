import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addSlot } from '../../main/hub/account-making.ts';
import { freePort, startHub, type Running } from './processes.ts';

/** A real hub in a process of its own, with one chapter's accounts. */
export interface TestHub {
  readonly address: string;
  readonly account: string;
  readonly password: string;
  readonly data: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again at the same address with the same data. */
  restart(): Promise<void>;
  /** Stops it, keeps a copy of its data folder beside it, and starts it again. */
  keepCopy(): Promise<void>;
  /** Puts the kept copy in the place of its data folder; it must not run. */
  putCopyBack(): void;
  remove(): Promise<void>;
}

/** Starts the hub's program and makes accounts for a chapter. */
export async function startTestHub(): Promise<TestHub> {
  const data = mkdtempSync(path.join(tmpdir(), 'convoca-hub-'));
  const port = await freePort();
  const run = (): Promise<Running> => startHub(['--port', String(port), '--data', data], new RegExp(`:${String(port)}`));
  const copy = `${data}-copy`;
  let running = await run();
  const [first] = await addSlot(data, 'Durham', 2);
  if (first === undefined) throw new Error('no account was made');
  return {
    address: `http://127.0.0.1:${String(port)}`,
    account: first.name,
    password: first.password,
    data,
    stop: (signal) => running.stop(signal),
    restart: async () => {
      running = await run();
    },
    keepCopy: async () => {
      await running.stop();
      cpSync(data, copy, { recursive: true });
      running = await run();
    },
    putCopyBack: () => {
      rmSync(data, { recursive: true });
      cpSync(copy, data, { recursive: true });
    },
    remove: async () => {
      await running.stop();
      for (const folder of [data, copy]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
