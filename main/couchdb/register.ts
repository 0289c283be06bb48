import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type CouchAdmin, membersOf } from './admin-client.ts';
import { standingOf, type Step } from './step.ts';

/** A chapter as headquarters wrote it down. */
export interface KnownChapter {
  /** How its accounts begin, and what it is known by here: `durham`. */
  readonly slot: string;
  /** As people write it: `Durham`. */
  readonly title: string;
  /** The id that its records carry; its database is `chapter-` and this. */
  readonly chapter: string;
}

/** The network that a server belongs to. */
export interface KnownNetwork {
  /** Null on a server that was not set up yet. */
  readonly title: string | null;
  readonly chapters: readonly KnownChapter[];
}

const ABOUT = 'network:about';
const CHAPTER = 'chapter:';
const titled = z.object({ title: z.string() });
const chapterDocument = z.object({ _id: z.string().startsWith(CHAPTER), title: z.string(), chapter: z.string() });

/** Reads the register that provisioning keeps in `network`, where every office and coordinator can read it. */
export async function readRegister(couch: CouchAdmin): Promise<KnownNetwork> {
  const about = titled.safeParse(await couch.find(documentPath(ABOUT)));
  const range = `startkey=${encodeURIComponent(JSON.stringify(CHAPTER))}&endkey=${encodeURIComponent(JSON.stringify(`${CHAPTER}~`))}`;
  const rows = membersOf(await couch.find(`/network/_all_docs?include_docs=true&${range}`)).rows;
  const chapters = (Array.isArray(rows) ? rows : []).flatMap((row): readonly KnownChapter[] => {
    const read = chapterDocument.safeParse(membersOf(row).doc);
    return read.success ? [{ slot: read.data._id.slice(CHAPTER.length), title: read.data.title, chapter: read.data.chapter }] : [];
  });
  return { title: about.success ? about.data.title : null, chapters };
}

/** The network's name in the register. */
export function networkStep(couch: CouchAdmin, title: string): Step {
  return entryStep(couch, ABOUT, { title }, { en: `network “${title}” in the register`, es: `red «${title}» en el registro` });
}

/** A chapter's line in the register. */
export function registerStep(couch: CouchAdmin, { slot, title, chapter }: KnownChapter): Step {
  return entryStep(couch, CHAPTER + slot, { title, chapter }, { en: `chapter “${title}” in the register`, es: `capítulo «${title}» en el registro` });
}

function entryStep(couch: CouchAdmin, id: string, content: Readonly<Record<string, string>>, about: Step['about']): Step {
  const path = documentPath(id);
  return {
    about,
    look: async () =>
      standingOf(await couch.find(path), (found) => {
        const { _id, _rev, ...there } = membersOf(found);
        return isDeepStrictEqual(there, content);
      }),
    mend: async () => {
      const found = await couch.find(path);
      await couch.put(path, { ...content, ...(found === null ? {} : { _rev: membersOf(found)._rev }) });
    },
  };
}

function documentPath(id: string): string {
  return `/network/${encodeURIComponent(id)}`;
}
