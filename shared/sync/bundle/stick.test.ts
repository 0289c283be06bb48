import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { randomToken } from '../../domain/record.ts';
import { KeyRing, type ChapterKeys } from '../../store/key-ring.ts';
import { newChapterKeys } from '../../store/keys.ts';
import { openPouch, type RecordPouch } from '../../store/pouch.ts';
import { newTestPc } from '../../store/test-chapter.ts';
import { readFromStick } from './read-from-stick.ts';
import { saveToStick } from './save-to-stick.ts';
import type { StickChapter } from './stick-chapter.ts';
import { stickStanding } from './stick-standing.ts';
import { STICK_PROBLEMS, StickProblem } from './stick-problem.ts';
import { TestStick } from './test-stick.ts';

const CHAPTER = 'durham';
const now = '2026-11-22T10:00:00.000Z';
const open: RecordPouch[] = [];
afterEach(async () => {
  for (const pouch of open.splice(0)) await pouch.close();
});

/** A PC without RxDB: records as PouchDB has them, whose contents nobody opens. */
async function pcOf(keys: ChapterKeys, id = CHAPTER): Promise<StickChapter> {
  const { device, prefix } = newTestPc();
  const pouch = openPouch(`chapter-${id}`, 'memory', prefix);
  open.push(pouch);
  return { id, pouch, device, ring: await KeyRing.of(keys), settled: () => Promise.resolve() };
}

const idOf = (number: number): string => `person:persona${String(number).padStart(13, '0')}`;

/** Writes records from one number to another, excluded. */
async function write({ pouch, id: chapter }: StickChapter, from: number, to: number): Promise<void> {
  await pouch.bulkDocs(Array.from({ length: to - from }, (_, at) => ({ _id: idOf(from + at), chapter, schema: 1, parts: { chapter: { k: 1, n: 'n', c: randomToken(40) } } })));
}

async function leavesOf({ pouch }: StickChapter): Promise<readonly string[]> {
  const { results } = await pouch.changes({ style: 'all_docs' });
  return results.flatMap(({ id, changes }) => changes.map(({ rev }) => `${id} ${rev}`)).sort();
}

async function saved(chapter: StickChapter, options: { all?: boolean; without?: ReadonlySet<string> } = {}) {
  const stick = new TestStick();
  const done = await saveToStick(chapter, stick.sink(), { now, ...options });
  return { stick, records: done?.records };
}

/** Another body for a record, as a later edit or, with a revision of its own, as a leaf from elsewhere. */
async function edit({ pouch, id: chapter }: StickChapter, id: string): Promise<void> {
  await pouch.put({ ...(await pouch.get(id)), chapter, parts: { chapter: { k: 1, n: 'n', c: randomToken(40) } } });
}

test('a stick brings every leaf with its history; twice is as good as once', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 600);
  for (let edits = 0; edits < 3; edits += 1) await edit(here, idOf(1));
  const leaf = await here.pouch.get(idOf(5));
  await here.pouch.bulkDocs([{ ...leaf, _rev: '1-0123456789abcdef0123456789abcdef' }], { new_edits: false });
  const { _rev } = await here.pouch.get(idOf(7));
  await here.pouch.bulkDocs([{ _id: idOf(7), _rev, _deleted: true, chapter: CHAPTER, schema: 1, mac: 'm' }]);
  const { stick, records } = await saved(here);
  expect(records).toBe(600);
  expect(await readFromStick(there, stick.source())).toEqual({ kind: 'read', device: here.device, savedAt: now, records: 600, brought: 600, missing: 0 });
  expect(await leavesOf(there)).toEqual(await leavesOf(here));
  expect((await there.pouch.get(idOf(1), { revs: true }))._revisions?.ids).toHaveLength(4);
  expect(await there.pouch.get(idOf(1))).toEqual(await here.pouch.get(idOf(1)));
  expect(await readFromStick(there, stick.source())).toMatchObject({ records: 600, brought: 0, missing: 0 });
});

test('neither ids nor what a file is about lie open, and two files of the same records are not alike', async () => {
  const keys = await newChapterKeys();
  const here = await pcOf(keys);
  await write(here, 0, 40);
  const [{ stick }, { stick: other }] = [await saved(here), await saved(here)];
  const text = new TextDecoder('latin1').decode(stick.bytes);
  for (const word of ['persona', CHAPTER, here.device, 'parts', '2026']) expect(text).not.toContain(word);
  expect(stick.bytes.subarray(0, 16)).toEqual(other.bytes.subarray(0, 16));
  expect(stick.bytes.subarray(16, 64)).not.toEqual(other.bytes.subarray(16, 64));
});

test('from the second time on a file holds what the other side did not say to have, and says so only when it was told', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 300);
  await readFromStick(there, (await saved(here)).stick.source());
  // Nothing has come back: for all that is known here, the stick lies in a drawer.
  expect((await stickStanding(here.pouch)).saved).toEqual({ at: now, records: 300, readBy: [] });
  expect((await saved(here)).records).toBe(300);
  await write(there, 300, 310);
  const back = await saved(there);
  expect(back.records).toBe(10);
  await readFromStick(here, back.stick.source());
  expect(await stickStanding(here.pouch)).toMatchObject({ others: [{ device: there.device, heardAt: now, lacking: 0 }], lacking: 0, records: 310 });
  await edit(here, idOf(3));
  const next = await saved(here);
  expect(next.records).toBe(1);
  expect((await saved(here, { all: true })).records).toBe(310);
  expect(await readFromStick(there, next.stick.source())).toMatchObject({ brought: 1, missing: 0 });
  expect(await leavesOf(there)).toEqual(await leavesOf(here));
});

test('that a stick was read is said only of PCs that said so themselves', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 3);
  const { stick } = await saved(here);
  await readFromStick(here, (await saved(there)).stick.source());
  expect((await stickStanding(here.pouch)).saved?.readBy).toEqual([]);
  await readFromStick(there, stick.source());
  await readFromStick(here, (await saved(there)).stick.source());
  expect((await stickStanding(here.pouch)).saved?.readBy).toEqual([there.device]);
});

test('what a third PC lacks is in the file too, until it is taken out of the chapter', async () => {
  const keys = await newChapterKeys();
  const [here, second, third] = [await pcOf(keys), await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 20);
  await readFromStick(second, (await saved(here)).stick.source());
  await readFromStick(here, (await saved(second)).stick.source());
  await write(third, 20, 21);
  await readFromStick(here, (await saved(third)).stick.source());
  expect((await saved(here)).records).toBe(21);
  expect((await saved(here, { without: new Set([third.device]) })).records).toBe(1);
});

test('a PC that was not told of everything before knows how much it misses', async () => {
  const keys = await newChapterKeys();
  const [here, there, late] = [await pcOf(keys), await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 30);
  await readFromStick(there, (await saved(here)).stick.source());
  await readFromStick(here, (await saved(there)).stick.source());
  await write(here, 30, 33);
  const { stick } = await saved(here);
  expect(await readFromStick(late, stick.source())).toMatchObject({ records: 3, brought: 3, missing: 30 });
  expect(await readFromStick(late, (await saved(here, { all: true })).stick.source())).toMatchObject({ brought: 30, missing: 0 });
});

test('a state that was edited further here is not missed', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 3);
  const { stick } = await saved(here);
  await readFromStick(there, stick.source());
  for (let edits = 0; edits < 60; edits += 1) await edit(there, idOf(1));
  expect(await readFromStick(there, stick.source())).toMatchObject({ brought: 0, missing: 0 });
  // Nor is one that is older than what PouchDB remembers of it.
  const told = await saved(there);
  for (let edits = 0; edits < 120; edits += 1) await edit(there, idOf(1));
  await readFromStick(here, told.stick.source());
  const { stick: nothing, records } = await saved(here);
  expect(records).toBe(0);
  expect(await readFromStick(there, nothing.source())).toMatchObject({ brought: 0, missing: 0 });
});

test('files read in any order never make this PC believe that another has more than it has', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 10);
  await readFromStick(there, (await saved(here)).stick.source());
  const late = await saved(there);
  // The other PC loses everything and begins anew under its old name.
  const fresh = { ...(await pcOf(keys)), device: there.device };
  const anew = await saved(fresh);
  await readFromStick(here, anew.stick.source());
  expect((await stickStanding(here.pouch)).others).toMatchObject([{ lacking: 10 }]);
  await readFromStick(here, late.stick.source());
  expect((await stickStanding(here.pouch)).others).toMatchObject([{ lacking: 10 }]);
  // And is heard again when it has read.
  await readFromStick(fresh, (await saved(here)).stick.source());
  for (let times = 0; times < 2; times += 1) await readFromStick(here, (await saved(fresh)).stick.source());
  expect((await stickStanding(here.pouch)).others).toMatchObject([{ lacking: 0 }]);
});

test('its own file brings back what this PC has lost, and makes it no other PC', async () => {
  const keys = await newChapterKeys();
  const here = await pcOf(keys);
  await write(here, 0, 5);
  const { stick } = await saved(here);
  const after = { ...(await pcOf(keys)), device: here.device };
  expect(await readFromStick(after, stick.source())).toMatchObject({ brought: 5, missing: 0 });
  expect((await stickStanding(after.pouch)).others).toEqual([]);
});

test('a damaged, cut off, reordered or doubled file is refused where that begins; the whole one then brings the rest', async () => {
  const keys = await newChapterKeys();
  const here = await pcOf(keys);
  await write(here, 0, 900);
  const { stick } = await saved(here);
  const pieces = [...stick.pieces];
  const hurt = fc.oneof(
    fc.record({ how: fc.constant('cut' as const), at: fc.integer({ min: 0, max: stick.bytes.length - 1 }), bit: fc.constant(0) }),
    fc.record({ how: fc.constant('flip' as const), at: fc.integer({ min: 0, max: stick.bytes.length - 1 }), bit: fc.integer({ min: 0, max: 7 }) }),
    fc.record({ how: fc.constant('swap' as const), at: fc.integer({ min: 1, max: pieces.length - 2 }), bit: fc.constant(0) }),
    fc.record({ how: fc.constant('double' as const), at: fc.integer({ min: 0, max: pieces.length - 2 }), bit: fc.constant(0) }),
    fc.record({ how: fc.constant('drop' as const), at: fc.integer({ min: 0, max: pieces.length - 1 }), bit: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(hurt, async ({ how, at, bit }) => {
      const there = await pcOf(keys);
      const problem = await readFromStick(there, stick.source(damaged(stick.bytes, pieces, how, at, bit))).catch((problem: unknown) => problem);
      expect(problem).toBeInstanceOf(StickProblem);
      const part = await leavesOf(there);
      const whole = await leavesOf(here);
      expect(whole).toEqual(expect.arrayContaining([...part]));
      const rest = await readFromStick(there, stick.source());
      expect(rest).toMatchObject({ kind: 'read', records: 900, brought: 900, missing: 0 });
      expect(await leavesOf(there)).toEqual(whole);
    }),
    { numRuns: 60, examples: [[{ how: 'cut', at: 60, bit: 0 }], [{ how: 'flip', at: 20, bit: 1 }], [{ how: 'flip', at: 64, bit: 7 }]] },
  );
}, 120_000);

function damaged(bytes: Uint8Array, pieces: readonly Uint8Array[], how: 'cut' | 'flip' | 'swap' | 'double' | 'drop', at: number, bit: number): Uint8Array<ArrayBuffer> {
  if (how === 'cut') return bytes.slice(0, at);
  if (how === 'flip') return new Uint8Array(bytes.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte)));
  const others = [...pieces];
  const [piece, next] = [others[at] ?? new Uint8Array(), others[at + 1] ?? new Uint8Array()];
  if (how === 'swap') others.splice(at, 2, next, piece);
  if (how === 'double') others.splice(at, 0, piece);
  if (how === 'drop') others.splice(at, 1);
  return new Uint8Array(others.flatMap((one) => [...one]));
}

test('a file that was read to its middle goes on there, and tells the two ends of a reading as one', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 1000);
  const { stick } = await saved(here);
  const stop = new AbortController();
  const told: number[] = [];
  const onProgress = (share: number): void => void (told.push(share), told.length === 2 && stop.abort());
  await expect(readFromStick(there, stick.source(), { onProgress, signal: stop.signal })).rejects.toThrow(/abort/i);
  expect(await leavesOf(there)).toHaveLength(500);
  // The frames that are here already are not looked at again, were they damaged by now.
  const bytes = stick.bytes.slice();
  const [before = 0] = [stick.pieces.slice(0, 3).reduce((sum, { length }) => sum + length, 0)];
  bytes[before + 100] = (bytes[before + 100] ?? 0) ^ 1;
  expect(await readFromStick(there, stick.source(bytes))).toMatchObject({ records: 1000, brought: 1000, missing: 0 });
  expect(await leavesOf(there)).toEqual(await leavesOf(here));
});

test('another chapter’s file, a newer Convoca’s and any other file are refused, and nothing is written', async () => {
  const here = await pcOf(await newChapterKeys());
  await write(here, 0, 3);
  const { stick } = await saved(here);
  const code = async (pc: StickChapter, bytes: Uint8Array): Promise<unknown> => readFromStick(pc, stick.source(bytes as Uint8Array<ArrayBuffer>)).catch((problem: unknown) => (problem as StickProblem).code);
  const other = await pcOf(await newChapterKeys(), 'raleigh');
  expect(await code(other, stick.bytes)).toBe('other-chapter');
  // The same name under other keys is another chapter too.
  expect(await code(await pcOf(await newChapterKeys()), stick.bytes)).toBe('other-chapter');
  const newer = stick.bytes.slice();
  newer['CONVOCA-STICK-'.length] = '2'.charCodeAt(0);
  expect(await code(here, newer)).toBe('newer-stick');
  expect(await code(here, new TextEncoder().encode('Nombre,Teléfono\n'))).toBe('not-a-stick');
  expect(await code(here, new Uint8Array())).toBe('not-a-stick');
  expect(await leavesOf(other)).toEqual([]);
  expect(STICK_PROBLEMS).toContain('other-chapter');
});

test('after a rotation old files still open, and one under a key that is not here says so', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 3);
  const before = await saved(here);
  const key = crypto.getRandomValues(new Uint8Array(32));
  here.ring.learn('chapter', 2 ** 31 + 5, key.slice());
  const after = await saved(here, { all: true });
  await expect(readFromStick(there, after.stick.source())).rejects.toMatchObject({ code: 'key-missing' });
  expect(await leavesOf(there)).toEqual([]);
  expect(await readFromStick(there, before.stick.source())).toMatchObject({ brought: 3 });
  there.ring.learn('chapter', 2 ** 31 + 5, key);
  expect(await readFromStick(there, after.stick.source())).toMatchObject({ brought: 0, missing: 0 });
});

test('records that open keys come first, and are learned before the rest is opened', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  const key = crypto.getRandomValues(new Uint8Array(32));
  here.ring.learn('chapter', 2 ** 31 + 5, key.slice());
  await here.pouch.put({ _id: 'access:aaaaaaaaaaaaaaaaaaaa', chapter: CHAPTER, schema: 1, parts: {} });
  await write(here, 0, 3);
  const learnKeys = async (): Promise<void> => {
    expect(await leavesOf(there)).toHaveLength(1);
    there.ring.learn('chapter', 2 ** 31 + 5, key);
  };
  expect(await readFromStick(there, (await saved(here)).stick.source(), { learnKeys })).toMatchObject({ records: 3, missing: 0 });
  expect(await leavesOf(there)).toEqual(await leavesOf(here));
});

test('a file by which nine in ten records would vanish asks first', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 20);
  await readFromStick(there, (await saved(here)).stick.source());
  const { rows } = await here.pouch.allDocs();
  await here.pouch.bulkDocs(rows.slice(0, 18).map(({ id, value }) => ({ _id: id, _rev: value.rev, _deleted: true, chapter: CHAPTER, schema: 1, mac: 'm' })));
  const { stick } = await saved(here);
  expect(await readFromStick(there, stick.source())).toEqual({ kind: 'asks', vanishing: 18, living: 20 });
  expect((await there.pouch.info()).doc_count).toBe(20);
  expect(await readFromStick(there, stick.source(), { mayVanish: true })).toMatchObject({ kind: 'read', brought: 18 });
  expect((await there.pouch.info()).doc_count).toBe(2);
  // Deletions of what was never here, or is gone already, are nothing to ask about.
  const third = await pcOf(keys);
  await write(third, 50, 62);
  expect(await readFromStick(third, stick.source())).toMatchObject({ kind: 'read' });
});

test('a full stick and a change of mind leave no file and no belief that there is one', async () => {
  const keys = await newChapterKeys();
  const here = await pcOf(keys);
  await write(here, 0, 600);
  const stick = new TestStick();
  await expect(saveToStick(here, stick.sink(20_000), { now })).rejects.toThrow('ENOSPC');
  expect(stick.abandoned).toBe(true);
  const stop = AbortSignal.abort();
  await expect(saveToStick(here, new TestStick().sink(), { now, signal: stop })).rejects.toThrow(/abort/i);
  const undecided = { ...new TestStick().sink(), finish: () => Promise.resolve(false) };
  expect(await saveToStick(here, undecided, { now })).toBeNull();
  expect((await stickStanding(here.pouch)).saved).toBeNull();
});

test('what is edited while a file is written is in it as it is then, or in the next', async () => {
  const keys = await newChapterKeys();
  const [here, there] = [await pcOf(keys), await pcOf(keys)];
  await write(here, 0, 600);
  const stick = new TestStick();
  const sink = stick.sink();
  let edited = false;
  const editing = {
    ...sink,
    write: async (piece: Uint8Array) => {
      if (stick.pieces.length === 3 && !edited) {
        edited = true;
        await edit(here, idOf(599));
      }
      await sink.write(piece);
    },
  };
  await saveToStick(here, editing, { now });
  expect(await readFromStick(there, stick.source())).toMatchObject({ brought: 600, missing: 0 });
  expect(await leavesOf(there)).toEqual(await leavesOf(here));
});
