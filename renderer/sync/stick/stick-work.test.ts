import { afterEach, expect, test } from 'vitest';
import { randomToken } from '../../../shared/domain/record.ts';
import type { Host } from '../../../shared/host.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { openTestChapter } from '../../../shared/store/test-chapter.ts';
import { TestStick } from '../../../shared/sync/bundle/test-stick.ts';
import { StickWork } from './stick-work.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((chapter) => chapter.close()));
});

interface Desk {
  readonly chapter: OpenedChapter;
  readonly work: StickWork;
  readonly opened: () => number;
}

/** Two PCs of a chapter, and what people hold in their hand: a stick, or none. */
async function desks(hand: { stick: TestStick | null }): Promise<readonly [Desk, Desk]> {
  const [id, keys] = [randomToken(20), await newChapterKeys()];
  const desk = async (): Promise<Desk> => {
    const chapter = await openTestChapter(id, keys);
    open.push(chapter);
    let opened = 0;
    const files: Pick<Host['files'], 'saveInPieces' | 'openInPieces'> = {
      saveInPieces: (name) => {
        expect(name).toMatch(/^convoca-\d{4}-\d{2}-\d{2}\.convoca-stick$/);
        return Promise.resolve(hand.stick?.sink() ?? null);
      },
      openInPieces: () => {
        if (!hand.stick) return Promise.resolve(null);
        opened += 1;
        return Promise.resolve({ ...hand.stick.source(), close: () => Promise.resolve(void (opened -= 1)) });
      },
    };
    return { chapter, work: new StickWork(chapter, files as Host['files']), opened: () => opened };
  };
  return [await desk(), await desk()];
}

const people = (count: number) => Array.from({ length: count }, () => ({ nameAsWritten: 'Ana', contacts: [], affiliations: [] }));

test('a stick goes from one PC to the other; whoever changes their mind is where they were', async () => {
  const hand: { stick: TestStick | null } = { stick: null };
  const [here, there] = await desks(hand);
  await here.chapter.createMany('people', people(3));
  await here.work.save(true, new Set());
  await there.work.read();
  expect([here.work.stage.value, there.work.stage.value]).toEqual([{ at: 'rest' }, { at: 'rest' }]);
  hand.stick = new TestStick();
  await here.work.save(true, new Set());
  expect(here.work.stage.value).toMatchObject({ at: 'saved', saved: { records: 3 } });
  await there.work.read();
  expect(there.work.stage.value).toMatchObject({ at: 'read', reading: { brought: 3, missing: 0, device: here.chapter.device } });
  expect(await there.chapter.collections.people.count().exec()).toBe(3);
  expect(there.opened()).toBe(0);
});

test('nearly everything vanishes only when a person says so, and the file is closed either way', async () => {
  const hand = { stick: new TestStick() };
  const [here, there] = await desks(hand);
  const ids = (await here.chapter.createMany('people', people(12))).map(({ id }) => id);
  await here.work.save(true, new Set());
  await there.work.read();
  await here.chapter.erase('people', ids);
  hand.stick = new TestStick();
  await here.work.save(true, new Set());
  for (const goOn of [false, true]) {
    await there.work.read();
    expect(there.work.stage.value).toEqual({ at: 'asks', asked: { kind: 'asks', vanishing: 12, living: 12 } });
    expect(await there.chapter.collections.people.count().exec()).toBe(12);
    await there.work.answer(goOn);
    expect(there.opened()).toBe(0);
  }
  expect(there.work.stage.value).toMatchObject({ at: 'read', reading: { brought: 12 } });
  expect(await there.chapter.collections.people.count().exec()).toBe(0);
});

test('what cannot be read is said, and stopping is no failure', async () => {
  const hand = { stick: new TestStick() };
  const [here, there] = await desks(hand);
  await here.chapter.createMany('people', people(3));
  await here.work.save(true, new Set());
  hand.stick.bytes = hand.stick.bytes.slice(0, 300);
  await there.work.read();
  expect(there.work.stage.value).toMatchObject({ at: 'failed', doing: 'reading', problem: { code: 'cut-off' } });
  expect(there.opened()).toBe(0);
  const saving = here.work.save(true, new Set());
  here.work.stop();
  await saving;
  expect(here.work.stage.value).toEqual({ at: 'stopped', doing: 'saving' });
});

test('locking the chapter ends what runs and closes the file that asks', async () => {
  const hand = { stick: new TestStick() };
  const [here, there] = await desks(hand);
  const ids = (await here.chapter.createMany('people', people(12))).map(({ id }) => id);
  await here.work.save(true, new Set());
  await there.work.read();
  await here.chapter.erase('people', ids);
  hand.stick = new TestStick();
  await here.work.save(true, new Set());
  await there.work.read();
  expect(there.opened()).toBe(1);
  await there.chapter.close();
  expect(there.opened()).toBe(0);
});
