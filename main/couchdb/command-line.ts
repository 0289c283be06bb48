import { parseArgs } from 'node:util';
import { erasedMark } from '../../shared/sync/validation/erased-mark.js';
import type { ErasedMarks } from '../../shared/sync/validation/parameters.ts';
import { MOST_DEVICES } from '../hub/account-making.ts';
import type { ChapterWish } from './chapter-plan.ts';
import { CouchProblem } from './couch-problem.ts';
import type { ProvisionWish } from './provision.ts';
import type { Mode } from './step.ts';

/** What the command line says: the server, perhaps with name and password, and what is wished of it. */
export interface CommandLine {
  readonly server: { readonly address: string; readonly name: string; readonly password: string | null };
  /** What the slips give as the server's address: the one by which offices reach it. */
  readonly told: string;
  readonly wish: ProvisionWish;
}

const TEXT = { type: 'string' } as const;
const LIST = { type: 'string', multiple: true } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = {
  url: TEXT,
  address: TEXT,
  network: TEXT,
  chapter: TEXT,
  id: TEXT,
  devices: TEXT,
  erase: LIST,
  coordinator: LIST,
  'new-password': LIST,
  'remove-account': LIST,
  check: FLAG,
  'dry-run': FLAG,
} as const;

const RECORD_ID = /^[a-z]+:[a-z0-9]{16,64}$/;
const CHAPTER_ID = /^[a-z0-9]{8,40}$/;
const USUAL_ADMIN = 'admin';

/** Reads the command line. Throws `wrong-option` with the option it is about, or `no-address`. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const values = parse(args);
  const chapter = values.chapter === undefined ? null : chapterWish(values.chapter, values.id, values.devices, values.erase ?? []);
  if (chapter === null) for (const name of ['id', 'devices', 'erase'] as const) if (values[name] !== undefined) throw wrong(`--${name}`);
  const mode = modeOf(values.check === true, values['dry-run'] === true);
  const [renew, remove] = [values['new-password'] ?? [], values['remove-account'] ?? []];
  if (mode === 'check' && (renew.length > 0 || remove.length > 0)) throw wrong('--check');
  const network = values.network?.trim() ?? '';
  if (network === '' || network.length > 120) throw wrong('--network');
  const server = serverIn(values.url);
  const told = values.address === undefined ? server.address : serverIn(values.address).address;
  return { server, told, wish: { mode, network, chapter, coordinators: values.coordinator ?? [], renew, remove } };
}

function parse(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (cause) {
    throw new CouchProblem('wrong-option', '', { cause });
  }
}

function modeOf(check: boolean, dryRun: boolean): Mode {
  if (check && dryRun) throw wrong('--check --dry-run');
  if (check) return 'check';
  return dryRun ? 'dry-run' : 'make';
}

function chapterWish(title: string, id: string | undefined, devices: string | undefined, erase: readonly string[]): ChapterWish {
  const plainTitle = title.trim();
  if (plainTitle === '' || plainTitle.length > 120) throw wrong('--chapter');
  // As people read it out: in groups, with spaces or hyphens between.
  const plainId = id?.replace(/[\s-]/g, '').toLowerCase() ?? null;
  if (plainId !== null && !CHAPTER_ID.test(plainId)) throw wrong('--id');
  const count = devices === undefined ? null : /^[0-9]{1,3}$/.test(devices) ? Number(devices) : 0;
  if (count !== null && (count < 1 || count > MOST_DEVICES)) throw wrong('--devices');
  return { title: plainTitle, id: plainId, devices: count, erased: marksOf(erase) };
}

function marksOf(ids: readonly string[]): ErasedMarks {
  for (const id of ids) if (!RECORD_ID.test(id)) throw wrong('--erase');
  return Object.fromEntries(ids.map((id) => [erasedMark(id), 1 as const]));
}

function serverIn(text: string | undefined): CommandLine['server'] {
  if (text === undefined || !URL.canParse(text)) throw new CouchProblem('no-address');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') throw new CouchProblem('no-address');
  const [name, password] = [url.username, url.password].map((part) => decodeURIComponent(part));
  return { address: (url.origin + url.pathname).replace(/\/+$/, ''), name: name || USUAL_ADMIN, password: password || null };
}

function wrong(option: string): CouchProblem {
  return new CouchProblem('wrong-option', option);
}
