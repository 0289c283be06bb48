import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasRoom, hasRoomToOpen, mayWrite } from './disk-room.ts';

/** A cache on a disk with so many bytes left. */
function diskWith(left: number): { readonly looks: () => number; readonly kept: Map<string, number> } {
  const kept = new Map<string, number>();
  let looks = 0;
  const cache = {
    put: async (place: string, response: Response) => {
      const size = (await response.arrayBuffer()).byteLength;
      const used = [...kept.values()].reduce((sum, one) => sum + one, 0);
      if (used + size > left) throw new DOMException('Unexpected internal error.', 'UnknownError');
      kept.set(place, size);
    },
    delete: (place: string) => Promise.resolve(kept.delete(place)),
  };
  vi.stubGlobal('caches', {
    open: () => {
      looks += 1;
      return Promise.resolve(cache);
    },
    delete: () => Promise.resolve(true),
  });
  return { looks: () => looks, kept };
}

const MB = 1024 * 1024;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a disk with room is told from a full one, and nothing stays on it', async () => {
  const roomy = diskWith(20 * MB);
  expect(await hasRoom()).toBe(true);
  expect(roomy.kept.size).toBe(0);
  const tight = diskWith(6 * MB);
  expect(await hasRoom()).toBe(false);
  expect(tight.kept.size).toBe(0);
  expect(await hasRoom(1)).toBe(true);
});

test('where it cannot be found out, work goes on', async () => {
  vi.stubGlobal('caches', undefined);
  expect(await hasRoom()).toBe(true);
  vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('no', 'SecurityError')) });
  expect(await hasRoom()).toBe(true);
});

test('small writes look at the disk once in half a minute, large ones each time, and a refusal is looked at again', async () => {
  vi.setSystemTime(1_000_000_000);
  const roomy = diskWith(20 * MB);
  expect(await mayWrite(1_000)).toBe(true);
  expect(await mayWrite(1_000)).toBe(true);
  expect(roomy.looks()).toBe(1);
  expect(await mayWrite(MB)).toBe(true);
  expect(roomy.looks()).toBe(2);
  vi.setSystemTime(1_000_031_000);
  diskWith(MB);
  expect(await mayWrite(1_000)).toBe(false);
  diskWith(20 * MB);
  expect(await mayWrite(1_000)).toBe(true);
});

test('room found at the list of chapters holds for the opening, a full disk is looked at anew', async () => {
  vi.setSystemTime(2_000_000_000);
  const disk = diskWith(6 * MB);
  expect(await hasRoomToOpen()).toBe(false);
  expect(await hasRoomToOpen()).toBe(false);
  expect(disk.looks()).toBe(2);
  const roomy = diskWith(20 * MB);
  expect(await hasRoomToOpen()).toBe(true);
  vi.setSystemTime(2_000_029_000);
  expect(await hasRoomToOpen()).toBe(true);
  expect(roomy.looks()).toBe(1);
  vi.setSystemTime(2_000_031_000);
  expect(await hasRoomToOpen()).toBe(true);
  expect(roomy.looks()).toBe(2);
});
