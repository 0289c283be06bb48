import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { addSlot, type FreshAccount } from './account-making.ts';
import { hubProgram } from './testing/hub-program.ts';
import { like } from './testing/matchers.ts';
import { call, onlyTheHub } from './testing/peer.ts';
import { recordId, sealedRecord } from './testing/records.ts';

const DATABASE = 'chapter-0123456789abcdef';

const KILLS = 20;

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

/** As `package.json` has it. */
const AS_NPM_DOES = ['--import', 'tsx', new URL('./cli.ts', import.meta.url).pathname];

/** The hub as a process of its own: only that can be killed. */
function start(args: readonly string[], program: readonly string[] = [hubProgram()]): Started {
  const child = spawn(process.execPath, [...program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (piece: unknown) => (text += String(piece)));
  child.stderr.on('data', (piece: unknown) => (text += String(piece)));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, ended, output: () => text };
}

async function addressOf(started: Started): Promise<string> {
  let over = false;
  void started.ended.then(() => (over = true));
  for (;;) {
    const found = /running\.[^]*?(http:\/\/127\.0\.0\.1:\d+)/.exec(started.output())?.[1];
    if (found !== undefined) return found;
    if (over) throw new Error(`the hub ended: ${started.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

describe.skipIf(onlyTheHub('the command line'))('npm run hub', () => {
  const folders: string[] = [];
  const running: ChildProcess[] = [];
  const folder = async (): Promise<string> => {
    const made = await mkdtemp(join(tmpdir(), 'hub-'));
    folders.push(made);
    return made;
  };
  const hub = (data: string, ...more: string[]): Started => {
    const started = start(['--port', '0', '--data', data, ...more]);
    running.push(started.child);
    return started;
  };
  afterEach(async () => {
    for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
    for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
  });

  it('keeps everything it acknowledged when it is killed in the middle of writing, twenty times', { timeout: 240_000 }, async () => {
    const data = await folder();
    const [account] = (await addSlot(data, 'Boston', 1)) as [FreshAccount];
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const running = hub(data);
      const address = await addressOf(running);
      await call(address, account, 'PUT', `/${DATABASE}`);
      let killed = false;
      const writer = async (): Promise<void> => {
        while (!killed) {
          const docs = Array.from({ length: 5 }, () => sealedRecord(DATABASE, recordId(), 'x'.repeat(2000)));
          const answer = await call(address, account, 'POST', `/${DATABASE}/_bulk_docs`, { docs }).catch(() => null);
          if (answer?.status === 201) acknowledged.push(...(answer.json as { id: string }[]).map((row) => row.id));
        }
      };
      const writers = [writer(), writer(), writer()];
      await new Promise((resolve) => setTimeout(resolve, 120 + 40 * (round % 6)));
      running.child.kill('SIGKILL');
      await running.ended;
      killed = true;
      await Promise.all(writers);
    }
    expect(acknowledged.length).toBeGreaterThan(100);
    const address = await addressOf(hub(data));
    const listed = (await call(address, account, 'GET', `/${DATABASE}/_all_docs`)).json as { rows: { id: string }[] };
    const there = new Set(listed.rows.map((row) => row.id));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    const { results } = (await call(address, account, 'GET', `/${DATABASE}/_changes`)).json as { results: { id: string }[] };
    expect(new Set(results.map((row) => row.id))).toEqual(there);
  });

  it('adds a chapter while it runs, prints its passwords once, ends in order', async () => {
    const data = await folder();
    const running = hub(data);
    const address = await addressOf(running);
    const adding = start(['add-chapter', 'Boston Norte', '--devices', '2', '--data', data]);
    expect(await adding.ended).toBe(0);
    const made = [...adding.output().matchAll(/^ {2}(boston-norte-\d) +(\S{20})$/gm)].map(([, name = '', password = '']) => ({ name, password }));
    expect(made.map((account) => account.name)).toEqual(['boston-norte-1', 'boston-norte-2']);
    const naming = start(['--coordinator', 'Rosa Peña', '--data', data]);
    expect(await naming.ended).toBe(0);
    const [, reader = '', word = ''] = /^ {2}(coordinator-rosa-pena) +(\S{20})$/m.exec(naming.output()) ?? [];
    expect((await call(address, { name: reader, password: word }, 'GET', '/network')).status).toBe(200);
    for (const account of made) expect((await call(address, account, 'GET', '/_session')).json).toMatchObject({ userCtx: { name: account.name } });
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.output()).toMatch(/Everything is saved[^]*Todo quedó guardado/);
  });

  it('says in both languages what is in its way', async () => {
    const data = await folder();
    const address = await addressOf(hub(data));
    const second = hub(data);
    expect([await second.ended, second.output()]).toEqual([1, like(/already running with this data folder[^]*Ya hay/)]);
    const third = hub(await folder(), '--port', new URL(address).port);
    expect([await third.ended, third.output()]).toEqual([1, like(/already uses this port[^]*Otro programa/)]);
    const odd = start(['--colour', 'red'], AS_NPM_DOES);
    expect([await odd.ended, odd.output()]).toEqual([1, like(/not understood[^]*npm run hub/)]);
  });
});
