import { z } from 'zod';
import { recordBase } from './record.ts';

/** A list of people under a name: what it is narrowed to, its columns, its order. Ids and codes only. */
export const savedView = recordBase.extend({
  kind: z.literal('view'),
  viewName: z.string(),
  /** Filter, columns and order as the people's list understands them; unknown members are kept. */
  filter: z.record(z.string(), z.unknown()).default({}),
  columns: z.array(z.string()).default([]),
  sortBy: z.string().optional(),
});
export type SavedView = z.infer<typeof savedView>;
