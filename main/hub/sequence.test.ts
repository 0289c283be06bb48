import { describe, expect, it } from 'vitest';
import { readSequence, sequenceText } from './sequence.ts';

describe('a sequence', () => {
  it('is read back by the database that gave it', () => {
    expect(readSequence(sequenceText(12, 'abc'), 'abc')).toBe(12);
    expect(readSequence('"12-abc"', 'abc')).toBe(12);
    expect(readSequence('7', 'abc')).toBe(7);
  });

  it('begins anew when another database of that name gave it', () => {
    expect(readSequence(sequenceText(12, 'before'), 'abc')).toBe(0);
  });

  it.each(['', 'x', '-1', '1.5', '12-', 'now', '12-a b', '1'.repeat(20)])('is not read from %j', (text) => {
    expect(readSequence(text, 'abc')).toBeNull();
  });
});
