import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelope, tombstone } from '../../store/envelope.ts';
import { erasedMark } from './erased-mark.js';
import { rulesFor, type RuleParameters } from './parameters.ts';
import { reasonOf, REFUSAL_REASONS } from './reasons.ts';
import { chapterRole, refusalOf } from './refusal.ts';
import { CASE_CHAPTER, ERASED_ID, RULE_CASES } from './rule-cases.ts';

function rules(kind: string): RuleParameters {
  const found = rulesFor(kind === 'chapter' ? `chapter-${CASE_CHAPTER}` : kind, { [erasedMark(ERASED_ID)]: 1 });
  if (found === null) throw new Error('a network’s database has rules');
  return found;
}
const computer = { name: 'durham-1', roles: [chapterRole(CASE_CHAPTER)] };

describe('what may be stored', () => {
  it.each(RULE_CASES.map((one) => [one.what, one] as const))('%s', (_what, { kind, document, user, reason }) => {
    // As it comes over the wire; members without a value do not.
    const sent = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
    const refused = refusalOf(sent, null, user, rules(kind));
    expect(refused?.reason ?? null).toBe(reason);
    if (refused !== null) expect(refused.text).toMatch(/^[a-z-]+: [A-Z].+\.$/);
  });

  it('takes no document without an id, and a design document from administrators', () => {
    expect(refusalOf({}, null, computer, rules('chapter'))?.reason).toBe('not-sealed');
    expect(refusalOf({ _id: 7 }, null, computer, rules('chapter'))?.reason).toBe('not-sealed');
    expect(refusalOf({ _id: '_design/convoca' }, null, { name: 'admin', roles: ['_admin'] }, rules('chapter'))).toBeNull();
  });

  it('lets everything but the erased ones through while the list is long', () => {
    const erased = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [erasedMark(`person:${i}`), 1 as const]));
    const parameters = { ...rules('chapter'), erased };
    const of = (id: string): unknown => refusalOf({ _id: id, chapter: CASE_CHAPTER, schema: 1, parts: { chapter: { k: 1, n: 'n'.repeat(32), c: 'c' } } }, null, computer, parameters)?.reason;
    expect(of(ERASED_ID)).toBeUndefined();
    expect(refusalOf({ _id: ERASED_ID, chapter: CASE_CHAPTER, schema: 1, parts: { chapter: { k: 1, n: 'n'.repeat(32), c: 'c' } } }, null, computer, rules('chapter'))?.reason).toBe('erased');
  });

  it('has rules for the databases of a network only', () => {
    expect(rulesFor('plain')).toBeNull();
    expect(rulesFor('chapter-short')).toBeNull();
    expect(rulesFor('chapter-durham-7k2m9p4x')).toBeNull();
    expect(rulesFor('networks')).toBeNull();
    expect(rulesFor('chapter-durham77')).toMatchObject({ kind: 'chapter', chapter: 'durham77', erased: {} });
  });
});

/** Envelopes with one spot changed, so that both sides of each border are met. */
const odd = fc.oneof(fc.constant(undefined), fc.constant(null), fc.integer({ min: -1, max: 3 }), fc.double(), fc.string(), fc.boolean(), fc.constant([]), fc.constant({}));
const letters = fc.stringMatching(/^[A-Za-z0-9_-]{1,50}$/);
const sealed = fc.record({ k: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1 }) }, odd), n: fc.oneof({ weight: 6, arbitrary: fc.constant('n'.repeat(32)) }, letters), c: fc.oneof({ weight: 6, arbitrary: letters }, odd) });
const parts = fc.record({ chapter: sealed, organizers: fc.oneof(sealed, odd), author: fc.oneof(sealed, fc.array(sealed, { maxLength: 3 }), odd) }, { requiredKeys: ['chapter'] });
const schema = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 99 }) }, odd);
const envelopes = fc.record({ chapter: fc.constant(CASE_CHAPTER), schema, parts: fc.oneof({ weight: 6, arbitrary: parts }, odd), name: odd }, { requiredKeys: ['chapter', 'parts'] });
const kinds = fc.oneof(fc.constant('merged'), fc.constant('erased'), odd);
const mac = fc.oneof({ weight: 6, arbitrary: fc.constant('m'.repeat(43)) }, letters);
const tombstones = fc.record({ chapter: fc.constant(CASE_CHAPTER), schema, kind: kinds, mac, seen: fc.oneof(sealed, odd) }, { requiredKeys: ['chapter', 'schema'] });
const asSent = <T>(value: T): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

describe('the rule and the store', () => {
  it('agree on what a sealed record is', () => {
    fc.assert(
      fc.property(envelopes, (made) => {
        const document = asSent(made);
        const refused = refusalOf({ _id: `person:${'a'.repeat(20)}`, ...document }, null, computer, rules('chapter'));
        expect(refused === null).toBe(envelope.safeParse(document).success);
      }),
      { numRuns: 2000 },
    );
  });

  it('agree on what a tombstone is', () => {
    fc.assert(
      fc.property(tombstones, (made) => {
        const document = asSent(made);
        const refused = refusalOf({ _id: `person:${'a'.repeat(20)}`, _deleted: true, ...document }, null, computer, rules('chapter'));
        expect(refused === null).toBe(tombstone.safeParse(document).success);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the mark of an erased id', () => {
  it('is the beginning of SHA-256', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (id) => {
        expect(erasedMark(id)).toBe(createHash('sha256').update(`convoca-erased:${id}`).digest('hex').slice(0, 32));
      }),
    );
    for (let length = 0; length < 140; length += 1) {
      const id = 'x'.repeat(length);
      expect(erasedMark(id)).toBe(createHash('sha256').update(`convoca-erased:${id}`).digest('hex').slice(0, 32));
    }
  });
});

describe('the reason in a refusal’s text', () => {
  it('is read from its head, and nothing else counts', () => {
    for (const reason of REFUSAL_REASONS) expect(reasonOf(`${reason}: The sentence.`)).toBe(reason);
    for (const text of ['', 'erased', 'Only valid users', ': x', 'Erased: x', 'x erased: y', 7, null]) expect(reasonOf(text)).toBe('unknown');
  });
});
