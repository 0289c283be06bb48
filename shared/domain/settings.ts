import { z } from 'zod';
import { bilingual, recordBase, type Bilingual } from './record.ts';

export const PAPER_CHOICES = ['letter', 'legal', 'a4'] as const;

/** What is kept only for a time, with the number that this app proposes; the chapter's board decides (domain §5.6). */
export const RETENTION = [
  { of: 'papers', unit: 'days', usual: 30 },
  { of: 'home_addresses', unit: 'days', usual: 7 },
  { of: 'calls', unit: 'months', usual: 12 },
  { of: 'one_to_ones', unit: 'months', usual: 24 },
  { of: 'private_notes', unit: 'months', usual: 12 },
  { of: 'attendance', unit: 'months', usual: 36 },
  { of: 'inactive_contacts', unit: 'months', usual: 24 },
  { of: 'minors', unit: 'months', usual: 12 },
  { of: 'money', unit: 'months', usual: 84 },
] as const;

/** A full given name and what people call it, as the chapter added it to the table (domain §6.4 step 2). */
export const ownNickname = z.object({
  /** Made of both names, so that the same pair added on two PCs is one. */
  key: z.string(),
  name: z.string(),
  short: z.string(),
});
export type OwnNickname = z.infer<typeof ownNickname>;

/**
 * A chapter's own settings (domain §2.1); one record, whose id is the same on every PC of the chapter. Each thing that two
 * PCs may change apart from each other is a field or a keyed item of its own, since an object is merged as a whole. Read
 * them through {@link effectiveSettings}: what nobody set is not there.
 */
export const settings = recordBase.extend({
  kind: z.literal('settings'),
  chapterName: bilingual,
  /** The contact lines as they were before each had its own field; a line's own field goes before it. */
  letterhead: z.object({ phone: z.string().default(''), email: z.string().default(''), address: z.string().default('') }).optional(),
  /** Contact lines printed on every paper (domain §3.0). */
  phone: z.string().optional(),
  email: z.string().optional(),
  address: z.string().optional(),
  /** Further lines of the letterhead, one under the other. */
  moreLines: z.string().optional(),
  /** Legal name of who receives donations for the chapter (domain §1.3 C52). */
  fiscalSponsor: z.string().optional(),
  receiptText: bilingual.optional(),
  /** Three digits put before a phone of seven (domain §6.5). */
  areaCode: z.string().default(''),
  paper: z.enum(PAPER_CHOICES).default('letter'),
  /** The language that comes first on papers; without it that of the screen. */
  defaultLanguage: z.enum(['es', 'en']).optional(),
  weekStart: z.enum(['sunday', 'monday']).optional(),
  /** Month in which the chapter's year begins, 1 to 12. */
  fiscalYearStart: z.number().int().min(1).max(12).optional(),
  /** Numbers of {@link RETENTION} that the board changed, in the row's own unit. */
  retention: z.array(z.object({ of: z.string(), keep: z.number().int().min(0) })).optional(),
  /** Percent of those who say yes who really come (domain §2.11). */
  showFactor: z.number().int().min(1).max(100).optional(),
  /** Groups of fewer people are not shown in reports by themselves (domain §4). */
  smallCellMin: z.number().int().min(1).optional(),
  ownNicknames: z.array(ownNickname).optional(),
  /** Built-in pairs that the chapter switched off, as `name short`. */
  nicknamesOff: z.array(z.string()).optional(),
  /** True where organizers may save lists of people as files; off until an administrator switches it on (domain §5.8). */
  listsMayLeave: z.boolean().optional(),
  /** True for a chapter of invented people, made for practice. */
  practice: z.boolean().optional(),
});
export type Settings = z.infer<typeof settings>;

/** Printed at the top of papers: empty texts for what is not known. */
export interface Letterhead {
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly lines?: readonly string[];
}

/** A row of what is kept how long. */
export interface Retained {
  readonly of: (typeof RETENTION)[number]['of'];
  readonly unit: 'days' | 'months';
  readonly usual: number;
  readonly keep: number;
}

/** The settings as they hold: with the usual value where the chapter chose none. */
export interface EffectiveSettings {
  readonly chapterName: Bilingual;
  readonly letterhead: Letterhead;
  readonly moreLines: string;
  readonly fiscalSponsor: string;
  readonly receiptText: Bilingual;
  readonly areaCode: string;
  readonly paper: (typeof PAPER_CHOICES)[number];
  readonly defaultLanguage: 'es' | 'en' | undefined;
  readonly weekStart: 'sunday' | 'monday';
  readonly fiscalYearStart: number;
  readonly retention: readonly Retained[];
  readonly showFactor: number;
  readonly smallCellMin: number;
  readonly ownNicknames: readonly OwnNickname[];
  readonly nicknamesOff: readonly string[];
}

/** Reads a settings record of any version: what it does not have is as the domain says (§2.1, §2.11, §5.6). */
export function effectiveSettings(record: Settings): EffectiveSettings {
  const { phone, email, address } = record.letterhead ?? {};
  const moreLines = record.moreLines ?? '';
  const kept = new Map((record.retention ?? []).map(({ of, keep }) => [of, keep]));
  return {
    chapterName: record.chapterName,
    letterhead: {
      phone: record.phone ?? phone ?? '',
      email: record.email ?? email ?? '',
      address: record.address ?? address ?? '',
      lines: moreLines.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    },
    moreLines,
    fiscalSponsor: record.fiscalSponsor ?? '',
    receiptText: record.receiptText ?? { es: '', en: '' },
    areaCode: record.areaCode ?? '',
    paper: record.paper ?? 'letter',
    defaultLanguage: record.defaultLanguage,
    weekStart: record.weekStart ?? 'sunday',
    fiscalYearStart: record.fiscalYearStart ?? 1,
    retention: RETENTION.map((row) => ({ ...row, keep: kept.get(row.of) ?? row.usual })),
    showFactor: record.showFactor ?? 50,
    smallCellMin: record.smallCellMin ?? 5,
    ownNicknames: record.ownNicknames ?? [],
    nicknamesOff: record.nicknamesOff ?? [],
  };
}

/** The list of changed numbers with another one; a row that is as usual is left out. */
export function withRetention(now: Settings['retention'], of: Retained['of'], keep: number): NonNullable<Settings['retention']> {
  const usual = RETENTION.find((row) => row.of === of)?.usual;
  const others = (now ?? []).filter((row) => row.of !== of);
  return keep === usual ? others : [...others, { of, keep }];
}
