import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchBytes } from './byte-search.ts';

const NAMES = ['María Núñez Ibáñez', 'Guadalupe', '(919) 555-0142', '9195550142'];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'byte-search-'));
  mkdirSync(path.join(folder, 'below/it'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, ...parts: readonly Buffer[]): void => {
  writeFileSync(path.join(folder, name), parts.map((part) => part.toString('latin1')).join(''), 'latin1');
};
const noise = (length: number): Buffer => Buffer.alloc(length, 'Guadalup9195550María');

for (const encoding of ['utf8', 'utf16le', 'latin1'] as const) {
  for (const name of NAMES) {
    test(`${name} in ${encoding} is found at the beginning, after an odd byte and at the end of a file below`, () => {
      for (const [before, after] of [[0, 9], [7, 3], [12, 0]] as const) {
        write('below/it/000003.log', noise(before), Buffer.from(name, encoding), noise(after));
        expect(searchBytes(folder, NAMES).found).toEqual([name]);
      }
    });
  }
}

test('all of several, each once, and how much was looked at', () => {
  write('one', Buffer.from('Guadalupe Guadalupe'));
  write('below/two', Buffer.from('tel 9195550142'));
  expect(searchBytes(folder, NAMES)).toEqual({ found: ['Guadalupe', '9195550142'], bytes: 33 });
});

test('nothing of what only begins like it, stands in two files, or is cut off by the end', () => {
  write('a', Buffer.from('Guada'));
  write('b', Buffer.from('lupe 919555014'));
  write('empty');
  expect(searchBytes(folder, NAMES)).toEqual({ found: [], bytes: 19 });
});

test('a text too short to look for is an error, not a clean folder', () => {
  expect(() => searchBytes(folder, ['Ana'])).toThrow(RangeError);
});
