import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** A program that a journey started; it is ended by its own process id. */
export interface Running {
  readonly line: string;
  readonly process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts one of the repository's TypeScript programs and waits for the line of its output that `ready` finds. */
export async function startProgram(file: string, args: readonly string[], ready: RegExp): Promise<Running> {
  const env = { ...process.env };
  delete env['DISPLAY'];
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const line = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = said.split('\n').find((one) => ready.test(one));
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${String(code)}:\n${said}`)));
    setTimeout(() => reject(new Error(`${file} did not get ready:\n${said}`)), 120_000).unref();
  });
  return { line, process: child, stop: (signal = 'SIGTERM') => end(child, signal) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await ended;
}

/** A port on the loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
