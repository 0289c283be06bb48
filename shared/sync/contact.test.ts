import { describe, expect, test } from 'vitest';
import { contactDocument, contactId, contactOf, type OfficeFigures } from './contact.ts';
import { rulesFor } from './validation/parameters.ts';
import { refusalOf } from './validation/refusal.ts';

const CHAPTER = 'abcdefgh12';
const NOW = Date.parse('2026-11-22T10:42:00.000Z');
const FIGURES: OfficeFigures = {
  chapter: CHAPTER,
  device: 'device:0123456789abcdef0123',
  letter: 'B',
  account: 'durham-1',
  version: '0.1.0',
  schema: 1,
  waiting: 12,
  waitingSince: '2026-11-01T08:00:00.000Z',
  denied: 1,
  safeAt: '2026-11-01T07:59:00.000Z',
  verifiedAt: null,
  clockMinutes: 0,
  problem: 'no-network',
  guard: null,
  reviews: 2,
  totals: { people: 213, gatherings: 14 },
};
const DEVICE = { name: 'durham-1', roles: [`chapter-${CHAPTER}`] };

function refusal(document: Readonly<Record<string, unknown>>): string | null {
  const rules = rulesFor('network');
  if (rules === null) throw new Error('the network has rules');
  return refusalOf(document, null, DEVICE, rules)?.text ?? null;
}

describe('what a PC tells headquarters', () => {
  test('is taken by the rule of hub and CouchDB, and read back as it was meant', () => {
    const document = contactDocument(FIGURES, NOW, NOW - 90 * 60_000);
    expect(refusal(document)).toBeNull();
    const { chapter: _chapter, device: _device, ...told } = FIGURES;
    expect(contactOf({ ...document, _rev: '1-x' })).toEqual({ ...told, chapter: CHAPTER, device: '0123456789abcdef0123', letter: 'b', at: '2026-11-22T10:42:00.000Z' });
    expect(document).toMatchObject({ atHere: '2026-11-22T09:12:00.000Z', form: 1 });
  });

  test('leaves out what is no short code: nothing that people typed is carried', () => {
    const document = contactDocument({ ...FIGURES, account: 'Rosa Medrano', letter: 'Ñ', version: 'built on Rosa’s PC', problem: 'Rosa said so' }, NOW, NOW);
    expect(document).toMatchObject({ account: null, letter: null, version: null, problem: null });
    expect(JSON.stringify(document)).not.toContain('Rosa');
    expect(refusal(document)).toBeNull();
  });

  test.each([8.64e15, -8.64e15, Number.NaN, Infinity])('a clock that says %d is told as none', (broken) => {
    const document = contactDocument(FIGURES, broken, broken);
    expect(document).toMatchObject({ at: null, atHere: null });
    expect(refusal(document)).toBeNull();
  });

  test('the id says the chapter and the PC’s own random characters', () => {
    expect(contactId(CHAPTER, 'device:0123456789abcdef')).toBe('contact:abcdefgh12-0123456789abcdef');
  });
});

describe('contactOf', () => {
  test('reads what a newer Convoca wrote, and takes what is missing or unreadable for nothing', () => {
    const read = contactOf({ _id: `contact:${CHAPTER}-0123456789abcdef`, chapter: CHAPTER, at: 'yesterday', waiting: -3, totals: { people: 'many' }, more: [1] });
    expect(read).toMatchObject({ chapter: CHAPTER, device: '0123456789abcdef', at: null, waiting: 0, totals: {}, version: null });
  });

  test.each([null, 'text', {}, { _id: 'snapshot:abcdefgh12-0123456789abcdef', chapter: CHAPTER }, { _id: 'contact:x', chapter: CHAPTER }])('%j is none', (other) => {
    expect(contactOf(other)).toBeNull();
  });
});
