import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheet } from '../domain/sheet.ts';
import { attendanceSheet } from './attendance-sheet.ts';
import { blankRowsAfter, inSurnameOrder, planPages } from './plan-pages.ts';
import { PAPER_MODES } from './printed-text.ts';
import { ROW_HEIGHT, PAPER_SIZES } from './sheet-space.ts';
import type { ExpectedPerson, SheetChoices, SheetOccasion } from './sheet-input.ts';
import { firstChoices } from './sheet-input.ts';
import { printedSheets } from './sheet-pages.ts';

const OCCASION: SheetOccasion = {
  meeting: { title: { es: 'Asamblea de vivienda', en: 'Housing assembly' }, date: { y: 2025, m: 3, d: 23 }, placeName: 'Salón' },
  settings: { chapterName: { es: 'Capítulo Durham', en: 'Durham Chapter' }, letterhead: { phone: '(919) 555-0142', email: '', address: '' } },
  expected: [],
};
const CHOICES: SheetChoices = { mode: 'es-en', variant: 'prefilled', paper: 'letter', blankPages: 1 };

function people(count: number): ExpectedPerson[] {
  return Array.from({ length: count }, (_, n) => ({ id: `person:${n}`, listName: `Ruiz, Ana ${n}`, sortKey: ['Ruiz', '', `Ana ${n}`], institution: '' }));
}

const anyone = fc.record({
  id: fc.uuid(),
  listName: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
  sortKey: fc.array(fc.string({ maxLength: 20, unit: 'grapheme' }), { maxLength: 3 }),
  institution: fc.string({ maxLength: 200 }),
});

describe('planPages', () => {
  it('gives a landscape page 13 to 15 lines of at least 9 mm, on every paper and in every mode (domain §3.0)', () => {
    for (const paper of PAPER_SIZES) {
      for (const mode of PAPER_MODES) {
        const plan = planPages(OCCASION, { ...CHOICES, variant: 'blank', paper, mode });
        expect([13, 14, 15], `${paper} ${mode}`).toContain(plan.pages[0]?.printedRows);
        expect(plan.rowHeight).toBeGreaterThanOrEqual(0.36 * 72);
      }
    }
  });

  it('adds ten blank lines or three for every ten expected, and fills the last page', () => {
    expect([0, 10, 33, 34, 40, 200].map(blankRowsAfter)).toEqual([10, 10, 10, 11, 12, 60]);
    for (const [expected, least] of [[0, 10], [16, 26], [17, 27], [40, 52]] as const) {
      const { pages } = planPages({ ...OCCASION, expected: people(expected) }, CHOICES);
      const lines = pages.reduce((sum, page) => sum + page.printedRows, 0);
      expect(lines).toBeGreaterThanOrEqual(least);
      expect(lines - least).toBeLessThan(13);
      expect(new Set(pages.map((page) => page.printedRows))).toEqual(new Set([13]));
    }
  });

  it('prints as many blank pages as were asked for, without names', () => {
    for (const blankPages of [1, 5, 20]) {
      const plan = planPages({ ...OCCASION, expected: people(3) }, { ...CHOICES, variant: 'blank', blankPages });
      expect(plan.pages).toHaveLength(blankPages);
      expect(plan.people).toEqual([]);
      expect(plan.pages.every((page) => page.preprinted.length === 0)).toBe(true);
    }
  });

  it('widens the name when the sheet belongs to one institution', () => {
    const shared = planPages(OCCASION, CHOICES).columns;
    const own = planPages({ ...OCCASION, institution: 'Iglesia San José' }, CHOICES).columns;
    const widthOf = (columns: typeof own, name: string) => columns.find(({ column }) => column === name)?.widthIn ?? 0;
    expect(widthOf(own, 'institution')).toBe(0);
    expect(widthOf(own, 'name')).toBeGreaterThan(widthOf(shared, 'name') + 1);
    for (const columns of [shared, own]) expect(columns.reduce((sum, { widthIn }) => sum + widthIn, 0)).toBeCloseTo(9.8, 6);
    expect(widthOf(shared, 'name')).toBeGreaterThanOrEqual(2.6);
    expect(widthOf(shared, 'phone')).toBeGreaterThanOrEqual(1.5);
  });

  it('numbers lines through, prints everybody once, and says the same as the paper, whatever the names are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyone, { selector: (person) => person.id, maxLength: 60 }),
        fc.constantFrom(...PAPER_SIZES),
        fc.constantFrom(...PAPER_MODES),
        (expected, paper, mode) => {
          const content = attendanceSheet({ ...OCCASION, expected }, { ...CHOICES, paper, mode }, 'AK7QX');
          const { plan } = content;
          expect(plan.pages.flatMap((page) => page.preprinted)).toEqual(inSurnameOrder(expected).map(({ id }) => id));
          expect(content.pages.flatMap((page) => page.lines.map((line) => line.n))).toEqual(
            Array.from({ length: plan.pages.reduce((sum, page) => sum + page.printedRows, 0) }, (_, n) => n + 1),
          );
          plan.pages.forEach((page, place) => {
            expect(content.pages[place]?.lines[0]?.n).toBe(page.firstRow);
            expect(content.pages[place]?.lines).toHaveLength(page.printedRows);
          });
          expect(plan.rowHeight).toBeGreaterThanOrEqual(ROW_HEIGHT.least);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('inSurnameOrder', () => {
  it('ignores accents, puts ñ after n, and each person stands once', () => {
    const named = (name: string): ExpectedPerson => ({ id: name, listName: name, sortKey: name.split(' '), institution: '' });
    const given = ['Núñez Ana', 'Zapata Eva', 'Álvarez Luz', 'Nuñes Beto', 'Aguilar Sol', 'Nuza Leo', 'Alvarez Pía', 'Zapata Eva', 'Ruizano Ana', 'Ruiz Zoe', 'Nunzio Leo', 'Nunez Ana'];
    expect(inSurnameOrder(given.map(named)).map(({ id }) => id)).toEqual(
      ['Aguilar Sol', 'Álvarez Luz', 'Alvarez Pía', 'Nunez Ana', 'Nunzio Leo', 'Nuñes Beto', 'Núñez Ana', 'Nuza Leo', 'Ruiz Zoe', 'Ruizano Ana', 'Zapata Eva'],
    );
  });
});

describe('printedSheets', () => {
  it('makes one record a page that the sheet schema takes as it is', () => {
    const plan = planPages({ ...OCCASION, expected: people(20) }, CHOICES);
    const records = printedSheets(plan, 'AK7QX', 'meeting:x');
    expect(records.map((record) => record.code)).toEqual(['AK7QX-1', 'AK7QX-2', 'AK7QX-3']);
    expect(records.map((record) => [record.firstRow, record.printedRows, record.preprinted.length])).toEqual([
      [1, 13, 13],
      [14, 13, 7],
      [27, 13, 0],
    ]);
    for (const record of records) expect(sheet.parse({ ...record, id: 'sheet:x' })).toEqual({ ...record, id: 'sheet:x' });
  });
});

describe('firstChoices', () => {
  it('begins with the language of the screen, and with names when people are expected', () => {
    expect(firstChoices('en', 'a4', 3)).toEqual({ mode: 'en-es', variant: 'prefilled', paper: 'a4', blankPages: 1 });
    expect(firstChoices('es', 'letter', 0)).toEqual({ mode: 'es-en', variant: 'blank', paper: 'letter', blankPages: 1 });
  });
});
