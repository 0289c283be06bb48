import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it, test } from 'vitest';
import { csvFile, harmlessCell } from './csv.ts';

function textOf(rows: string[][]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvFile(rows));
}

test('the file begins with the mark of UTF-8, its lines end as Windows has them, and every cell is quoted', () => {
  expect(textOf([['Señora, "x"', ''], ['ñ', '2']])).toBe('\uFEFF"Señora, ""x""",""\r\n"ñ","2"\r\n');
});

test.each(['=1+1', '+19195550123', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a', '  =1', '"=1', "'=1", '\u00a0=1', '\n=1', '−1'])('%j begins no formula', (cell) => {
  expect(harmlessCell(cell)).toBe(`'${cell}`);
});

test.each(['Ana Ríos', '(919) 555-0123', 'a=b', '3-4', 'ana@example.org', "O'Neill", ''])('%j stays as it is', (cell) => {
  expect(harmlessCell(cell)).toBe(cell);
});

const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', '"', "'", 'a', ',') }));

it('any text that is read back is what it was, or that after an apostrophe, and none begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const back = Papa.parse<string[]>(textOf(rows).slice(1).replace(/\r\n$/, ''), { newline: '\r\n', delimiter: ',' }).data;
      expect(back.map((cells) => cells.length)).toEqual(rows.map((cells) => cells.length));
      back.forEach((cells, line) => {
        cells.forEach((read, at) => {
          const written = rows[line]?.[at];
          expect(read === written || read === `'${written ?? ''}`).toBe(true);
          expect(/^[\s"]*[=+\-@＝＋－＠]/.test(read) || /^[\t\r]/.test(read)).toBe(false);
        });
      });
    }),
  );
});
