import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesNeeded } from './type-widths.ts';

describe('linesNeeded', () => {
  it('counts lines as the bundled font breaks them (measured in a browser at 11 pt)', () => {
    const purpose = 'Usamos esta lista para invitarle y para contar la asistencia. No preguntamos sobre su estatus migratorio. Puede escribir solo su nombre.';
    // 657.6 pt wide when measured.
    expect(linesNeeded(purpose, 9.8 * 72, 11)).toBe(1);
    expect(linesNeeded(purpose, 650, 11)).toBe(2);
    expect(linesNeeded('García Núñez, María Guadalupe (Lupita)', 160, 11)).toBe(2);
  });

  it('needs a line for nothing, and breaks a word that is wider than the column', () => {
    expect(linesNeeded('', 100, 11)).toBe(1);
    expect(linesNeeded('W'.repeat(50), 100, 11)).toBeGreaterThan(4);
    expect(linesNeeded([{ text: 'Capítulo Durham', weight: 'bold' }, { text: '· Durham Chapter', weight: 'regular' }], 100, 11)).toBe(2);
  });

  it('never needs fewer lines for more text, a narrower column or a heavier type', () => {
    const text = fc.array(fc.string({ maxLength: 14 }), { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 400 }), (some, width) => {
        const lines = linesNeeded(some, width, 11);
        expect(linesNeeded(`${some} Hernández`, width, 11)).toBeGreaterThanOrEqual(lines);
        expect(linesNeeded(some, width, 11, 'bold')).toBeGreaterThanOrEqual(lines);
      }),
    );
  });
});
