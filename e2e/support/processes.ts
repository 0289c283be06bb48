import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hubProgram } from '../../main/hub/testing/hub-program.ts';

/** A program that a journey started; it is ended by its own process id. */
export interface Running {
  readonly line: string;
  readonly process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts one of the repository's TypeScript programs and waits for the line of its output that `ready` finds. */
export function startProgram(file: string, args: readonly string[], ready: RegExp): Promise<Running> {
  return startNode(['--import', 'tsx', file], args, ready);
}

/** Starts the hub's program, as one file. */
export function startHub(args: readonly string[], ready: RegExp): Promise<Running> {
  return startNode([hubProgram()], args, ready);
}

async function startNode(program: readonly string[], args: readonly string[], ready: RegExp): Promise<Running> {
  const env = { ...process.env };
  delete env['DISPLAY'];
  const child = spawn(process.execPath, [...program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const line = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = said.split('\n').find((one) => ready.test(one));
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`${program.join(' ')} ended with ${String(code)}:\n${said}`)));
    setTimeout(() => reject(new Error(`${program.join(' ')} did not get ready:\n${said}`)), 120_000).unref();
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

/** Ends a process and all that it started, at once and without asking, as a power cut does. */
export function killTree(root: number): void {
  for (const id of [root, ...descendants(root)]) {
    try {
      process.kill(id, 'SIGKILL');
    } catch (problem) {
      // A child may have gone with its parent.
      if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
    }
  }
}

/** Where the system tells; elsewhere a browser's processes end when their parent has gone. */
function descendants(root: number): readonly number[] {
  if (process.platform !== 'linux') return [];
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    if (Number.isInteger(id)) parents.set(id, parentOf(id));
  }
  const found = [root];
  for (const id of found) found.push(...[...parents].filter(([, parent]) => parent === id).map(([child]) => child));
  return found.slice(1);
}

function parentOf(id: number): number {
  try {
    // "id (name) state parent …"; a name may hold spaces and brackets.
    const told = readFileSync(`/proc/${String(id)}/stat`, 'utf8');
    return Number(told.slice(told.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
