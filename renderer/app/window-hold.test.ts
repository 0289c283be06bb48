import { expect, test } from 'vitest';
import { holdChapter } from './window-hold.ts';

/** Locks as the browser has them, as far as one exclusive lock asked for with `ifAvailable` goes. */
function newLocks(): LockManager {
  const held = new Set<string>();
  const request = async (name: string, _options: LockOptions, use: (lock: Lock | null) => unknown): Promise<unknown> => {
    if (held.has(name)) return use(null);
    held.add(name);
    try {
      return await use({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager;
}

test('one window holds a chapter; another gets it after that one let go', async () => {
  const locks = newLocks();
  const first = await holdChapter('chapter-a', locks);
  expect(first).not.toBeNull();
  expect(await holdChapter('chapter-a', locks)).toBeNull();
  expect(await holdChapter('chapter-b', locks)).not.toBeNull();
  first?.release();
  await Promise.resolve();
  await Promise.resolve();
  expect(await holdChapter('chapter-a', locks)).not.toBeNull();
});
