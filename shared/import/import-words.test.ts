import { describe, expect, it } from 'vitest';
import en from '../words/locales/en/import.json';
import es from '../words/locales/es/import.json';
import { IMPORT_FIELDS } from './columns.ts';
import { LIST_PROBLEMS } from './decode.ts';
import { ROW_PROBLEMS } from './to-person.ts';

describe.each([
  ['en', en],
  ['es', es],
])('the words of importing in %s', (_language, words) => {
  it('have a sentence for every problem and a name for every field', () => {
    expect(Object.keys(words.file).sort()).toEqual([...LIST_PROBLEMS].sort());
    expect(Object.keys(words.reason).sort()).toEqual([...ROW_PROBLEMS].sort());
    expect(Object.keys(words.field).sort()).toEqual([...IMPORT_FIELDS].sort());
  });
});
