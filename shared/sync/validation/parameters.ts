import { z } from 'zod';

/** Goes up whenever the rule allows or refuses something else; a server with an older one gets the new one. */
export const RULES_VERSION = 1;

const MOST_RECORD_BYTES = 1024 * 1024;
const MOST_FIGURES_BYTES = 64 * 1024;
/** Generous at the upper end: a newer Convoca's records must not be refused by a server that was set up long ago. */
const SCHEMAS = { leastSchema: 1, mostSchema: 9999 } as const;

/** Marks of erased ids (`erasedMark`), as an object because that is searched quickly in every engine. */
export const erasedMarks = z.record(z.string().regex(/^[0-9a-f]{32}$/), z.literal(1));
export type ErasedMarks = z.infer<typeof erasedMarks>;

/** The kinds of databases of a network (design §7). */
export type DatabaseKind = 'chapter' | 'network' | 'delegates';

/** What the rule is told of the database it guards. Only numbers, codes and marks: it stands in the text that CouchDB runs. */
export interface RuleParameters {
  readonly kind: DatabaseKind;
  /** The chapter's id; empty in the databases of all chapters. */
  readonly chapter: string;
  /** Bytes of one document, its revisions apart. */
  readonly mostBytes: number;
  readonly leastSchema: number;
  readonly mostSchema: number;
  readonly erased: ErasedMarks;
}

/** The database of a chapter: `chapter-` and its id. */
export const CHAPTER_DATABASE = /^chapter-([a-z0-9]{8,40})$/;

/** The parameters for a database by its name, or null when it is none of a network's: then no rule is kept. */
export function rulesFor(database: string, erased: ErasedMarks = {}): RuleParameters | null {
  const chapter = CHAPTER_DATABASE.exec(database)?.[1];
  if (chapter !== undefined) return { kind: 'chapter', chapter, mostBytes: MOST_RECORD_BYTES, ...SCHEMAS, erased };
  if (database === 'network') return { kind: 'network', chapter: '', mostBytes: MOST_FIGURES_BYTES, ...SCHEMAS, erased };
  if (database === 'delegates') return { kind: 'delegates', chapter: '', mostBytes: MOST_RECORD_BYTES, ...SCHEMAS, erased };
  return null;
}
