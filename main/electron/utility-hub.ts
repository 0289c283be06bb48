import type { UtilityProcess } from 'electron';
import type { HubProcess, SpawnHub } from '../neighbour/messages.ts';

/** What of Electron starts a process that has Node and no window. */
export interface UtilityProcesses {
  fork(modulePath: string, args: string[], options: { stdio: 'ignore'; serviceName: string }): Pick<UtilityProcess, 'postMessage' | 'kill'> & {
    on(event: 'message', listener: (message: unknown) => void): unknown;
    once(event: 'exit', listener: () => void): unknown;
  };
}

/** Starts the hub's process as a utility process of the app, from its bundle. */
export function utilityHub(processes: UtilityProcesses, bundle: string): SpawnHub {
  return (): HubProcess => {
    const child = processes.fork(bundle, [], { stdio: 'ignore', serviceName: 'Convoca' });
    let over = false;
    child.once('exit', () => (over = true));
    return {
      send: (message) => {
        if (!over) child.postMessage(message);
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill: () => child.kill(),
    };
  };
}
