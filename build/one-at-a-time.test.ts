import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convoca-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('two that begin at once work one after the other', async () => {
  const lock = join(folder, 'new', 'lock');
  const steps: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    steps.push(`${name} begins`);
    await pause(30);
    steps.push(`${name} ends`);
  };
  await Promise.all([oneAtATime(lock, work('one')), oneAtATime(lock, work('two'))]);
  expect(steps.map((step) => step.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
});

test('work that fails gives the turn on', async () => {
  const lock = join(folder, 'lock');
  await expect(oneAtATime(lock, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(await oneAtATime(lock, () => Promise.resolve('done'))).toBe('done');
  expect(existsSync(lock)).toBe(false);
});

test('a lock whose process was killed does not hold', async () => {
  const lock = join(folder, 'lock');
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  await writeFile(lock, String(ended));
  expect(await oneAtATime(lock, () => Promise.resolve('done'))).toBe('done');
});
