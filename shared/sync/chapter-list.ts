import { z } from 'zod';
import { contactOf, type Contact } from './contact.ts';

/** Days without contact from which on the list says so, and from which on a PC counts as silent (domain §4.14). */
export const QUIET_DAYS = 7;
export const SILENT_DAYS = 30;
const DAY = 24 * 60 * 60_000;

/** What the network's database says: the PCs' contacts, and the chapters as headquarters wrote them down. */
export interface NetworkFigures {
  readonly contacts: readonly Contact[];
  readonly titles: readonly ChapterTitle[];
  /** ISO, when this was read, by the server's clock. */
  readonly readAt: string;
}

export interface ChapterTitle {
  readonly chapter: string;
  readonly title: string;
}

const rows = z.object({ rows: z.array(z.looseObject({ doc: z.unknown().optional() })) });
const titleDocument = z.object({ _id: z.string().startsWith('chapter:'), chapter: z.string().min(1), title: z.string().min(1) });

/** Reads an answer of `_all_docs` with documents; null when it is none. What is no contact and no title is passed over. */
export function networkFigures(answer: unknown, readAt: string): NetworkFigures | null {
  const read = rows.safeParse(answer);
  if (!read.success) return null;
  const documents = read.data.rows.map(({ doc }) => doc);
  const titles = documents.flatMap((document) => {
    const title = titleDocument.safeParse(document);
    return title.success ? [{ chapter: title.data.chapter, title: title.data.title }] : [];
  });
  return { contacts: documents.flatMap((document) => contactOf(document) ?? []), titles, readAt };
}

/** One PC of a chapter, with what the list marks of it. */
export interface DeviceRow extends Contact {
  /** Whole days since it was last in contact; null when it never said when. */
  readonly silentFor: number | null;
  readonly isOldVersion: boolean;
}

/** One chapter of the list. */
export interface ChapterRow {
  readonly chapter: string;
  /** As headquarters wrote it down, as the coordinator calls it here, or as its accounts begin; null when nothing is known. */
  readonly name: string | null;
  /** True where the name is headquarters' own, so that nobody needs to give another. */
  readonly isNamed: boolean;
  /** The one that spoke last first. */
  readonly devices: readonly DeviceRow[];
  /** ISO by the server's clock, null when none of its PCs was ever in contact. */
  readonly lastAt: string | null;
  readonly silentFor: number | null;
  /** Each version once, the newest first. */
  readonly versions: readonly { readonly version: string; readonly isOld: boolean }[];
  readonly waiting: number;
  readonly denied: number;
  /** As the PC that spoke last has them: every PC of a chapter holds all of its records. */
  readonly totals: Readonly<Record<string, number>>;
}

/**
 * The chapters, the longest silent first. `names`: chapter → what the coordinator calls it on this PC. Silence is
 * counted to `now` by the server's clock (ms), never by this PC's.
 */
export function chapterRows({ contacts, titles }: NetworkFigures, names: Readonly<Record<string, string>>, now: number): readonly ChapterRow[] {
  const newest = contacts.reduce<string | null>((best, { version }) => (version !== null && (best === null || isOlder(best, version)) ? version : best), null);
  const titleOf = new Map(titles.map(({ chapter, title }) => [chapter, title]));
  const ids = [...new Set([...titleOf.keys(), ...contacts.map(({ chapter }) => chapter)])];
  return ids.map((chapter) => rowOf(chapter, contacts, newest, titleOf.get(chapter) ?? null, names[chapter], now)).sort(longestSilenceFirst);
}

function rowOf(chapter: string, contacts: readonly Contact[], newest: string | null, title: string | null, called: string | undefined, now: number): ChapterRow {
  const devices = contacts
    .filter((contact) => contact.chapter === chapter)
    .sort((one, other) => (other.at ?? '').localeCompare(one.at ?? '') || one.device.localeCompare(other.device))
    .map((contact) => ({ ...contact, silentFor: daysSince(contact.at, now), isOldVersion: contact.version !== null && newest !== null && isOlder(contact.version, newest) }));
  const [last] = devices;
  const versions = [...new Set(devices.flatMap(({ version }) => version ?? []))].sort((one, other) => (isOlder(one, other) ? 1 : -1));
  return {
    chapter,
    name: title ?? called ?? accountName(devices),
    isNamed: title !== null,
    devices,
    lastAt: last?.at ?? null,
    silentFor: last?.silentFor ?? null,
    versions: versions.map((version) => ({ version, isOld: newest !== null && isOlder(version, newest) })),
    waiting: sum(devices.map(({ waiting }) => waiting)),
    denied: sum(devices.map(({ denied }) => denied)),
    totals: last?.totals ?? {},
  };
}

/** "Boston north" of the accounts `boston-north-1` and `boston-north-2`, which are headquarters' own. */
function accountName(devices: readonly Contact[]): string | null {
  const names = new Set(devices.flatMap(({ account }) => account?.replace(/-\d+$/, '') ?? []));
  const [only] = names;
  return names.size === 1 && only !== undefined ? only.charAt(0).toUpperCase() + only.slice(1).replaceAll('-', ' ') : null;
}

function daysSince(at: string | null, now: number): number | null {
  return at === null ? null : Math.max(0, Math.floor((now - Date.parse(at)) / DAY));
}

function longestSilenceFirst(one: ChapterRow, other: ChapterRow): number {
  const since = (one.lastAt ?? '').localeCompare(other.lastAt ?? '');
  return since || (one.name ?? one.chapter).localeCompare(other.name ?? other.chapter);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** Whether a version such as `1.9.2` is older than another, such as `1.10.0`; a beta is older than what it becomes. */
export function isOlder(version: string, than: string): boolean {
  const [one, other] = [partsOf(version), partsOf(than)];
  for (let i = 0; i < Math.max(one.numbers.length, other.numbers.length); i += 1) {
    const difference = (one.numbers[i] ?? 0) - (other.numbers[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  if (one.beta === other.beta) return false;
  return one.beta !== '' && (other.beta === '' || one.beta < other.beta);
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly beta: string } {
  const [numbers = '', ...beta] = version.split('-');
  return { numbers: numbers.split('.').map(Number), beta: beta.join('-') };
}
