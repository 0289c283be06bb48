import { describe, expect, it } from 'vitest';
import { readLeaves } from './remote-pages.ts';

const page = (last: string | number, ...ids: readonly string[]): object => ({ results: ids.map((id, at) => ({ seq: at, id, changes: [{ rev: '1-a' }, { rev: '2-b' }] })), last_seq: last });

describe('readLeaves', () => {
  it('reads records with all their leaves, and where the next page begins', () => {
    expect(readLeaves(0, page('7-hub', 'person:a'))).toEqual({ rows: [{ id: 'person:a', revs: ['1-a', '2-b'] }], last: '7-hub' });
  });

  it('passes over design documents without taking their page for the end', () => {
    expect(readLeaves('7-hub', page('8-hub', '_design/convoca'))).toEqual({ rows: [], last: '8-hub' });
  });

  it('says with an unmoved end that there is no more', () => {
    expect(readLeaves('7-hub', page('7-hub'))).toEqual({ rows: [], last: '7-hub' });
    // A server may name the same end in other words.
    expect(readLeaves('7-hub', page('7-other'))).toEqual({ rows: [], last: '7-hub' });
  });

  it('takes no answer that came twice, or is of another question', () => {
    expect(() => readLeaves('7-hub', page('7-hub', 'person:a'))).toThrow('damaged-answer');
    expect(() => readLeaves('7-hub', page('3-hub', 'person:a'))).toThrow('damaged-answer');
  });

  it('takes nothing else for a page', () => {
    for (const said of [null, {}, { results: [{}], last_seq: 1 }, { results: [{ id: 'a', changes: [] }], last_seq: 1 }, { results: [] }]) {
      expect(() => readLeaves(0, said)).toThrow('damaged-answer');
    }
  });
});
