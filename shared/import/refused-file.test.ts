import { expect, it } from 'vitest';
import { refusedFile } from './refused-file.ts';

const texts = { row: 'Renglón', reason: 'Por qué', reasonText: (reason: string) => `-> ${reason}` };

function textOf(cells: string[]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(refusedFile([{ row: 12, reason: 'no-name', cells }], ['Nombre', '=Notas'], texts));
}

it('writes what spreadsheet programs open well', () => {
  expect(textOf(['', 'Señora, "x"'])).toBe(`\uFEFF"Renglón","Por qué","Nombre","'=Notas"\r\n"12","'-> no-name","","Señora, ""x"""\r\n`);
});
