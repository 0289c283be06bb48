import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { refusedFile } from './refused-file.ts';

const texts = { row: 'Renglón', reason: 'Por qué', reasonText: (reason: string) => `-> ${reason}` };

function textOf(cells: string[]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(refusedFile([{ row: 12, reason: 'no-name', cells }], ['Nombre', '=Notas'], texts));
}

it('writes what spreadsheet programs open well', () => {
  expect(textOf(['', 'Señora, "x"'])).toBe(`\uFEFFRenglón,Por qué,Nombre,'=Notas\r\n12,'-> no-name,,"Señora, ""x"""\r\n`);
});

it('leaves no cell that begins a formula, and no cell out', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a', '"', ',', '\n') }), { minLength: 1 }), (cells) => {
      const row = Papa.parse<string[]>(textOf(cells).slice(1), { newline: '\r\n', delimiter: ',' }).data[1] ?? [];
      expect(row.some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
      expect(row.slice(2).map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(cells);
    }),
  );
});
