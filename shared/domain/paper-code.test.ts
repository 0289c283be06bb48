import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES_PER_DEVICE, DEVICE_LETTERS, makeCode, pageCode, readCode } from './paper-code.ts';

const ALPHABET = Array.from('2345679ACDEFHJKMNPRTWXY');
const letter = fc.constantFrom(...DEVICE_LETTERS);
const counter = fc.integer({ min: 0, max: CODES_PER_DEVICE - 1 });

describe('makeCode', () => {
  it('gives five characters, different for every counter of a PC and for every PC', () => {
    const codes = new Set<string>();
    for (const pc of ['A', 'C', '9']) for (let n = 0; n < CODES_PER_DEVICE; n += 1) codes.add(makeCode(pc, n));
    expect(codes.size).toBe(3 * CODES_PER_DEVICE);
    expect([...codes].every((code) => /^[AC9][2345679ACDEFHJKMNPRTWXY]{4}$/.test(code))).toBe(true);
  });

  it('makes neighbouring sheets differ in every counter character', () => {
    fc.assert(
      fc.property(letter, fc.integer({ min: 0, max: CODES_PER_DEVICE - 2 }), (pc, n) => {
        const [one, two] = [makeCode(pc, n), makeCode(pc, n + 1)];
        return [1, 2, 3].filter((place) => one[place] !== two[place]).length >= 2;
      }),
    );
  });

  it('refuses a letter that looks like another character, and a counter past the last', () => {
    expect(() => makeCode('O', 1)).toThrow(RangeError);
    expect(() => makeCode('AC', 1)).toThrow(RangeError);
    expect(() => makeCode('', 1)).toThrow(RangeError);
    expect(() => makeCode('A', CODES_PER_DEVICE)).toThrow(RangeError);
    expect(() => makeCode('A', 1.5)).toThrow(RangeError);
  });
});

describe('readCode', () => {
  it('reads back every code with its page, however it is typed', () => {
    fc.assert(
      fc.property(letter, counter, fc.integer({ min: 1, max: 999 }), (pc, n, page) => {
        const code = makeCode(pc, n);
        const read = { ok: true, sheetCode: code, page };
        expect(readCode(pageCode(code, page))).toEqual(read);
        expect(readCode(` ${code.toLowerCase()} – ${page} `)).toEqual(read);
        expect(readCode(`${code.slice(0, 2)} ${code.slice(2)}${page}`)).toEqual(read);
        expect(readCode(code)).toEqual({ ok: true, sheetCode: code, page: null });
      }),
    );
  });

  it('finds every single wrong character (all places, all characters)', () => {
    for (let n = 0; n < CODES_PER_DEVICE; n += 29) {
      const code = makeCode('K', n);
      for (let place = 0; place < code.length; place += 1) {
        for (const wrong of ALPHABET.filter((character) => character !== code[place])) {
          const typed = code.slice(0, place) + wrong + code.slice(place + 1);
          if (readCode(typed).ok) throw new Error(`${typed} passed for ${code}`);
        }
      }
    }
  });

  it('finds every exchange of two different neighbours', () => {
    for (let n = 0; n < CODES_PER_DEVICE; n += 1) {
      const code = makeCode('W', n);
      for (let place = 0; place + 1 < code.length; place += 1) {
        const [one, two] = [code.charAt(place), code.charAt(place + 1)];
        const typed = code.slice(0, place) + two + one + code.slice(place + 2);
        if (one !== two && readCode(`${typed}-1`).ok) throw new Error(`${typed} passed for ${code}`);
      }
    }
  });

  it('takes look-alikes for the character that was printed', () => {
    const withDigits = Array.from({ length: 400 }, (_, n) => makeCode('D', n)).filter((code) => /[2567Y]/.test(code));
    expect(withDigits.length).toBeGreaterThan(100);
    for (const code of withDigits) {
      const seen = code.replaceAll('2', 'z').replaceAll('5', 's').replaceAll('6', 'g').replaceAll('7', '1').replaceAll('D', 'o');
      expect(readCode(`${seen}-l0`)).toEqual({ ok: true, sheetCode: code, page: 10 });
    }
  });

  it('says what is wrong', () => {
    const code = makeCode('A', 7);
    expect(readCode('  ')).toEqual({ ok: false, problem: 'empty' });
    expect(readCode(code.slice(0, 4))).toEqual({ ok: false, problem: 'length' });
    expect(readCode(`${code.slice(0, 4)}-2`)).toEqual({ ok: false, problem: 'length' });
    expect(readCode(`${code}A-2`)).toEqual({ ok: false, problem: 'length' });
    expect(readCode('ñandú')).toEqual({ ok: false, problem: 'mistyped' });
    expect(readCode(`${code}-0`)).toEqual({ ok: false, problem: 'page' });
    expect(readCode(`${code}-x`)).toEqual({ ok: false, problem: 'page' });
  });

  it('never throws and never invents a code, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const reading = readCode(typed);
        return !reading.ok || readCode(reading.sheetCode).ok;
      }),
    );
  });
});
