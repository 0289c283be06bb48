import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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
  remove(): Promise<void>;
}

/** Starts the hub as `npm run hub` does and makes accounts for a chapter. */
export async function startTestHub(): Promise<TestHub> {
  const data = mkdtempSync(path.join(tmpdir(), 'convoca-hub-'));
  const port = await freePort();
  const run = (): Promise<Running> => startProgram('main/hub/cli.ts', ['--port', String(port), '--data', data], new RegExp(`:${String(port)}`));
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
    remove: async () => {
      await running.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
