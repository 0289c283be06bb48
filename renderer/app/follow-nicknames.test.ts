import { expect, test } from 'vitest';
import { randomToken } from '../../shared/domain/record.ts';
import { Directory } from '../../shared/names/directory.ts';
import { sameCalled } from '../../shared/names/nicknames.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { followNicknames } from './follow-nicknames.ts';

test('a nickname counts from the moment it is in the settings until the chapter is locked; lists that show a search hear of it', async () => {
  const chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  const { id } = await chapter.create('office', { kind: 'settings', chapterName: { es: 'Durham', en: '' }, areaCode: '', paper: 'letter' });
  const directory = new Directory();
  const end = followNicknames(chapter, directory);
  const before = directory.version;
  await chapter.change('office', id, { ownNicknames: [{ key: 'abundio bundo', name: 'Abundio', short: 'Bundo' }] });
  await expect.poll(() => sameCalled('abundio', 'bundo')).toBe(true);
  expect(directory.version).toBe(before + 1);
  await chapter.change('office', id, { areaCode: '919' });
  end();
  expect([directory.version, sameCalled('abundio', 'bundo')]).toEqual([before + 1, false]);
  await chapter.close();
});
