import { afterEach, expect, test } from 'vitest';
import type { OfficeRecord } from '../domain/office.ts';
import { randomToken } from '../domain/record.ts';
import { effectiveSettings, withRetention, type Settings } from '../domain/settings.ts';
import { newChapterKeys } from './keys.ts';
import type { OpenedChapter } from './open-records.ts';
import { exchange, newTestPc, openTestChapter } from './test-chapter.ts';

const open: OpenedChapter[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((chapter) => chapter.close()));
});

async function settingsAt(chapter: OpenedChapter, id: string): Promise<Settings> {
  return (await chapter.collections.office.findOne(id).exec())?.toMutableJSON() as Settings;
}

/** Two PCs that both have the settings. */
async function twoOffices(): Promise<{ readonly left: OpenedChapter; readonly right: OpenedChapter; readonly id: string }> {
  const [chapter, keys] = [randomToken(20), await newChapterKeys()];
  const left = await openTestChapter(chapter, keys, newTestPc());
  const right = await openTestChapter(chapter, keys, newTestPc());
  open.push(left, right);
  const { id } = await left.create('office', { kind: 'settings', chapterName: { es: 'Durham', en: '' }, areaCode: '919', paper: 'letter' });
  await exchange(left, right);
  return { left, right, id };
}

test('two PCs that work apart lose none of each other’s letterhead, retention and nicknames, and nobody is asked', async () => {
  const { left, right, id } = await twoOffices();
  const change = (chapter: OpenedChapter, patch: (now: Settings) => Partial<Settings>) => chapter.change('office', id, (now: OfficeRecord) => patch(now as Settings) as Partial<OfficeRecord>);
  const tencha = { key: 'hortensia tencha', name: 'Hortensia', short: 'Tencha' };
  await change(left, (now) => ({ phone: '+19195550142', retention: withRetention(now.retention, 'calls', 6) }));
  await change(left, () => ({ ownNicknames: [tencha], nicknamesOff: ['jose pepe'] }));
  await change(right, (now) => ({ email: 'd@example.org', address: 'Box 9', retention: withRetention(now.retention, 'money', 120) }));
  await change(right, () => ({ ownNicknames: [tencha, { key: 'cristobal tobal', name: 'Cristóbal', short: 'Tobal' }], nicknamesOff: ['maria mari'] }));
  await exchange(left, right);
  for (const chapter of [left, right]) {
    const now = effectiveSettings(await settingsAt(chapter, id));
    expect(now.letterhead).toMatchObject({ phone: '+19195550142', email: 'd@example.org', address: 'Box 9' });
    expect(now.retention.filter(({ keep, usual }) => keep !== usual).map(({ of, keep }) => [of, keep])).toEqual([['calls', 6], ['money', 120]]);
    expect(now.ownNicknames.map(({ short }) => short).sort()).toEqual(['Tencha', 'Tobal']);
    expect([...now.nicknamesOff].sort()).toEqual(['jose pepe', 'maria mari']);
    expect(await chapter.collections.office.find({ selector: { kind: 'review' } }).exec()).toEqual([]);
  }
});
