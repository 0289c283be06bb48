import type { RecordBase } from '../domain/record.ts';
import type { OfficeRecord, Review } from '../domain/office.ts';
import type { CollectionName } from './chapter-types.ts';
import { COLLECTION_NAMES, FAMILIES } from './families.ts';
import { entriesOf, type HeldRecord } from './history.ts';
import type { OpenedChapter } from './open-records.ts';
import type { RecordPouch } from './pouch.ts';

/** How long the bin keeps a record (domain §6.3). */
export const BIN_DAYS = 30;
const DAY = 24 * 3600 * 1000;
/** A longer silence than this may be a clock that leapt: the first look after it only notes. */
const MOST_DAYS_BETWEEN_LOOKS = 45;
const LOCAL_ID = '_local/bin';
const BATCH = 200;

/** What people put in the bin of the office; its other records (settings, PCs, users, keys, reviews) never leave so. */
const BINNED_IN_OFFICE = /^(consent|ladder|skill|status|team|cluster|cycle|view):/;

/** What the emptying of the bin must know of this PC. */
export interface BinLook {
  readonly now: Date;
  /** ISO date of the build; a clock earlier than that is wrong (domain §6.7). */
  readonly builtAt: string;
  /** True when a server that was asked disagrees about the day. */
  readonly isClockDoubted: boolean;
}

/** Notes of the daily looks: on which day the last was, and since which day each record of others was seen in the bin. */
interface Noted {
  readonly looked: number;
  readonly seen: Readonly<Record<string, number>>;
}

type LookingChapter = Pick<OpenedChapter, 'collections' | 'device' | 'held' | 'erase' | 'pouch'>;

/** Days that a record still stays in the bin, at least 0; of a time that cannot be read all of them. */
export function daysLeft(deletedAt: string, now: Date): number {
  const gone = Math.floor((now.getTime() - Date.parse(deletedAt)) / DAY);
  return Math.max(0, Math.min(BIN_DAYS, BIN_DAYS - (Number.isNaN(gone) ? 0 : gone)));
}

/** True when this PC has not looked yet on the day of `now`. */
export async function isLookDue(pouch: RecordPouch, now: Date): Promise<boolean> {
  return (await notedIn(pouch))?.looked !== dayOf(now);
}

/**
 * The daily look into the bin: what has lain there for 30 days is erased everywhere. Never while this PC's clock is in
 * doubt, never what a person still has to decide about, and what another PC put in only after it was seen here for
 * 30 days too, since that PC's clock may be wrong. Resolves with the ids that were erased.
 */
export async function lookIntoBin(chapter: LookingChapter, { now, builtAt, isClockDoubted }: BinLook): Promise<readonly string[]> {
  const today = dayOf(now);
  const noted = await notedIn(chapter.pouch);
  if (isClockDoubted || !(now.getTime() >= Date.parse(builtAt)) || (noted && noted.looked > today)) return [];
  const mayErase = noted === null || today - noted.looked <= MOST_DAYS_BETWEEN_LOOKS;
  const undecided = await undecidedRecords(chapter);
  const seen: Record<string, number> = {};
  const erased: string[] = [];
  for (const name of COLLECTION_NAMES) {
    const expired: string[] = [];
    for (const id of await idsInBin(chapter, name)) {
      const [held] = await chapter.held(name, [id]);
      if (!held) continue;
      const since = noted?.seen[id] ?? today;
      seen[id] = since;
      const { at, own } = binnedAt(held, FAMILIES[name].rules, chapter.device);
      if (await standsUnder(chapter, held)) continue;
      const isOver = now.getTime() - at >= BIN_DAYS * DAY && (own || today - since >= BIN_DAYS);
      if (mayErase && isOver && !undecided.has(id)) expired.push(id);
    }
    for (let from = 0; from < expired.length; from += BATCH) {
      await eraseWithReviews(chapter, name, expired.slice(from, from + BATCH));
    }
    for (const id of expired) delete seen[id];
    erased.push(...expired);
  }
  await note(chapter.pouch, { looked: today, seen });
  return erased;
}

/** Ids of records about which a person still has to decide something. */
export async function undecidedRecords(chapter: Pick<OpenedChapter, 'collections'>): Promise<ReadonlySet<string>> {
  const open = await chapter.collections.office.find({ selector: { kind: 'review', settledAt: { $exists: false } } }).exec();
  return new Set(open.map((document) => (document.toJSON() as Review).record));
}

/** Erases records for good, everywhere, and the reviews and merge records that hold values of theirs. */
export async function eraseWithReviews(chapter: Pick<OpenedChapter, 'collections' | 'erase'>, name: CollectionName, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  const holding = (await chapter.collections.office.find({ selector: { kind: { $in: ['review', 'merge'] } } }).exec())
    .map((document) => document.toJSON() as OfficeRecord)
    .filter((record) => (record.kind === 'review' && gone.has(record.record)) || (record.kind === 'merge' && (gone.has(record.survivor) || gone.has(record.absorbed))))
    .map(({ id }) => id);
  await chapter.erase('office', holding);
  await chapter.erase(name, ids);
}

/** True for the record of a person who was found to be somebody else that is here: what names it names that person (ADR 20). */
async function standsUnder(chapter: Pick<OpenedChapter, 'collections'>, { fields }: HeldRecord): Promise<boolean> {
  const into = fields['mergedInto'];
  if (typeof into !== 'string') return false;
  const survivor = await chapter.collections.people.findOne(into).exec();
  return survivor !== null && survivor.deletedAt === undefined;
}

async function idsInBin(chapter: Pick<OpenedChapter, 'collections'>, name: CollectionName): Promise<readonly string[]> {
  const collection = chapter.collections[name] as unknown as { find(query: object): { exec(): Promise<readonly { toJSON(): unknown }[]> } };
  const found = await collection.find({ selector: { deletedAt: { $exists: true } } }).exec();
  const ids = found.map((document) => (document.toJSON() as RecordBase).id);
  return name === 'office' ? ids.filter((id) => BINNED_IN_OFFICE.test(id)) : ids;
}

/**
 * Since when a record lies in the bin, in ms: never earlier than anything else that is known of it, so that a PC whose
 * clock is behind cannot shorten the 30 days. `own`: this PC put it there.
 */
function binnedAt(held: HeldRecord, rules: (typeof FAMILIES)[CollectionName]['rules'], device: string): { readonly at: number; readonly own: boolean } {
  const entries = entriesOf(held, rules);
  const put = entries.find(({ changes }) => changes.some(({ field }) => field === 'deletedAt'));
  const times = [held.fields['deletedAt'], held.fields['createdAt'], ...entries.map(({ at }) => at)].map((text) => Date.parse(String(text)));
  const isOwn = put !== undefined && device.slice(device.indexOf(':') + 1).startsWith(put.device.replace(/~.*$/, ''));
  return { at: Math.max(...times.filter((time) => !Number.isNaN(time))), own: isOwn };
}

async function notedIn(pouch: RecordPouch): Promise<Noted | null> {
  const found = await pouch.get(LOCAL_ID).catch(() => null);
  return found ? { looked: Number(found['looked']), seen: (found['seen'] ?? {}) as Noted['seen'] } : null;
}

async function note(pouch: RecordPouch, noted: Noted): Promise<void> {
  const found = await pouch.get(LOCAL_ID).catch(() => null);
  await pouch.put({ _id: LOCAL_ID, ...noted, ...(found ? { _rev: found._rev } : {}) });
}

/** Whole days since 1970, UTC. */
function dayOf(now: Date): number {
  return Math.floor(now.getTime() / DAY);
}
