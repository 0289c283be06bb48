import { z } from 'zod';
import { BASE_MERGE_RULES, type MergeRules } from './merging.ts';
import { recordBase } from './record.ts';

/** Ticks of one line of the sign-in sheet (domain §3.1, §2.6). */
export const rowTicks = z.object({
  call: z.boolean().optional(),
  message: z.boolean().optional(),
  firstTime: z.boolean().optional(),
  es: z.boolean().optional(),
  en: z.boolean().optional(),
  host: z.boolean().optional(),
});
export type RowTicks = z.infer<typeof rowTicks>;

/**
 * One line of a sheet page (domain §2.6). `n` is the number printed on the paper.
 * `linked` and `new` name a person, `later` waits for a decision; anonymous and unreadable lines are legal and counted.
 */
export const sheetRow = z.object({
  n: z.number().int().min(1),
  asWritten: z.string().default(''),
  person: z.string().optional(),
  state: z.enum(['linked', 'new', 'later', 'unreadable', 'anonymous']),
  phoneAsWritten: z.string().optional(),
  institution: z.string().optional(),
  /** What stands in the institution's place when it is none that the chapter knows. */
  institutionAsWritten: z.string().optional(),
  ticks: rowTicks.optional(),
});
export type SheetRow = z.infer<typeof sheetRow>;

/** One printed page of an attendance sheet, typed by one clerk: one record a page, not one a line (design §3). */
export const sheet = recordBase.extend({
  meeting: z.string(),
  /** The code printed in the page's corner, such as `AK7QX-2` (see `paper-code.ts`). */
  code: z.string(),
  pageNo: z.number().int().min(1),
  pages: z.number().int().min(1),
  variant: z.enum(['blank', 'prefilled']),
  /** Lines the paper has, filled or not. */
  printedRows: z.number().int().min(0),
  /** Ids of the people printed on lines 1…; line n is `preprinted[n - firstRow]`. */
  preprinted: z.array(z.string()).default([]),
  /** Number of the page's first line; lines are numbered through over all pages. */
  firstRow: z.number().int().min(1).default(1),
  /** Filled lines that the clerk counted before typing. */
  linesOnPaper: z.number().int().min(0).optional(),
  rows: z.array(sheetRow).default([]),
  typedBy: z.string().optional(),
  state: z.enum(['printed', 'typing', 'typed', 'checked', 'paper_destroyed']).default('printed'),
});
export type Sheet = z.infer<typeof sheet>;

export const SHEET_MERGE_RULES: MergeRules = {
  ...BASE_MERGE_RULES,
  rows: { rule: 'rows', key: 'n', blank: { asWritten: '', state: 'later' } },
};
