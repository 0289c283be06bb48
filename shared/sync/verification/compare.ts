import type { RecordPouch } from '../../store/pouch.ts';
import type { IdRev } from '../answers.ts';
import { realClock, type SyncClock } from '../clock.ts';
import { SyncTrouble } from '../problems.ts';
import { CompareProgress, type Standing } from './comparing.ts';
import { insist } from './insist.ts';
import { leavesHere, revsIn, unknownHere } from './leaves-here.ts';
import type { RemotePages } from './remote-pages.ts';

/** Records of a page of the peer's changes. */
const PAGE = 1000;
/** Records of a question which revisions the peer lacks. */
const ASKED = 500;

export interface CompareOptions {
  readonly clock?: SyncClock;
  /** Given again after a failure, the comparison goes on where it was. */
  readonly progress?: CompareProgress;
  /** Told of each step, for a stall watch and for the screen: records looked at so far. */
  readonly moved?: (looked: number) => void;
}

/** In what two databases differ. */
export interface Comparison {
  /** Leaves here, living or deleted, that the peer does not know. */
  readonly missingThere: readonly IdRev[];
  /** Leaves of the peer that are not known here. */
  readonly missingHere: readonly IdRev[];
  /** Records whose leaves are the same on both sides. */
  readonly equal: number;
  /** Records that changed while they were compared and differ now: the next exchange has not had its turn yet. */
  readonly underWay: number;
  /** Where both sides stood when it began. */
  readonly started: Standing;
}

/**
 * Compares the ids and all leaves of two databases, whatever their checkpoints say. The peer is read page by page; what
 * is not equal is asked about once more at the end, by revision, so that neither a change meanwhile nor a history that one
 * side has pruned counts as a difference. Rejects with a {@link SyncTrouble} when the line does not come back.
 */
export async function compare(pouch: RecordPouch, remote: RemotePages, { clock = realClock, progress = new CompareProgress(), moved }: CompareOptions = {}): Promise<Comparison> {
  const ask = <T>(work: () => Promise<T>): Promise<T> => insist(clock, work);
  let looked = 0;
  const step = (count = 0): void => moved?.((looked += count));
  await ask(() => progress.begin(pouch, remote, step));
  const { started } = progress;
  if (!started) throw new SyncTrouble('damaged-answer');
  try {
    await readPages(remote, progress, ask, step);
  } catch (problem) {
    // A peer that goes back in its own changes is another than it was: nothing read so far holds.
    if (problem instanceof SyncTrouble && problem.problem === 'damaged-answer') progress.reset();
    throw problem;
  }
  // Since those moments things may differ that the next exchange will carry; they are no failure of the last one.
  const changing = new Set((await leavesHere(pouch, started.here, step)).keys());
  for await (const { id } of pagesFrom(remote, started.there, ask)) changing.add(id);
  const here = await unknownHere(pouch, progress.there);
  const there = await unknownThere(remote, progress, ask, step);
  const differing = new Set([...here, ...there].map(({ id }) => id));
  const settled = ({ id }: IdRev): boolean => !changing.has(id);
  return {
    missingHere: here.filter(settled),
    missingThere: there.filter(settled),
    equal: progress.equal,
    underWay: [...differing].filter((id) => changing.has(id)).length,
    started,
  };
}

type Ask = <T>(work: () => Promise<T>) => Promise<T>;

async function readPages(remote: RemotePages, progress: CompareProgress, ask: Ask, step: (count: number) => void): Promise<void> {
  while (!progress.pagesDone) {
    const { rows, last } = await ask(() => remote.leaves(progress.since, PAGE));
    for (const { id, revs } of rows) progress.note(id, revs);
    progress.pagesDone = last === progress.since;
    progress.since = last;
    step(rows.length);
  }
}

/** What changed at the peer after a sequence. */
async function* pagesFrom(remote: RemotePages, since: string | number, ask: Ask): AsyncGenerator<{ readonly id: string }> {
  for (let from = since; ; ) {
    const { rows, last } = await ask(() => remote.leaves(from, PAGE));
    yield* rows;
    if (last === from) return;
    from = last;
  }
}

/** The leaves here that the peer does not know; one that it knows as an ancestor of its own is none of them. */
async function unknownThere(remote: RemotePages, { here, there }: CompareProgress, ask: Ask, step: () => void): Promise<readonly IdRev[]> {
  const unknown: IdRev[] = [];
  const asked: [string, readonly string[]][] = [];
  for (const [id, text] of here) {
    const named = there.get(id);
    const revs = revsIn(text).filter((rev) => named?.includes(rev) !== true);
    if (revs.length > 0) asked.push([id, revs]);
  }
  for (let at = 0; at < asked.length; at += ASKED) {
    const missing = await ask(() => remote.revsDiff(Object.fromEntries(asked.slice(at, at + ASKED))));
    for (const [id, { missing: revs }] of Object.entries(missing)) unknown.push(...revs.map((rev) => ({ id, rev })));
    step();
  }
  return unknown;
}
