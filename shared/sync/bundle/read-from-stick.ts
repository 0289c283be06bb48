import type { FileSource } from '../../host.ts';
import { StoreProblem } from '../../store/chapter-types.ts';
import { writeAll, type RecordPouch } from '../../store/pouch.ts';
import { mustAskBeforeVanishing } from '../vanishing.ts';
import { countUnknown, revisionsOf, unpackEntries } from './having.ts';
import { ownerOf, type StickChapter } from './stick-chapter.ts';
import { StickFileReader } from './stick-file.ts';
import { nextFrame, type StickAbout, type StickDocument, type StickFrame } from './stick-frames.ts';
import { changeNotes, noteHaving, readNotes, withRead } from './stick-notes.ts';
import { StickProblem } from './stick-problem.ts';
import { mayVanish, vanishingIn, type Vanishing } from './vanishing.ts';

export interface ReadingOptions {
  /** Takes in keys that have arrived, after the records that hold them were written and settled. */
  readonly learnKeys?: () => Promise<void>;
  /** A person has agreed that nearly all records vanish. */
  readonly mayVanish?: boolean;
  readonly onProgress?: (share: number) => void;
  /** Ends the reading after the frame in hand; it goes on there next time. */
  readonly signal?: AbortSignal;
}

/** What a file brought, or the question that must be answered before it is read. */
export type Reading =
  | {
      readonly kind: 'read';
      /** Device record's id of the PC that wrote the file. */
      readonly device: string;
      readonly savedAt: string;
      /** Records in the file, and those of them that were new here or in a new state. */
      readonly records: number;
      readonly brought: number;
      /** Records that the PC had when it wrote the file, and that neither it nor anything before has brought here. */
      readonly missing: number;
    }
  | ({ readonly kind: 'asks' } & Vanishing);

/**
 * Reads a file frame by frame into the chapter, where it is merged as by any exchange: what is older than what is here
 * changes nothing, and reading twice neither. Throws {@link StickProblem} where the file cannot be read further, with
 * everything before that in the database; {@link StoreProblem} `storage-full` as any write does; the signal's reason.
 */
export async function readFromStick(chapter: StickChapter, source: FileSource, options: ReadingOptions = {}): Promise<Reading> {
  const file = await StickFileReader.open(source, ownerOf(chapter));
  const { about, having, first } = await takeIn(chapter, file, options);
  const { pouch } = chapter;
  if (!options.mayVanish && (await mayVanish(pouch, about))) {
    const found = await lookThrough(chapter, source, file.frame);
    if (mustAskBeforeVanishing(found.vanishing, found.living)) return { kind: 'asks', ...found };
  }
  const isOwn = about.device === chapter.device;
  if (!isOwn) await noteHaving(pouch, about, having);
  const brought = await takeRecords(chapter, file, first, options);
  await chapter.settled();
  const missing = isOwn ? 0 : await countUnknown(pouch, having);
  await changeNotes(pouch, ({ read }) => ({ reading: null, read: isOwn ? read : withRead(read, file.bundle) }));
  return { kind: 'read', device: about.device, savedAt: about.savedAt, missing, ...brought };
}

/** The beginning of a file: keys, what it says of itself, what its writer has; and the first frame that it holds. */
async function takeIn(
  chapter: StickChapter,
  file: StickFileReader,
  { learnKeys }: ReadingOptions,
): Promise<{ readonly about: StickAbout; readonly having: Set<string>; readonly first: Progress }> {
  let frame = await frameWithKeys(chapter, file, learnKeys);
  if (frame.kind !== 'about') throw new StickProblem('damaged');
  const { about } = frame;
  const having = new Set<string>();
  for (let at = 0; at < about.haveFrames; at += 1) {
    frame = await nextFrame(file, ownerOf(chapter));
    if (frame.kind !== 'have') throw new StickProblem('damaged');
    for (const entry of unpackEntries(frame.entries)) having.add(entry);
  }
  const { reading } = await readNotes(chapter.pouch);
  return { about, having, first: reading?.bundle === file.bundle ? reading : { frames: file.frame, brought: 0 } };
}

/** The first frame after those with keys. The keys are written and learned before it is opened. */
async function frameWithKeys(chapter: StickChapter, file: StickFileReader, learnKeys: ReadingOptions['learnKeys']): Promise<StickFrame> {
  for (;;) {
    const frame = await nextFrame(file, ownerOf(chapter));
    if (frame.kind !== 'keys') return frame;
    if ((await write(chapter, frame.documents)) === 0) continue;
    await chapter.settled();
    await learnKeys?.();
  }
}

/** Frames whose content is here, and what they brought. */
interface Progress {
  readonly frames: number;
  readonly brought: number;
}

async function takeRecords(
  chapter: StickChapter,
  file: StickFileReader,
  first: Progress,
  { onProgress, signal }: ReadingOptions,
): Promise<{ readonly records: number; readonly brought: number }> {
  let { brought } = first;
  while (file.frame < first.frames) await file.skip();
  for (;;) {
    const frame = await nextFrame(file, ownerOf(chapter));
    if (frame.kind === 'end') return { records: frame.records, brought };
    if (frame.kind !== 'records') throw new StickProblem('damaged');
    brought += await write(chapter, frame.documents);
    const reading = { bundle: file.bundle, frames: file.frame, brought };
    await changeNotes(chapter.pouch, () => ({ reading }));
    onProgress?.(file.share);
    signal?.throwIfAborted();
  }
}

/** Counts, over the rest of the file, what lives here and would vanish. Writes nothing. */
async function lookThrough(chapter: StickChapter, source: FileSource, from: number): Promise<Vanishing> {
  const file = await StickFileReader.open(source, ownerOf(chapter));
  while (file.frame < from) await file.skip();
  const vanishing = new Set<string>();
  for (let frame = await nextFrame(file, ownerOf(chapter)); frame.kind !== 'end'; frame = await nextFrame(file, ownerOf(chapter))) {
    if (frame.kind !== 'records') throw new StickProblem('damaged');
    for (const id of await vanishingIn(chapter.pouch, frame.documents)) vanishing.add(id);
  }
  return { vanishing: vanishing.size, living: (await chapter.pouch.info()).doc_count };
}

/** Writes what is not here yet, revisions as they are; how many records that were. */
async function write({ id: chapter, pouch }: StickChapter, documents: readonly StickDocument[]): Promise<number> {
  const own = documents.filter((document) => document['chapter'] === chapter || (document._deleted === true && document['chapter'] === undefined));
  const unknown = await unknownTo(pouch, own);
  if (unknown.length === 0) return 0;
  const answers = await writeAll(pouch, unknown, { new_edits: false });
  for (const answer of answers) if (answer.error) throw new StoreProblem('damaged', { cause: answer });
  return new Set(unknown.map(({ _id }) => _id)).size;
}

/** Documents of revisions that this database never had. For PouchDB one whose body was dropped as superseded is missing too. */
async function unknownTo(pouch: RecordPouch, documents: readonly StickDocument[]): Promise<readonly StickDocument[]> {
  const asked: Record<string, string[]> = {};
  for (const { _id, _rev } of documents) (asked[_id] ??= []).push(_rev);
  const missing = await pouch.revsDiff(asked);
  const ids = Object.keys(missing);
  if (ids.length === 0) return [];
  const { rows } = await pouch.allDocs({ keys: ids });
  const superseded = new Map<string, ReadonlySet<string>>();
  for (const row of rows) if (!('error' in row)) superseded.set(row.id, (await revisionsOf(pouch, row.id)).revs);
  return documents.filter(({ _id, _rev }) => missing[_id]?.missing?.includes(_rev) && !superseded.get(_id)?.has(_rev));
}
