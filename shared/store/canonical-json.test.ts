import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('equal contents give equal text, in whatever order their keys were set', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), (value) => {
      const turned = (inner: unknown): unknown =>
        Array.isArray(inner)
          ? inner.map(turned)
          : inner !== null && typeof inner === 'object'
            ? Object.fromEntries(Object.entries(inner).reverse().map(([key, own]) => [key, turned(own)]))
            : inner;
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
    }),
  );
});

test('the text is JSON’s own, and nothing is lost in it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(value)).toHaveLength(JSON.stringify(value).length);
    }),
  );
});

test('keys are sorted, what is undefined is left out, and a key may have any name', () => {
  expect(canonicalJson({ b: undefined, ñ: 1, a: Object.assign(Array(1), { 1: -0, 2: 'x"y' }), Z: {} })).toBe('{"Z":{},"a":[null,0,"x\\"y"],"ñ":1}');
  expect(canonicalJson(JSON.parse('{"__proto__":{"b":2,"a":1}}'))).toBe('{"__proto__":{"a":1,"b":2}}');
  expect(canonicalJson(new Date(0))).toBe('"1970-01-01T00:00:00.000Z"');
});
