import { expect, test } from 'vitest';
import { randomToken } from '../../shared/domain/record.ts';
import { Directory } from '../../shared/names/directory.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openMemoryShelf } from '../../shared/store/snapshot-shelf.ts';
import { newTestPc, openTestChapter } from '../../shared/store/test-chapter.ts';
import { followDirectory } from './follow-directory.ts';

function follow(chapter: OpenedChapter): Promise<{ readonly directory: Directory; readonly end: () => void }> {
  const directory = new Directory();
  return new Promise((resolve) => {
    const end: () => void = followDirectory(chapter, directory, () => setTimeout(() => resolve({ directory, end })));
  });
}

const PERSON = { contacts: [], affiliations: [] };

test('the directory of the last snapshot is brought up to what is saved now', async () => {
  const [id, keys, pc, shelf] = [randomToken(20), await newChapterKeys(), newTestPc(), openMemoryShelf()];
  const first = await openTestChapter(id, keys, pc, shelf);
  const before = await follow(first);
  const [ana, eva] = await first.createMany('people', [
    { ...PERSON, nameAsWritten: 'Ana Ríos' },
    { ...PERSON, nameAsWritten: 'Eva Núñez' },
    { ...PERSON, nameAsWritten: 'Lupita Hernández' },
  ]);
  await first.writeSnapshot();
  await first.change('people', ana?.id ?? '', { nameAsWritten: 'Berta Ríos' });
  await first.change('people', eva?.id ?? '', { deletedAt: '2026-11-22T10:00:00Z' });
  await first.create('people', { ...PERSON, nameAsWritten: 'Wilmer Cruz' });
  before.end();
  await first.close();

  const again = await openTestChapter(id, keys, pc, shelf);
  const { directory, end } = await follow(again);
  const names = (): string[] => directory.sorted().map(({ nameAsWritten }) => nameAsWritten);
  expect(await again.openedFrom).toBe('snapshot');
  await expect.poll(names).toEqual(['Wilmer Cruz', 'Lupita Hernández', 'Berta Ríos']);
  expect(directory.search('eva', { limit: 5 })).toEqual([]);
  expect(directory.search('lupi hern', { limit: 5 })).toHaveLength(1);
  await again.create('people', { ...PERSON, nameAsWritten: 'Zoila Paz' });
  await expect.poll(names).toContain('Zoila Paz');
  end();
  await again.close();
});
