import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startProgram, type Running } from './processes.ts';

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

/** Starts the hub as `npm run hub` does and makes accounts for a chapter. */
export async function startTestHub(): Promise<TestHub> {
  const data = mkdtempSync(path.join(tmpdir(), 'convoca-hub-'));
  const port = await freePort();
  const run = (): Promise<Running> => startProgram('main/hub/cli.ts', ['--port', String(port), '--data', data], new RegExp(`:${String(port)}`));
  const copy = `${data}-copy`;
  let running = await run();
  const told = execFileSync(process.execPath, ['node_modules/.bin/tsx', 'main/hub/cli.ts', 'add-chapter', 'Durham', '--devices', '2', '--data', data], {
    encoding: 'utf8',
  });
  const [, account = '', password = ''] = /^\W*(durham-1)\s+\W*\s*(\S{20,})/m.exec(told) ?? [];
  if (password === '') throw new Error('the hub told no account');
  return {
    address: `http://127.0.0.1:${String(port)}`,
    account,
    password,
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
