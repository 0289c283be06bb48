import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFlags, findBrowser } from '../../e2e/find-browser.ts';
import { attendanceSheet } from '../../shared/papers/attendance-sheet.ts';
import type { SheetChoices, SheetOccasion } from '../../shared/papers/sheet-input.ts';
import { sheetSpace } from '../../shared/papers/sheet-space.ts';
import { printSheet } from '../../e2e/print-sheet.tsx';
import { CHOICES, EXPECTED, LONGEST_OCCASION, OCCASION } from './sheet-examples.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags() });
});
afterAll(() => browser.close());

function print(occasion: SheetOccasion, choices: Partial<SheetChoices>, code: string | null = 'AK7QX') {
  return printSheet(browser, attendanceSheet(occasion, { ...CHOICES, ...choices }, code));
}

/** The numbers at the left edge of the lines. */
function lineNumbers(page: string): number[] {
  return [...page.matchAll(/^\s{0,4}(\d{1,3})\b(?! de | of )/gm)].map((found) => Number(found[1]));
}

describe('the printed attendance sheet', () => {
  it.each([
    ['letter', 11, 8.5],
    ['legal', 14, 8.5],
    ['a4', 11.69, 8.27],
  ] as const)('comes out on %s, landscape, a sheet a page, nothing over its box', async (paper, width, height) => {
    const { pages, size, overflowing, fonts } = await print(OCCASION, { paper });
    expect(overflowing).toEqual([]);
    expect(pages).toHaveLength(2);
    expect(size[0]).toBeCloseTo(width, 1);
    expect(size[1]).toBeCloseTo(height, 1);
    for (const style of ['Regular', 'Bold', 'Italic']) expect(fonts).toMatch(new RegExp(`AtkinsonHyperlegibleNext-${style}.*yes yes yes`));
    const { paperWidth, boxWidth, paperHeight, boxHeight } = sheetSpace(paper, false);
    expect((paperWidth - boxWidth) / 2).toBeGreaterThanOrEqual(0.599);
    expect(paperHeight - boxHeight - 0.6).toBeGreaterThanOrEqual(0.599);
  });

  it('lists people by surname, repeats the header and numbers the lines through', async () => {
    const { pages } = await print(OCCASION, {});
    const [first = '', second = ''] = pages;
    const surnames = ['Aguilar Ríos, Carmen (Menchi)', 'Álvarez Peña, José Luis', 'Bautista de León', 'Cruz, Wilmer', 'Hernández Ríos', 'Nuñes, Beto', 'Núñez, Pilar', 'O’Brien', 'Zamora'];
    const places = surnames.map((name) => first.indexOf(name));
    expect(places.every((place, n) => place > (places[n - 1] ?? 0))).toBe(true);
    expect(first).toContain('Holy Cross Lutheran');
    expect(lineNumbers(first)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    expect(lineNumbers(second)).toEqual(Array.from({ length: 13 }, (_, n) => n + 14));
    for (const [page, n] of [[first, 1], [second, 2]] as const) {
      expect(page.match(new RegExp(`AK7QX-${n}`, 'g'))).toHaveLength(2);
      expect(page).toContain(`Hoja ${n} de 2 · Sheet ${n} of 2`);
      for (const text of ['Hoja de asistencia', 'Sign-in sheet', 'Asamblea de vivienda · Housing assembly', 'dom 23 de marzo de 2025', 'Salón parroquial']) {
        expect(page).toContain(text);
      }
      expect(page).toContain('No preguntamos sobre su estatus migratorio. Puede escribir solo su nombre.');
      expect(page).toContain('We do not ask about immigration status. You may write only your first name.');
      expect(page).toContain('Contados en la puerta');
      expect(page).toContain('Destroyed on');
      expect(page).toContain('(919) 555-0142 · durham@example.org');
      expect(page).not.toContain('CHROME OF THE APP');
    }
    expect(EXPECTED.every(({ listName }) => !second.includes(listName))).toBe(true);
  });

  it('speaks only the language that was chosen', async () => {
    const { pages, overflowing } = await print(OCCASION, { mode: 'en', variant: 'blank' });
    expect(overflowing).toEqual([]);
    expect(pages[0]).toContain('Housing assembly');
    expect(pages[0]).toContain('Sun, March 23, 2025');
    expect(pages[0]).not.toMatch(/asistencia|vivienda|Renglones|llamar/);
    expect(lineNumbers(pages[0] ?? '')).toHaveLength(15);
  });

  it('prints twenty blank pages with no meeting and no code', async () => {
    const { pages, overflowing } = await print({ ...OCCASION, meeting: null, expected: [] }, { variant: 'blank', blankPages: 20 }, null);
    expect(overflowing).toEqual([]);
    expect(pages).toHaveLength(20);
    expect(pages[19]).toContain('Hoja 20 de 20');
    expect(lineNumbers(pages[19] ?? '').at(-1)).toBe(260);
  });

  it.each(['letter', 'legal', 'a4'] as const)('keeps everything on its page and whole when all texts are long (%s)', async (paper) => {
    for (const institution of [undefined, 'Asociación de Padres y Madres de Familia de la Escuela Primaria Bilingüe Benito Juárez']) {
      const occasion = { ...LONGEST_OCCASION, institution };
      const content = attendanceSheet(occasion, { ...CHOICES, paper, mode: 'en-es' }, 'AK7QX');
      const { pages, overflowing } = await printSheet(browser, content);
      expect(overflowing).toEqual([]);
      expect(pages).toHaveLength(content.pages.length);
      expect(pages.join('').match(/Villavicencio y/g)).toHaveLength(LONGEST_OCCASION.expected.filter(({ listName }) => listName.includes('Villavicencio')).length);
    }
  });

  it('drops the institution column on a sheet that one institution carries', async () => {
    const { pages, overflowing } = await print({ ...OCCASION, institution: 'Iglesia San José' }, {});
    expect(overflowing).toEqual([]);
    expect(pages[0]).toContain('Iglesia San José');
    expect(pages[0]).not.toContain('Holy Cross');
    expect(pages[0]).not.toContain('Union Local');
  });
});
