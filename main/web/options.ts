import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { USUAL_PORT, usualDataFolder } from '../machine/data-folder.ts';

/** How the program is to run, from the words after `npm start --`. */
export interface StartOptions {
  /** The browser host was asked for, whether or not Electron is there. */
  readonly web: boolean;
  readonly port: number;
  readonly dataFolder: string;
  /** Whether the folder was named, rather than being the usual one. */
  readonly ownFolder: boolean;
  /** Whether a browser may be started. */
  readonly open: boolean;
}

export const USAGE = 'npm start -- [--web] [--port 4747] [--data DIR] [--no-open]';

/** Reads the words; null when they are none that the program knows ({@link USAGE}). `--port 0` takes any free port. */
export function readOptions(words: readonly string[]): StartOptions | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        web: { type: 'boolean', default: false },
        port: { type: 'string', default: String(USUAL_PORT) },
        data: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) return null;
    const dataFolder = values.data === undefined ? usualDataFolder(port) : resolve(values.data);
    return { web: values.web, port, dataFolder, ownFolder: values.data !== undefined, open: !values['no-open'] };
  } catch {
    return null;
  }
}
