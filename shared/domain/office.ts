import { z } from 'zod';
import type { StatusChange } from './institution-changes.ts';
import type { MergeRecord } from './merged-people.ts';
import type { ListExport } from './list-export.ts';
import type { SavedView } from './saved-view.ts';
import type { Consent, LadderChange, SkillMark } from './person-changes.ts';
import type { Settings } from './settings.ts';
import type { Cluster, Cycle, Team } from './structure.ts';
import { BASE_MERGE_RULES, type MergeRules } from './merging.ts';
import { recordBase } from './record.ts';

/** A PC of the chapter. Its letter begins the codes on the papers it prints (design §3). */
export const device = recordBase.extend({
  kind: z.literal('device'),
  /** The name on the PC's sticker. */
  name: z.string(),
  letter: z.string().length(1),
  /** How many sheet codes this PC has given out. */
  codesGiven: z.number().int().min(0).default(0),
  /** How many receipt numbers this PC has given out. */
  receiptsGiven: z.number().int().min(0).optional(),
  /** True for a PC that was taken out of the chapter; its keys are listed in `revoked`. */
  removed: z.boolean().optional(),
  /** Keys that this PC held when it was taken out, as `part/number`; nothing new is sealed under them (design §5). */
  revoked: z.array(z.string()).optional(),
});
export type Device = z.infer<typeof device>;

/** One import of a list, so that the whole of it can be undone. No names, no file content. */
export const importBatch = recordBase.extend({
  kind: z.literal('import'),
  /** Rows that became people, and rows that could not be read. */
  added: z.number().int().min(0),
  refused: z.number().int().min(0),
  /** Rows that went to people who were here already. */
  updated: z.number().int().min(0).optional(),
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
  /**
   * The value that stands for now first. JSON texts, since any field may be concerned; `null` for "nothing". Of a field
   * that not everybody reads they are sealed as that field is: who lacks its key finds none here.
   */
  values: z.array(z.string()),
  /** Beside each value the PC that wrote it: the first characters of its device's id, as in the history. */
  devices: z.array(z.string()).optional(),
  settledAt: z.string().optional(),
  /** What was chosen, as in `values`. */
  chosen: z.string().optional(),
});
export type Review = z.infer<typeof review>;

/** Someone who opens this chapter with a passphrase of their own (domain §2.21). What opens the keys is in {@link access}. */
export const user = recordBase.extend({
  kind: z.literal('user'),
  name: z.string(),
  /** A code of `user_role`, see {@link chapterRole}. */
  role: z.string(),
  removed: z.boolean().optional(),
});
export type User = z.infer<typeof user>;

/** A private key under a passphrase or a recovery sheet, and the public key that belongs to it; base64url. */
export const keyLock = z.object({ p: z.string(), n: z.string(), c: z.string() });
export type KeyLock = z.infer<typeof keyLock>;

/** One key of the chapter in a sealed box to the public key `p`: part, number, box (base64url). */
export const keyBox = z.object({ p: z.string(), part: z.enum(['chapter', 'organizers', 'author']), k: z.number().int().positive(), c: z.string() });
export type KeyBox = z.infer<typeof keyBox>;

/**
 * How one user, or who holds a recovery sheet, comes to the chapter's keys (design §5). It says no name, since it is
 * sealed under the chapter's first key, which whoever was removed still knows (ADR 12). Its id has the token of the user's.
 */
export const access = recordBase.extend({
  kind: z.literal('access'),
  owner: z.enum(['user', 'recovery']),
  /** One; two only after two PCs changed the passphrase apart from each other. Empty once it is taken away. */
  locks: z.array(keyLock),
  boxes: z.array(keyBox),
  removed: z.boolean().optional(),
  /** Keys held until they were taken away, as `part/number`; nothing new is sealed under them. */
  revoked: z.array(z.string()).optional(),
});
export type Access = z.infer<typeof access>;

/** The collection `office` holds several small families, told apart by `kind`. */
export type OfficeRecord =
  | Settings
  | Device
  | User
  | Access
  | ImportBatch
  | Review
  | Consent
  | LadderChange
  | SkillMark
  | StatusChange
  | MergeRecord
  | Team
  | Cluster
  | Cycle
  | SavedView
  | ListExport;

/** Those of the office's records that are of one kind. */
export type OfficeRecordOf<K extends OfficeRecord['kind']> = Extract<OfficeRecord, { readonly kind: K }>;

export const OFFICE_MERGE_RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  codesGiven: { rule: 'greatest' },
  receiptsGiven: { rule: 'greatest' },
  locks: { rule: 'union' },
  boxes: { rule: 'union' },
  revoked: { rule: 'union' },
  removed: { rule: 'protective', safe: true },
  values: { rule: 'union' },
  settledAt: { rule: 'greatest' },
  // Chosen differently at two PCs, the record itself has two values again, and a new review.
  chosen: { rule: 'greatest' },
  isGiven: { rule: 'protective', safe: false },
  seats: { rule: 'union', key: 'key' },
  goals: { rule: 'union', key: 'key' },
  retention: { rule: 'union', key: 'of' },
  ownNicknames: { rule: 'union', key: 'key' },
  nicknamesOff: { rule: 'union' },
  moreLines: { rule: 'both-texts' },
  undoneAt: { rule: 'greatest' },
  listsMayLeave: { rule: 'protective', safe: false },
  fileGoneAt: { rule: 'greatest' },
  // Looked at on two PCs at once, either reading is as good: at worst something is offered once more.
  absorbedFields: { rule: 'greatest' },
  organizersAbsorbedFields: { rule: 'greatest' },
};
