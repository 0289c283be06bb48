import { z } from 'zod';
import { BASE_MERGE_RULES, type MergeRules } from './merging.ts';
import { bilingual, recordBase } from './record.ts';

/** A chapter's own settings (domain §2.1); one record, whose id is the same on every PC of the chapter. */
export const settings = recordBase.extend({
  kind: z.literal('settings'),
  chapterName: bilingual,
  /** Contact lines printed on every paper (domain §3.0). */
  letterhead: z.object({ phone: z.string().default(''), email: z.string().default(''), address: z.string().default('') }),
  /** Three digits put before a phone of seven (domain §6.5). */
  areaCode: z.string().default(''),
  paper: z.enum(['letter', 'legal', 'a4']).default('letter'),
  /** True for a chapter of invented people, made for practice. */
  practice: z.boolean().optional(),
});
export type Settings = z.infer<typeof settings>;

/** A PC of the chapter. Its letter begins the codes on the papers it prints (design §3). */
export const device = recordBase.extend({
  kind: z.literal('device'),
  /** The name on the PC's sticker. */
  name: z.string(),
  letter: z.string().length(1),
  /** How many sheet codes this PC has given out. */
  codesGiven: z.number().int().min(0).default(0),
});
export type Device = z.infer<typeof device>;

/** One import of a list, so that the whole of it can be undone. No names, no file content. */
export const importBatch = recordBase.extend({
  kind: z.literal('import'),
  /** Rows that became people, and rows that could not be read. */
  added: z.number().int().min(0),
  refused: z.number().int().min(0),
  state: z.enum(['running', 'done', 'undone']),
});
export type ImportBatch = z.infer<typeof importBatch>;

/** A field changed on two PCs to different values; a person settles it (design §4). Never dropped. */
export const review = recordBase.extend({
  kind: z.literal('review'),
  record: z.string(),
  field: z.string(),
  /** Key of the list item concerned, when the field is a list. */
  item: z.string().optional(),
  /** The provisional winner's value first. JSON texts, since any field may be concerned. */
  values: z.array(z.string()),
  settledAt: z.string().optional(),
});
export type Review = z.infer<typeof review>;

/** The collection `office` holds several small families, told apart by `kind`. */
export type OfficeRecord = Settings | Device | ImportBatch | Review;

export const OFFICE_MERGE_RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  codesGiven: { rule: 'greatest' },
  values: { rule: 'union' },
  settledAt: { rule: 'greatest' },
};
