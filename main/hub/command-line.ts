import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { usualDataFolder, USUAL_PORT } from '../machine/data-folder.ts';
import { MOST_DEVICES } from './account-making.ts';
import { HubProblem } from './hub-problem.ts';

const HUB_PORT = 5985;

/** What the person wants of the hub's command line. */
export type Wish =
  | { readonly kind: 'run'; readonly host: string; readonly port: number; readonly data: string }
  | {
      readonly kind: 'add-chapter';
      readonly title: string;
      readonly devices: number;
      readonly host: string;
      readonly port: number;
      readonly data: string;
    }
  | { readonly kind: 'add-coordinator'; readonly title: string; readonly host: string; readonly port: number; readonly data: string }
  | { readonly kind: 'erase'; readonly ids: readonly string[]; readonly data: string };

const RECORD_ID = /^[a-z]+:[a-z0-9]{16,64}$/;

/** Reads `[--host H] [--port P] [--data DIR]`, `add-chapter NAME [--devices N]`, `--coordinator NAME` or `erase ID…`. Throws `wrong-option`. */
export function readCommandLine(args: readonly string[]): Wish {
  const { values, positionals } = parse(args);
  const host = values.host ?? '127.0.0.1';
  const port = wholeNumber(values.port, HUB_PORT, 0, 65535);
  const data = values.data ?? join(usualDataFolder(USUAL_PORT), 'hub');
  const [command, title, ...more] = positionals;
  if (values.coordinator !== undefined) {
    if (command !== undefined || values.devices !== undefined) throw new HubProblem('wrong-option');
    return { kind: 'add-coordinator', title: values.coordinator, host, port, data };
  }
  if (command === 'erase') {
    const ids = positionals.slice(1);
    if (ids.length === 0 || !ids.every((id) => RECORD_ID.test(id))) throw new HubProblem('wrong-option');
    return { kind: 'erase', ids, data };
  }
  if (command === undefined && values.devices === undefined) return { kind: 'run', host, port, data };
  if (command !== 'add-chapter' || title === undefined || more.length > 0) throw new HubProblem('wrong-option');
  return { kind: 'add-chapter', title, devices: wholeNumber(values.devices, 2, 1, MOST_DEVICES), host, port, data };
}

interface Parsed {
  readonly values: { readonly host?: string; readonly port?: string; readonly data?: string; readonly devices?: string; readonly coordinator?: string };
  readonly positionals: readonly string[];
}

function parse(args: readonly string[]): Parsed {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { host: text, port: text, data: text, devices: text, coordinator: text } });
  } catch (cause) {
    throw new HubProblem('wrong-option', { cause });
  }
}

function wholeNumber(text: string | undefined, otherwise: number, least: number, most: number): number {
  if (text === undefined) return otherwise;
  const value = /^[0-9]{1,6}$/.test(text) ? Number(text) : -1;
  if (value < least || value > most) throw new HubProblem('wrong-option');
  return value;
}
