import { afterEach, expect, test } from 'vitest';
import { newChapter } from '../../in-chapter.tsx';
import type { OpenedChapter } from '../../../../shared/store/open-records.ts';
import { newChapterKeys } from '../../../../shared/store/keys.ts';
import { exchange, newTestPc, openTestChapter } from '../../../../shared/store/test-chapter.ts';
import { giveReceiptNumber } from './give-receipt.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  for (const chapter of open.splice(0)) await chapter.close();
});

test('numbers that are asked for at once are all different, and two offices that work apart never give the same', async () => {
  const keys = await newChapterKeys();
  const office = async (letter: string) => {
    const opened = await openTestChapter('receipts', keys, newTestPc());
    // The store gives its own id to what it makes; the PC's record is known by it.
    const device = await opened.create('office', { kind: 'device', name: letter, letter, codesGiven: 0 });
    open.push(opened);
    return { ...opened, device: device.id };
  };
  const [first, second] = [await office('A'), await office('C')];
  const given = await Promise.all([...Array.from({ length: 5 }, () => giveReceiptNumber(first)), ...Array.from({ length: 5 }, () => giveReceiptNumber(second))]);
  expect(new Set(given).size).toBe(10);
  expect([...given].sort()[0]).toBe('A-00001');
  await exchange(first, second);
  expect([await giveReceiptNumber(first), await giveReceiptNumber(second)]).toEqual(['A-00006', 'C-00006']);
});

test('a PC that is not known to the chapter gives no number', async () => {
  const chapter = await newChapter();
  open.push(chapter);
  await expect(giveReceiptNumber(chapter)).rejects.toMatchObject({ code: 'records-missing' });
});
