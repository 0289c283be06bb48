import type { FileSink } from '../../host.ts';
import type { RecordPouch } from '../../store/pouch.ts';
import { opensKeys } from '../../store/sealing.ts';
import { allLeaves, Entries, packEntries, type Having, type RecordLeaves } from './having.ts';
import { ownerOf, type StickChapter } from './stick-chapter.ts';
import { StickFileWriter } from './stick-file.ts';
import { addFrame, type StickDocument } from './stick-frames.ts';
import { changeNotes, havingOf, readNotes } from './stick-notes.ts';

export interface SavingOptions {
  /** Everything, also what the other PCs have said to have. */
  readonly all?: boolean;
  /** PCs (device records' ids) that need nothing any more, since they were taken out of the chapter. */
  readonly without?: ReadonlySet<string>;
  /** ISO; only shown. */
  readonly now: string;
  readonly onProgress?: (share: number) => void;
  /** Ends the saving; the file does not come into being. */
  readonly signal?: AbortSignal;
}

export interface Saved {
  /** Records in the file, deleted ones included. */
  readonly records: number;
  readonly bytes: number;
}

/** A frame ends after so many records, or as soon as it holds so many characters. */
const FRAME_RECORDS = 250;
const FRAME_CHARACTERS = 2_000_000;
const FRAME_ENTRIES = 50_000;

/**
 * Writes a file with the records that another PC lacks as far as this one knows (ADR 15), or with all, and with what this
 * PC has, which is the other side's proof. Null when the person changed their mind at the end. Rejects with what the sink
 * rejects with, or the signal's reason; then there is no file.
 */
export async function saveToStick(chapter: StickChapter, sink: FileSink, options: SavingOptions): Promise<Saved | null> {
  const { pouch } = chapter;
  const owner = ownerOf(chapter);
  try {
    await chapter.settled();
    const before = await readNotes(pouch);
    const others = options.all ? [] : Object.keys(before.others).filter((device) => device !== chapter.device && !options.without?.has(device));
    const { lacking, entries } = await lackingLeaves(pouch, others);
    // Counted before anything is written: two files of one life never bear one number.
    const { life, number, read } = await changeNotes(pouch, (now) => ({ number: now.number + 1 }));
    const file = await StickFileWriter.begin(sink, owner);
    for (const documents of grouped(await documentsOf(pouch, lacking.keys))) await addFrame(file, owner, { kind: 'keys', documents }, chapter.ring.first());
    const about = { device: chapter.device, life, number, savedAt: options.now, all: others.length === 0, lackedBy: others, read };
    const counts = { records: lacking.records.length, deleted: lacking.records.filter(({ deleted }) => deleted).length };
    await addFrame(file, owner, { kind: 'about', about: { ...about, ...counts, haveFrames: Math.ceil(entries.length / FRAME_ENTRIES) } });
    for (let at = 0; at < entries.length; at += FRAME_ENTRIES) await addFrame(file, owner, { kind: 'have', entries: packEntries(entries.slice(at, at + FRAME_ENTRIES)) });
    for (let at = 0; at < lacking.records.length; at += FRAME_RECORDS) {
      options.signal?.throwIfAborted();
      const some = lacking.records.slice(at, at + FRAME_RECORDS);
      for (const documents of grouped(await documentsOf(pouch, some))) await addFrame(file, owner, { kind: 'records', documents });
      options.onProgress?.((at + some.length) / lacking.records.length);
    }
    await addFrame(file, owner, { kind: 'end', records: lacking.records.length });
    options.signal?.throwIfAborted();
    if (!(await sink.finish())) return null;
    await changeNotes(pouch, () => ({ saved: { bundle: file.bundle, at: options.now, records: lacking.records.length } }));
    return { records: lacking.records.length, bytes: file.bytes };
  } catch (problem) {
    await sink.abandon();
    throw problem;
  }
}

/** What goes into a file: the records that open keys, always all of them, and the others. */
interface Lacking {
  readonly keys: readonly RecordLeaves[];
  readonly records: readonly RecordLeaves[];
}

/**
 * The records of which one of those PCs lacks a leaf, with just these leaves; all, where there are no such PCs. And the
 * entries of everything that is here.
 */
async function lackingLeaves(pouch: RecordPouch, others: readonly string[]): Promise<{ readonly lacking: Lacking; readonly entries: readonly string[] }> {
  const [maker, ...having] = await Promise.all([Entries.ready(), ...others.map((device) => havingOf(pouch, device))]);
  const [keys, records]: [RecordLeaves[], RecordLeaves[]] = [[], []];
  const entries: string[] = [];
  for await (const page of allLeaves(pouch)) {
    for (const record of page) {
      const named = record.revs.map((rev) => ({ rev, entry: maker.of(record.id, rev) }));
      for (const { entry } of named) entries.push(entry);
      if (opensKeys(record.id)) {
        keys.push(record);
        continue;
      }
      const revs = named.filter(({ entry }) => others.length === 0 || isLacked(entry, having)).map(({ rev }) => rev);
      if (revs.length > 0) records.push({ ...record, revs });
    }
  }
  return { lacking: { keys, records }, entries };
}

/** True when one of the PCs has not said to have it. */
function isLacked(entry: string, having: readonly (Having | null)[]): boolean {
  return having.some((one) => !one?.has(entry));
}

/** The leaves with their revisions. Where one was written over meanwhile, whatever stands in the record now. */
async function documentsOf(pouch: RecordPouch, records: readonly RecordLeaves[]): Promise<readonly StickDocument[]> {
  if (records.length === 0) return [];
  const { results } = await pouch.bulkGet({ docs: records.flatMap(({ id, revs }) => revs.map((rev) => ({ id, rev }))), revs: true });
  const found: StickDocument[] = [];
  const changed = new Set<string>();
  for (const { id, docs } of results) {
    for (const answer of docs) {
      if ('ok' in answer) found.push(answer.ok as unknown as StickDocument);
      else changed.add(id);
    }
  }
  for (const id of changed) {
    const leaves = (await pouch.get(id, { open_revs: 'all', revs: true })) as unknown as readonly { readonly ok?: StickDocument }[];
    found.push(...leaves.flatMap(({ ok }) => ok ?? []));
  }
  return found;
}

/** In portions that a frame holds. All leaves of a record stay beside each other as far as one frame holds them. */
function* grouped(documents: readonly StickDocument[]): Generator<readonly StickDocument[]> {
  let group: StickDocument[] = [];
  let characters = 0;
  for (const document of documents) {
    group.push(document);
    characters += JSON.stringify(document).length;
    if (characters < FRAME_CHARACTERS) continue;
    yield group;
    [group, characters] = [[], 0];
  }
  if (group.length > 0) yield group;
}
