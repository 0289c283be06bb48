import { z } from 'zod';
import { recordBase } from './record.ts';

/**
 * A list of people that left the chapter as a file (domain §2.21 AuditEvent, §5.8): who and when are the record's, and how many,
 * which columns and why are kept; no names. It is written before the file, so that none leaves unnoticed.
 */
export const listExport = recordBase.extend({
  kind: z.literal('export'),
  exported: z.number().int().min(0),
  columns: z.array(z.string()).default([]),
  /** Organizers only. */
  exportReason: z.string(),
  /** `begun` says that nobody knows whether the file was saved. */
  outcome: z.enum(['begun', 'saved', 'cancelled']),
  /** When somebody said that the file is deleted. */
  fileGoneAt: z.string().optional(),
});
export type ListExport = z.infer<typeof listExport>;

/** Days after which whoever saved a list is asked to delete the file (domain §5.8). */
export const DELETE_AFTER_DAYS = 30;
const DAY = 24 * 3600 * 1000;

/** True when the file of an export should be deleted by now and nobody said that it is. */
export function isToDelete({ outcome, fileGoneAt, createdAt }: ListExport, now: Date): boolean {
  const made = Date.parse(createdAt ?? '');
  return outcome !== 'cancelled' && fileGoneAt === undefined && (Number.isNaN(made) || now.getTime() - made >= DELETE_AFTER_DAYS * DAY);
}
