import { spawn } from 'node:child_process';

/** Runs a program with its output on ours; resolves with its exit code (1 when it could not start or was killed). */
export function runStep(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program of node_modules/.bin. */
export function runTool(name: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<number> {
  return runStep(process.execPath, [`node_modules/.bin/${name}`, ...args], env);
}

/** A program whose output waits its turn, so that two at once can be read one after the other. */
export interface HeldTool {
  readonly code: Promise<number>;
  /** Prints what it has said so far, and from now on what it says. */
  release(): void;
}

/** Starts a program of node_modules/.bin whose output is held until it is released; the code is 1 when it could not start or was killed. */
export function startHeldTool(name: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): HeldTool {
  const child = spawn(process.execPath, [`node_modules/.bin/${name}`, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let held: string[] | null = [];
  const take = (chunk: string): void => {
    if (held) held.push(chunk);
    else process.stdout.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const code = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (ended) => resolve(ended ?? 1));
  });
  return {
    code,
    release() {
      for (const chunk of held ?? []) process.stdout.write(chunk);
      held = null;
    },
  };
}
