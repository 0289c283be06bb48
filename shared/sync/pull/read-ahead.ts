import type { StoredDocument } from '../../store/pouch.ts';
import type { IdRev, RevisionsOf } from '../answers.ts';
import type { SyncClock } from '../clock.ts';
import type { Pace } from '../pace.ts';
import type { Side } from '../sides.ts';

/** Pages of changes that replication may have in hand beside the one that it writes. */
export const PAGES_AHEAD = 2;
/** What was read of older pages than these is asked for again. */
const PAGES_KEPT = PAGES_AHEAD + 3;

/** True where so little is here that nearly all of what the peer has is news. `here`: living records; `there`: its sequence. */
export function isFirstPull(here: number, there: number): boolean {
  return here * 10 < there;
}

export interface ReadAhead {
  /**
   * True where almost nothing is here yet: when changes are read from the beginning, the bodies then come with them, in
   * one request a page, for as long as most of them are of use.
   */
  readonly isFirst: boolean;
  /** Which of these revisions are not here; the target's own. */
  readonly revsDiff: Side['revsDiff'];
  readonly pace: Pace;
  readonly clock: SyncClock;
}

interface Row {
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly doc?: StoredDocument | null;
}

/** What was read of one page before replication asks for it, by id and revision. */
interface Page {
  readonly bodies: Map<string, StoredDocument>;
  readonly asked: Map<string, Promise<readonly StoredDocument[]>>;
}

const keyOf = ({ id, rev }: IdRev): string => `${id} ${rev}`;

/**
 * The same source, read ahead: while PouchDB's replication writes one page, the records of the next are fetched already,
 * so that line, peer and disk work at the same time. Replication itself, its order and its checkpoints stay as they are.
 */
export function readingAhead(source: Side, ahead: ReadAhead): Side {
  const pages: Page[] = [];
  let isBegun = false;
  let withBodies = false;
  return {
    ...source,
    changes: (options) => {
      const page: Page = { bodies: new Map(), asked: new Map() };
      const named: Record<string, readonly string[]> = {};
      const began = ahead.clock.now();
      if (!isBegun) withBodies = ahead.isFirst && Number(options.since) === 0;
      isBegun = true;
      const carries = withBodies;
      const feed = source.changes(carries ? { ...options, include_docs: true } : options);
      // Before replication's own listener, which takes the bodies off.
      void feed.on('change', (row: Row) => {
        const body = carries ? wholeHistory(row) : null;
        if (body) page.bodies.set(keyOf({ id: row.id, rev: body._rev }), body);
        else named[row.id] = row.changes.map(({ rev }) => rev);
      });
      feed.then(
        () => {
          if (carries) ahead.pace.done(Math.max(0, ahead.clock.now() - began), page.bodies.size);
          const others = Object.keys(named).length;
          // Where most have a history, which only comes when asked for, their bodies would come twice.
          if (others > page.bodies.size) withBodies = false;
          if (others > 0) fetchAhead(page, named);
        },
        () => {
          if (carries) ahead.pace.failed();
        },
      );
      pages.push(page);
      if (pages.length > PAGES_KEPT) pages.shift();
      return feed;
    },
    bulkGet: async (asked) => {
      const documents: StoredDocument[] = [];
      const waited = new Set<Promise<readonly StoredDocument[]>>();
      const left: IdRev[] = [];
      for (const one of asked) {
        const key = keyOf(one);
        const page = pages.find(({ bodies, asked: promised }) => bodies.has(key) || promised.has(key));
        const body = page?.bodies.get(key);
        const promised = page?.asked.get(key);
        if (body) documents.push(body);
        else if (promised) waited.add(promised);
        else left.push(one);
        page?.bodies.delete(key);
        page?.asked.delete(key);
      }
      const wanted = new Set(asked.map(({ id }) => id));
      for (const got of await Promise.all(waited)) documents.push(...got.filter(({ _id }) => wanted.has(_id)));
      return left.length > 0 ? [...documents, ...(await source.bulkGet(left))] : documents;
    },
  };

  function fetchAhead(page: Page, named: RevisionsOf): void {
    const fetched = ahead.revsDiff(named).then((diff) => {
      const unknown = Object.entries(diff).flatMap(([id, { missing }]) => missing.map((rev) => ({ id, rev })));
      if (unknown.length > 0) return source.bulkGet(unknown);
      ahead.pace.passed();
      return [];
    });
    // Whoever asks for them is told; if nobody does, the attempt has ended.
    fetched.catch(() => undefined);
    for (const [id, revs] of Object.entries(named)) for (const rev of revs) page.asked.set(keyOf({ id, rev }), fetched);
  }
}

/** The body that came with a change, where it says everything: a first revision that is the only leaf has no history. */
function wholeHistory({ id, changes, doc }: Row): StoredDocument | null {
  const [only] = changes;
  if (!doc || changes.length !== 1 || only?.rev.startsWith('1-') !== true) return null;
  if (doc._id !== id || doc._rev !== only.rev || doc._deleted === true) return null;
  return { ...doc, _revisions: { start: 1, ids: [only.rev.slice('1-'.length)] } };
}
