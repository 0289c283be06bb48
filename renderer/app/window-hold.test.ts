import { expect, test } from 'vitest';
import { holdChapter } from './window-hold.ts';

/** Locks as the browser has them, as far as one exclusive lock goes that is waited for until a signal says no more. */
function newLocks(): LockManager {
  const held = new Set<string>();
  const request = async (name: string, { signal }: LockOptions, use: (lock: Lock | null) => unknown): Promise<unknown> => {
    while (held.has(name)) {
      signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    held.add(name);
    try {
      return await use({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager;
}

test('a window that is still closing is waited for', async () => {
  const locks = newLocks();
  const first = await holdChapter('chapter-a', locks, 20);
  setTimeout(() => first?.release(), 5);
  expect(await holdChapter('chapter-a', locks, 1_000)).not.toBeNull();
});

test('one window holds a chapter; another gets it after that one let go', async () => {
  const locks = newLocks();
  const first = await holdChapter('chapter-a', locks, 20);
  expect(first).not.toBeNull();
  expect(await holdChapter('chapter-a', locks, 20)).toBeNull();
  expect(await holdChapter('chapter-b', locks, 20)).not.toBeNull();
  first?.release();
  expect(await holdChapter('chapter-a', locks, 20)).not.toBeNull();
});
