import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readList } from './read-list.ts';

function cellsOf(text: string): (readonly string[])[] {
  return readList(text).rows.map((row) => row.cells);
}

describe('readList', () => {
  it.each([',', ';', '\t', '|'])('finds the separator %j, also beside others in the cells', (separator) => {
    const rows = [
      ['Nombre', 'Iglesia', 'Notas'],
      ['Ana, Ruiz', 'Holy; Cross', 'a|b\tc, d; e'],
      ['Luz', '', '"casa grande"'],
      ['Eva', 'Betel', 'dos\nrenglones'],
    ];
    const list = readList(Papa.unparse(rows, { delimiter: separator, newline: '\r\n' }));
    expect(list.headings).toEqual(rows[0]);
    expect(list.rows.map((row) => row.cells)).toEqual(rows.slice(1));
  });

  it('reads whatever cells a program wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', ',', ';', '"', '\n', ' ', '=', '\t', '|') });
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell).map(([, one, two]) => ['x', one, two]), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (drawn) => {
        const all = [['Nombre', 'Notas', 'Grupo'], ...drawn];
        expect(cellsOf(Papa.unparse(all, { newline: '\r\n', quotes: true }))).toEqual(drawn);
      }),
    );
  });

  it('counts rows as a spreadsheet shows them and skips blank ones', () => {
    const list = readList('Nombre,Teléfono\n\nAna,1\n,\n"dos\nlíneas",2\nEva,3');
    expect(list.rows.map((row) => row.number)).toEqual([3, 5, 6]);
    expect(readList('sep=;\nNombre;Nota\nAna;x').rows[0]).toMatchObject({ number: 3, cells: ['Ana', 'x'] });
  });

  it('tells a list without headings', () => {
    expect(readList('Ana Ruiz,919 555 0123\nEva Luz,919 555 0188').headings).toBeNull();
    expect(readList('Quién,Dónde marcar\nAna Ruiz,919 555 0123').headings).toBeNull();
    expect(readList('Hoja 7,Dónde marcar\nAna,919 555 0123', true).headings).toEqual(['Hoja 7', 'Dónde marcar']);
    expect(readList('Nombre,Iglesia\nAna,Betel', false).rows).toHaveLength(2);
  });

  it('pads short rows and marks rows that have too many cells', () => {
    const many = Array.from({ length: 40 }, (_cell, at) => `c${at}`).join(',');
    const list = readList(`Nombre,Iglesia,Notas\nAna\nEva,Betel,x,,,\n${many}\nLuz,Betel,y`);
    expect(list.rows.map((row) => [row.cells.length, row.problem])).toEqual([
      [3, undefined],
      [3, undefined],
      [40, 'too-many-cells'],
      [3, undefined],
    ]);
  });

  it('loses one row, not the rest, to a quotation mark that is never closed', () => {
    const list = readList('Nombre,Notas\nAna,"sin cerrar\nEva,bien\nLuz,"cerrada, bien"\nRosa,x');
    expect(list.rows.map((row) => [row.number, row.cells[0], row.problem])).toEqual([
      [2, 'Ana', 'open-quote'],
      [3, 'Eva', undefined],
      [4, 'Luz', undefined],
      [5, 'Rosa', undefined],
    ]);
    expect(readList('Nombre,Notas\n"Lupita" Ruiz,x').rows[0]).toEqual({ number: 2, cells: ['"Lupita" Ruiz', 'x'] });
  });

  it('reads a file full of open quotation marks in reasonable time', () => {
    const start = performance.now();
    const list = readList(`Nombre,Notas\n${'Ana,"abierta\n'.repeat(20_000)}`);
    expect(list.rows.length).toBeGreaterThan(15_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('reads a list of one column whose names hold commas', () => {
    expect(readList('Nombre\nRuiz, Ana\nSoto, Eva').rows.map((row) => row.cells)).toEqual([['Ruiz, Ana'], ['Soto, Eva']]);
  });

  it('refuses a list that has nothing but headings', () => {
    expect(() => readList('Nombre,Iglesia\n\n')).toThrow('list: no-rows');
  });

  it('never fails on any other text', () => {
    const noise = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ';', '\r', ' ', '1') }).filter((drawn) => drawn.trim() !== '');
    fc.assert(
      fc.property(noise, (drawn) => {
        try {
          for (const row of readList(drawn).rows) expect(row.cells.some((cell) => cell.trim() !== '')).toBe(true);
        } catch (problem) {
          expect(String(problem)).toContain('no-rows');
        }
      }),
    );
  });
});
