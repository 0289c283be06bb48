import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testHost } from './testing.ts';

let folder = '';
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the browser host in a process of its own; `said` is all that a person at the terminal read so far. */
function run(port: number, dataFolder = folder): { child: ChildProcess; said: () => string; ended: Promise<unknown[]> } {
  const script = `
    const { runBrowserHost } = await import(${JSON.stringify(new URL('./run.ts', import.meta.url).href)});
    const host = await runBrowserHost({
      port: ${port}, dataFolder: ${JSON.stringify(dataFolder)}, policy: '', pages: () => () => undefined,
      info: { version: '1', builtAt: '', platform: '' }, say: (line) => console.log(line),
    });
    if (host === null) process.exit(1);
    console.log(host.address);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  const hear = (piece: unknown): void => void (said += String(piece));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return { child, said: () => said, ended: once(child, 'exit') };
}

describe('the browser host at a terminal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends at once and cleanly on %s, with a page still holding a connection', async (signal) => {
    const { child, said, ended } = run(0);
    await expect.poll(said, { timeout: 20_000 }).toMatch(/#key=/);
    // A request that is never answered holds its connection open.
    const waiting = fetch(new URL('/', said().trim())).catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(await waiting).toBe('ended');
  });

  it('says in both languages that its port is taken, how to take another, and fails', async () => {
    const other = await testHost();
    const { said, ended } = run(other.host.port);
    expect(await ended).toEqual([1, null]);
    expect(said()).toContain(`already open: look for http://127.0.0.1:${other.host.port}`);
    expect(said()).toContain(`busque http://127.0.0.1:${other.host.port}`);
    expect(said()).toContain(`--port ${other.host.port + 1}`);
    expect(said()).not.toContain('    at ');
    await other.stop();
  });

  it('says so when its folder cannot be used', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { said, ended } = run(0, join(file, 'data'));
    expect(await ended).toEqual([1, null]);
    expect(said()).toContain('No se cambió nada');
  });
});
