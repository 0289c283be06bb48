import { expect, test } from 'vitest';
import lists from './codelists.json' with { type: 'json' };
import { codeLabel, codesOf, listLabel, type CodeList } from './codes.ts';

const NAMES = Object.keys(lists) as CodeList[];

test('every list and every code has its words in both languages, and no code twice', () => {
  expect(NAMES.length).toBeGreaterThan(40);
  for (const name of NAMES) {
    expect(listLabel(name, 'es')).not.toBe('');
    expect(listLabel(name, 'en')).not.toBe('');
    const codes = codesOf(name).map(({ code }) => code);
    expect(new Set(codes).size, name).toBe(codes.length);
    for (const code of codes) {
      expect(codeLabel(name, code, 'es'), `${name}.${code}`).toMatch(/\S/);
      expect(codeLabel(name, code, 'en'), `${name}.${code}`).toMatch(/\S/);
    }
  }
});

test('a code in words; one that a newer Convoca wrote stays readable; none is an empty text', () => {
  expect(codeLabel('meeting_type', 'house_meeting', 'es')).toBe('Reunión de casa');
  expect(codeLabel('meeting_type', 'house_meeting', 'en')).toBe('House meeting');
  expect(codeLabel('meeting_type', 'moon_walk', 'es')).toBe('moon_walk');
  expect(codeLabel('meeting_type', undefined, 'es')).toBe('');
});
