import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeList, ListProblem } from './decode.ts';

const text = 'Nombre;Teléfono\r\nÑusta Núñez;555-0123\r\n';
const utf8 = new TextEncoder().encode(text);

function utf16(of: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(of.length * 2 + 2));
  [...`\uFEFF${of}`].forEach((letter, at) => view.setUint16(at * 2, letter.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
}

function problemOf(bytes: Uint8Array): string {
  try {
    decodeList(bytes);
  } catch (problem) {
    if (problem instanceof ListProblem) return problem.code;
    throw problem;
  }
  return 'none';
}

describe('decodeList', () => {
  it('reads every encoding that lists come in', () => {
    const windows = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]);
    for (const bytes of [utf8, marked, windows, utf16(text, true), utf16(text, false)]) expect(decodeList(bytes)).toBe(text);
    expect(decodeList(new Uint8Array([0x93, 0x4c, 0x75, 0x70, 0x65, 0x94, 0xf1]))).toBe('“Lupe”ñ');
  });

  it.each([
    ['empty-file', []],
    ['empty-file', [0xef, 0xbb, 0xbf]],
    ['empty-file', [0x20, 0x0d, 0x0a]],
    ['spreadsheet-file', [0x50, 0x4b, 0x03, 0x04, 0, 0]],
    ['spreadsheet-file', [0xd0, 0xcf, 0x11, 0xe0, 1]],
    ['spreadsheet-file', [...new TextEncoder().encode('\n<html><table>')]],
    ['pdf-file', [...new TextEncoder().encode('%PDF-1.7')]],
    ['binary-file', [0x4e, 0x00, 0x6f, 0x00]],
  ])('refuses a %s', (code, bytes) => {
    expect(problemOf(new Uint8Array(bytes))).toBe(code);
  });

  it('reads any text back, and says nothing of the file when it refuses one', () => {
    const any = fc.string({ unit: 'grapheme' }).filter((drawn) => drawn.trim() !== '' && !/[\0\uFEFF]|^(PK|%PDF|\s*<)/.test(drawn));
    fc.assert(
      fc.property(any, (drawn) => {
        expect(decodeList(new TextEncoder().encode(drawn))).toBe(drawn);
      }),
    );
    expect(new ListProblem('pdf-file').message).toBe('list: pdf-file');
  });
});
