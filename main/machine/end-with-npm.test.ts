import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

const SERVER = `import { createServer } from 'node:http';
import { endWithNpm } from './main/machine/end-with-npm.ts';
createServer().listen(0, '127.0.0.1');
endWithNpm();
console.log(process.pid);`;

/** A server started through a shell, as npm does; resolves with the shell's end and the server's process id. */
async function startThroughShell(env: NodeJS.ProcessEnv): Promise<{ readonly killShell: () => void; readonly pid: number }> {
  const command = `"${process.execPath}" --import tsx --input-type=module -e '${SERVER.replaceAll("'", '"')}'; true`;
  const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  const line = await new Promise<string>((resolve) => shell.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
  return { killShell: () => shell.kill('SIGKILL'), pid: Number(line) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test.skipIf(process.platform === 'win32')('a server that npm started ends when its shell is gone; one started directly goes on', async () => {
  const byNpm = await startThroughShell({ npm_lifecycle_event: 'start' });
  const direct = await startThroughShell({ npm_lifecycle_event: undefined });
  for (const { killShell } of [byNpm, direct]) killShell();
  for (let waited = 0; waited < 5_000 && isAlive(byNpm.pid); waited += 100) await pause(100);
  expect(isAlive(byNpm.pid)).toBe(false);
  expect(isAlive(direct.pid)).toBe(true);
  process.kill(direct.pid, 'SIGKILL');
});
