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
