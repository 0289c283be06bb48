import { z } from 'zod';
import { randomToken } from '../../domain/record.ts';
import type { RecordPouch } from '../../store/pouch.ts';
import { databaseId } from '../../store/snapshot.ts';
import { fromBase64, readySodium, toBase64 } from '../../store/sodium.ts';
import { packEntries, unpackEntries, type Having } from './having.ts';
import type { StickAbout } from './stick-frames.ts';

/**
 * What this PC remembers of sticks, in `_local` documents of the chapter's database, which are never replicated: they
 * are lost, or go back to an older state, together with the records that they speak of.
 */
const notes = z.object({
  /** PouchDB's name for the database; another one after rows were lost (ADR 14). */
  database: z.string(),
  life: z.string(),
  number: z.number(),
  /** The last file that was saved whole. */
  saved: z.object({ bundle: z.string(), at: z.string(), records: z.number() }).nullable(),
  /** Files read to their end, the newest last. */
  read: z.array(z.string()),
  /** A file of which only the beginning was read: its first frames are here. */
  reading: z.object({ bundle: z.string(), frames: z.number(), brought: z.number() }).nullable(),
  /** By device record's id: what the PCs said in the files that came from them. */
  others: z.record(z.string(), z.object({ life: z.string(), number: z.number(), heardAt: z.string(), read: z.array(z.string()) })),
});
export type StickNotes = z.infer<typeof notes>;

const LOCAL_ID = '_local/convoca-stick';
const READ_KEPT = 100;

/** The notes; fresh ones, under which this PC has read nothing, where the database is another than they were made for. */
export async function readNotes(pouch: RecordPouch): Promise<StickNotes> {
  const [kept, database] = await Promise.all([pouch.get(LOCAL_ID).catch(() => null), databaseId(pouch)]);
  const { data } = notes.safeParse(kept);
  const fresh: StickNotes = { database, life: randomToken(20), number: 0, saved: null, read: [], reading: null, others: data?.others ?? {} };
  return data && data.database === database ? data : fresh;
}

/** Changes the notes and gives them back as they are then. */
export async function changeNotes(pouch: RecordPouch, change: (now: StickNotes) => Partial<StickNotes>): Promise<StickNotes> {
  const now = await readNotes(pouch);
  const next = { ...now, ...change(now) };
  await keepLocal(pouch, LOCAL_ID, next);
  return next;
}

/** The list of files read, with one more. */
export function withRead(read: readonly string[], bundle: string): string[] {
  return [...read.filter((one) => one !== bundle), bundle].slice(-READ_KEPT);
}

/** What that PC has, as it said itself last; null when it never said. */
export async function havingOf(pouch: RecordPouch, device: string): Promise<Having | null> {
  await readySodium();
  const kept = await pouch.get<{ entries: string }>(`${LOCAL_ID}-${device}`).catch(() => null);
  return kept && new Set(unpackEntries(fromBase64(kept.entries)));
}

/**
 * Takes in what a file says of the PC that wrote it. A newer file of the same life stands in place of what was said
 * before. Any other (an older one, or one of a PC that has lost records since or before) can only take away: what that
 * PC has is never overrated, whatever order files are read in.
 */
export async function noteHaving(pouch: RecordPouch, { device, life, number, savedAt, read }: StickAbout, said: Having): Promise<void> {
  const before = (await readNotes(pouch)).others[device];
  const earlier = await havingOf(pouch, device);
  const isNext = before === undefined || earlier === null || (before.life === life && number > before.number);
  const having = isNext ? said : new Set([...said].filter((entry) => earlier.has(entry)));
  await keepLocal(pouch, `${LOCAL_ID}-${device}`, { entries: toBase64(packEntries([...having])) });
  const isSameLife = before?.life === life;
  const other = {
    life,
    number: isSameLife ? Math.max(number, before.number) : number,
    heardAt: isNext || !before ? savedAt : before.heardAt,
    read: isNext ? read : [...new Set([...before.read, ...read])].slice(-READ_KEPT),
  };
  await changeNotes(pouch, ({ others }) => ({ others: { ...others, [device]: other } }));
}

async function keepLocal(pouch: RecordPouch, id: string, content: object): Promise<void> {
  const kept = await pouch.get(id).catch(() => null);
  await pouch.put({ ...content, _id: id, ...(kept ? { _rev: kept._rev } : {}) });
}
