import type { AppInfo } from '../../shared/host.ts';
import { endWithNpm } from '../machine/end-with-npm.ts';
import { openMachine } from '../machine/machine.ts';
import { forkHub } from '../neighbour/fork-hub.ts';
import { startBrowserHost, type BrowserHost, type BrowserHostOptions } from './server.ts';
import type { StartOptions } from './options.ts';

export interface RunOptions extends Pick<StartOptions, 'port' | 'dataFolder'>, Partial<Pick<StartOptions, 'shareAt'>>, Pick<BrowserHostOptions, 'policy' | 'pages'> {
  readonly info: AppInfo;
  /** Where sentences for the person at the terminal go. */
  readonly say: (line: string) => void;
}

/**
 * Runs the browser host until the process is told to end (Ctrl-C, SIGTERM), which ends it with exit code 0. Resolves
 * once it serves; null, with a sentence said, when it cannot. No language is known yet, so sentences are in both.
 */
export async function runBrowserHost({ port, dataFolder, shareAt, info, say, policy, pages }: RunOptions): Promise<BrowserHost | null> {
  try {
    const machine = await openMachine(dataFolder, info, { sharing: { spawn: forkHub, ...shareAt } });
    const host = await startBrowserHost({ port, machine, policy, pages });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        // Connections that became something else (a developer's page updates) do not end with the server.
        setTimeout(() => process.exit(0), 500);
        void Promise.all([host.stop(), machine.end()]).finally(() => process.exit(0));
      });
    }
    endWithNpm();
    return host;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    for (const line of sentences(code, port, dataFolder)) say(line);
    if (code === '') throw error;
    return null;
  }
}

function sentences(code: string, port: number, dataFolder: string): string[] {
  if (code === 'EADDRINUSE') {
    return [
      `Another program uses port ${port}. It may be a Convoca that is already open: look for http://127.0.0.1:${port} in your browser.`,
      `For a second office on this computer: npm start -- --port ${port + 1} --data FOLDER`,
      `Otro programa usa el puerto ${port}. Puede ser un Convoca que ya está abierto: busque http://127.0.0.1:${port} en su navegador.`,
      `Para una segunda oficina en esta computadora: npm start -- --port ${port + 1} --data CARPETA`,
    ];
  }
  return [
    `Convoca cannot start: its folder ${dataFolder} or port ${port} cannot be used (${code}). Nothing was changed. Choose others with --data and --port.`,
    `Convoca no puede iniciar: no se puede usar su carpeta ${dataFolder} o el puerto ${port} (${code}). No se cambió nada. Elija otros con --data y --port.`,
  ];
}
