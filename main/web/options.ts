import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import type { SharingOptions } from '../neighbour/sharing.ts';
import { USUAL_PORT, usualDataFolder } from '../machine/data-folder.ts';

/** How the program is to run, from the words after `npm start --`. */
export interface StartOptions {
  /** The browser host was asked for, whether or not Electron is there. */
  readonly web: boolean;
  readonly port: number;
  readonly dataFolder: string;
  /** Whether the folder was named, rather than being the usual one. */
  readonly ownFolder: boolean;
  /** Where this PC listens and announces itself when it shares with the others: another network than all, another port. */
  readonly shareAt: SharingOptions;
  /** Whether a browser may be started. */
  readonly open: boolean;
}

export const USAGE = 'npm start -- [--web] [--port 4747] [--data DIR] [--share-at 192.168.1.20:5986] [--no-open]';

/** Reads the words; null when they are none that the program knows ({@link USAGE}). `--port 0` takes any free port. */
export function readOptions(words: readonly string[]): StartOptions | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        web: { type: 'boolean', default: false },
        port: { type: 'string', default: String(USUAL_PORT) },
        data: { type: 'string' },
        'share-at': { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) return null;
    const dataFolder = values.data === undefined ? usualDataFolder(port) : resolve(values.data);
    const shareAt = readShareAt(values['share-at']);
    if (shareAt === null) return null;
    return { web: values.web, port, dataFolder, ownFolder: values.data !== undefined, shareAt, open: !values['no-open'] };
  } catch {
    return null;
  }
}

/** `127.0.0.1:0`: an IPv4 address of this PC and a port, 0 for any free one; null when it is none. */
function readShareAt(given: string | undefined): SharingOptions | null {
  if (given === undefined) return {};
  const [, host = '', port = ''] = /^(\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})$/.exec(given) ?? [];
  if (host === '' || Number(port) > 65_535) return null;
  return { host, port: Number(port), ...(host === '0.0.0.0' ? {} : { multicast: { interface: host } }) };
}
