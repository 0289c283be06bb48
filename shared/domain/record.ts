import { z } from 'zod';

/** Kinds of records, the part of an id before the colon. Each belongs to one collection (design §3). */
export type RecordType =
  | 'person'
  | 'institution'
  | 'meeting'
  | 'sheet'
  | 'settings'
  | 'device'
  | 'user'
  | 'access'
  | 'import'
  | 'review'
  | 'consent'
  | 'ladder'
  | 'skill'
  | 'status'
  | 'merge'
  | 'team'
  | 'cluster'
  | 'cycle'
  | 'view'
  | 'export'
  | 'visit'
  | 'dues';

const ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const ID_LENGTH = 20;

/** `length` random characters of a 32-letter alphabet (5 bits each) without l, o, 0 and 1. */
export function randomToken(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join('');
}

/** A new record id, `<type>:<20 random characters>`; never made of a name, phone, date or place (domain §2.0). */
export function newRecordId(type: RecordType): string {
  return `${type}:${randomToken(ID_LENGTH)}`;
}

/** Where a record came from (domain §2.0): typed by hand, from a paper sheet, or from an imported list. */
export const recordSource = z.object({
  kind: z.enum(['typed', 'sheet', 'import']),
  /** The sheet's or the import's record id. */
  from: z.string().optional(),
});

/**
 * What every record carries besides its own fields. All of it is sealed; only id, chapter, schema and key numbers
 * stay in the clear (design §3). Wall times are shown to people and decide nothing (design §4).
 */
export const recordBase = z.object({
  id: z.string().max(64),
  createdAt: z.string().optional(),
  createdBy: z.string().optional(),
  updatedAt: z.string().optional(),
  updatedBy: z.string().optional(),
  source: recordSource.optional(),
  /** Set when the record lies in the bin. */
  deletedAt: z.string().optional(),
});
export type RecordBase = z.infer<typeof recordBase>;

/** Text that is printed for others exists in both languages; one may be empty (domain §2.0). */
export const bilingual = z.object({ es: z.string().default(''), en: z.string().default('') });
export type Bilingual = z.infer<typeof bilingual>;

/** A date that may be known only in part (domain §2.0). */
export const partialDate = z.object({
  y: z.number().int(),
  m: z.number().int().min(1).max(12).optional(),
  d: z.number().int().min(1).max(31).optional(),
  approx: z.boolean().optional(),
});
export type PartialDate = z.infer<typeof partialDate>;
