import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeepStore } from './keep-store.ts';
import { writePrivately } from './private-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keep-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('kept texts', () => {
  it('come back as written, also to a store opened anew, until they are removed', async () => {
    const keep = await openKeepStore(folder);
    expect(await keep.read('canary.a-1')).toBeNull();
    await keep.write('canary.a-1', 'ñandú ✊');
    await keep.write('b', '');
    const again = await openKeepStore(folder);
    expect(await again.read('canary.a-1')).toBe('ñandú ✊');
    expect(await again.list()).toEqual(['b', 'canary.a-1']);
    await again.remove('b');
    await again.remove('b');
    expect(await keep.list()).toEqual(['canary.a-1']);
  });

  it.skipIf(process.platform === 'win32')('are for this computer account only', async () => {
    const keep = await openKeepStore(folder);
    await keep.write('keys', 'x');
    expect(statSync(join(folder, 'keep', 'keys')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keep')).mode & 0o777).toBe(0o700);
  });

  it.each(['', '.', '..', '../x', 'a/b', 'a\\b', 'A', 'ñ', '.hidden', 'dot.', 'con', 'nul.txt', 'com1', '_half-ab', 'x'.repeat(81)])(
    'refuses the name %j everywhere',
    async (name) => {
      const keep = await openKeepStore(folder);
      await expect(keep.write(name, 'x')).rejects.toThrow();
      await expect(keep.read(name)).rejects.toThrow();
      await expect(keep.remove(name)).rejects.toThrow();
      expect(readdirSync(folder, { recursive: true })).toEqual(['keep']);
    },
  );

  it('takes 1 MB and no byte more, and keeps the old text then', async () => {
    const keep = await openKeepStore(folder);
    await keep.write('big', 'é'.repeat(512 * 1024));
    await expect(keep.write('big', `${'é'.repeat(512 * 1024)}x`)).rejects.toThrow();
    expect((await keep.read('big'))?.length).toBe(512 * 1024);
  });

  it('keeps the later of two texts that were written at once', async () => {
    const keep = await openKeepStore(folder);
    await Promise.all(Array.from({ length: 40 }, (_, index) => keep.write('count', 'x'.repeat(40_000 - index * 1000) + index)));
    expect((await keep.read('count'))?.endsWith('x39')).toBe(true);
    expect(readdirSync(join(folder, 'keep'))).toEqual(['count']);
  });

  it('is never half a text for a reader while it is written over', async () => {
    const keep = await openKeepStore(folder);
    await keep.write('canary', 'a'.repeat(200_000));
    let writing = true;
    const writer = (async () => {
      for (let round = 0; round < 30; round += 1) await keep.write('canary', (round % 2 ? 'a' : 'b').repeat(200_000));
      writing = false;
    })();
    while (writing) {
      const text = (await keep.read('canary')) ?? '';
      expect([text.length, new Set(text).size]).toEqual([200_000, 1]);
    }
    await writer;
  });

  it('clears away what a power cut left half-written', async () => {
    await openKeepStore(folder);
    writeFileSync(join(folder, 'keep', '_half-0011223344556677'), 'part of a te');
    const keep = await openKeepStore(folder);
    expect(readdirSync(join(folder, 'keep'))).toEqual([]);
    expect(await keep.list()).toEqual([]);
  });

  it('leaves no half-written file, and the old text, when the write fails', async () => {
    await openKeepStore(folder);
    // A folder stands where the file would go, so that the last step, the renaming, fails.
    const keepFolder = join(folder, 'keep');
    await expect(writePrivately(join(keepFolder, '..', 'keep'), 'x')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['keep']);
  });
});
