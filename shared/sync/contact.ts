import { z } from 'zod';

/** The database that all chapters of a network share with headquarters (design §7). */
export const NETWORK_DATABASE = 'network';

/** The shape of a contact document that this build writes. */
const FORM = 1;

/**
 * What one PC of a chapter tells headquarters of itself (domain §4.14): numbers, dates and short codes only. Nothing of
 * people, and no text that anybody typed; the servers' rule (`validation/record-rule.js`) refuses anything else.
 */
export interface OfficeFigures {
  readonly chapter: string;
  /** Record id of this PC. */
  readonly device: string;
  /** The letter on its sticker. */
  readonly letter: string;
  /** The account that headquarters gave it. */
  readonly account: string;
  readonly version: string;
  readonly schema: number;
  /** Records here that the server has not confirmed, and since when (ISO) the oldest waits. */
  readonly waiting: number;
  readonly waitingSince: string | null;
  /** Records that the server refuses. */
  readonly denied: number;
  /** ISO, as of when everything was at the server, and when everything was last compared with it. */
  readonly safeAt: string | null;
  readonly verifiedAt: string | null;
  readonly clockMinutes: number;
  /** A code of `SYNC_PROBLEMS`, and one of `GUARD_KINDS`. */
  readonly problem: string | null;
  readonly guard: string | null;
  /** Questions that a person of the chapter has not settled yet. */
  readonly reviews: number;
  /** Collection → records. */
  readonly totals: Readonly<Record<string, number>>;
}

const CODE = /^[a-z][a-z0-9._-]{0,31}$/;
const VERSION = /^[0-9]{1,4}([.][0-9]{1,5}){1,3}(-[a-z0-9.]{1,16})?$/;
const MOMENT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?Z$/;

/** `contact:<chapter>-<random characters of the PC's record id>`: says which chapter may write it, and nothing else. */
export const CONTACT_ID = /^contact:([a-z0-9]{8,40})-([a-z0-9]{16,64})$/;

/** Id of the contact document of a PC. `device`: its record id. */
export function contactId(chapter: string, device: string): string {
  return `contact:${chapter}-${device.slice(device.indexOf(':') + 1)}`;
}

/**
 * The document that tells headquarters of this PC, without its revision. `at`: now by the server's clock; `here`: by
 * this PC's, both in ms since 1970. A year that no calendar has, from a broken clock, is left out rather than refused.
 */
export function contactDocument(figures: OfficeFigures, at: number, here: number): Readonly<Record<string, unknown>> {
  const { chapter, device, letter, account, version, waitingSince, safeAt, verifiedAt, problem, guard, ...numbers } = figures;
  return {
    ...numbers,
    _id: contactId(chapter, device),
    form: FORM,
    chapter,
    letter: fitting(letter.toLowerCase(), CODE),
    account: fitting(account, CODE),
    version: fitting(version, VERSION),
    at: moment(at),
    atHere: moment(here),
    waitingSince: fitting(waitingSince, MOMENT),
    safeAt: fitting(safeAt, MOMENT),
    verifiedAt: fitting(verifiedAt, MOMENT),
    problem: fitting(problem, CODE),
    guard: fitting(guard, CODE),
  };
}

function fitting(text: string | null, form: RegExp): string | null {
  return text !== null && form.test(text) ? text : null;
}

function moment(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : fitting(date.toISOString(), MOMENT);
}

const when = z.string().regex(MOMENT).nullable().catch(null);
const code = z.string().nullable().catch(null);
const count = z.number().int().min(0).catch(0);

/** A contact document as headquarters reads it: of a newer Convoca too, and whatever is missing is nothing. */
const readContact = z
  .object({
    _id: z.string().regex(CONTACT_ID),
    chapter: z.string(),
    letter: code,
    account: code,
    version: code,
    schema: count,
    at: when,
    waiting: count,
    waitingSince: when,
    denied: count,
    safeAt: when,
    verifiedAt: when,
    clockMinutes: count,
    problem: code,
    guard: code,
    reviews: count,
    totals: z.record(z.string(), z.number()).catch({}),
  })
  .transform(({ _id, ...contact }) => ({ ...contact, device: CONTACT_ID.exec(_id)?.[2] ?? '' }));

/** What a PC last told headquarters; `at` is when, by the server's clock. */
export type Contact = z.infer<typeof readContact>;

/** Reads a document of the network's database; null when it is no contact. */
export function contactOf(document: unknown): Contact | null {
  const read = readContact.safeParse(document);
  return read.success ? read.data : null;
}
