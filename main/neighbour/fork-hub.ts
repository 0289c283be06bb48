import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { HubProcess } from './messages.ts';

/** Starts the hub's process with Node itself, as the browser host runs: from the sources. */
export function forkHub(): HubProcess {
  const child = fork(fileURLToPath(new URL('./process.ts', import.meta.url)), {
    // tsx is found from here, wherever the program was started.
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let over = false;
  const listeners: (() => void)[] = [];
  const end = (): void => {
    if (over) return;
    over = true;
    for (const listener of listeners) listener();
  };
  child.once('exit', end);
  child.once('error', end);
  return {
    send: (message) => {
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => listeners.push(listener),
    kill: () => child.kill('SIGKILL'),
  };
}
