import { describe, expect, it } from 'vitest';
import { attendanceSheet } from './attendance-sheet.ts';
import type { SheetChoices, SheetOccasion } from './sheet-input.ts';
import { printedBilingual, shorten } from './printed-text.ts';
import { sheetHeading } from './sheet-heading.ts';

const MEETING: NonNullable<SheetOccasion['meeting']> = {
  kind: 'leaders_assembly',
  title: { es: 'Asamblea de vivienda', en: 'Housing assembly' },
  date: { y: 2025, m: 3, d: 23 },
  placeName: 'Salón parroquial',
};
const OCCASION: SheetOccasion = {
  meeting: MEETING,
  settings: {
    chapterName: { es: 'Capítulo Durham', en: '' },
    letterhead: { phone: '(919) 555-0142', email: ' ', address: 'Box 9' },
  },
  expected: [{ id: 'person:1', listName: 'Cruz, Wilmer', sortKey: ['Cruz', '', 'Wilmer'], institution: 'Iglesia San José' }],
};
const CHOICES: SheetChoices = { mode: 'es-en', variant: 'prefilled', paper: 'letter', blankPages: 1 };

function fieldTexts(occasion: SheetOccasion, mode: SheetChoices['mode'] = 'es-en') {
  return Object.fromEntries(sheetHeading(occasion, mode).fields.map(({ field, value }) => [field, value.map(({ text }) => text)]));
}

describe('attendanceSheet', () => {
  it('says everything in both languages, the first named first', () => {
    const { plan, totals } = attendanceSheet(OCCASION, { ...CHOICES, mode: 'en-es' }, 'AK7QX');
    expect(plan.heading.title).toEqual([
      { lang: 'en', text: 'Sign-in sheet' },
      { lang: 'es', text: 'Hoja de asistencia' },
    ]);
    expect(plan.heading.purpose.map(({ text }) => text)).toEqual([
      'We use this list to invite you and to count who came. We do not ask about immigration status. You may write only your first name.',
      'Usamos esta lista para invitarle y para contar la asistencia. No preguntamos sobre su estatus migratorio. Puede escribir solo su nombre.',
    ]);
    const texts = [...plan.columns.slice(1).map(({ heading }) => heading), ...totals.map(({ label }) => label)];
    expect(texts.every((text) => text.length === 2 && text[0]?.lang === 'en' && text[0].text !== text[1]?.text)).toBe(true);
    expect(totals.map(({ label }) => label[1]?.text)).toEqual(['Contados en la puerta', 'Renglones llenos', 'Recogió', 'Capturó', 'Destruida el']);
  });

  it('speaks one language when asked for one', () => {
    const { plan, pages } = attendanceSheet(OCCASION, { ...CHOICES, mode: 'en' }, 'AK7QX');
    expect(plan.columns.every(({ heading }) => heading.length === 1)).toBe(true);
    expect(pages[0]?.place).toEqual([{ lang: 'en', text: 'Sheet 1 of 1' }]);
    expect(fieldTexts(OCCASION, 'en')).toMatchObject({ meeting: ['Housing assembly'], date: ['Sun, March 23, 2025'] });
  });

  it('puts the code of each page on it, and none before there is one', () => {
    const blank: SheetChoices = { ...CHOICES, variant: 'blank', blankPages: 5 };
    expect(attendanceSheet(OCCASION, blank, 'AK7QX').pages.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5].map((n) => `AK7QX-${n}`));
    expect(attendanceSheet(OCCASION, blank, null).pages.map(({ code }) => code)).toEqual([null, null, null, null, null]);
  });

  it('prints of a person the name and the institution and nothing else', () => {
    const withMore = { ...OCCASION.expected[0], id: 'person:1', listName: 'Cruz, Wilmer', sortKey: ['Cruz'], institution: 'San José', phone: '(919) 555-0199' };
    const { pages } = attendanceSheet({ ...OCCASION, expected: [withMore] }, CHOICES, 'AK7QX');
    expect(pages[0]?.lines[0]).toEqual({ n: 1, name: 'Cruz, Wilmer', institution: 'San José' });
    expect(JSON.stringify(pages)).not.toContain('0199');
  });
});

describe('sheetHeading', () => {
  it('prints the place unless it is a private home; a house meeting is one unless someone said otherwise', () => {
    expect(fieldTexts(OCCASION).place).toEqual(['Salón parroquial']);
    const at = (more: Partial<typeof MEETING>) => fieldTexts({ ...OCCASION, meeting: { ...MEETING, ...more } }).place;
    expect(at({ privateHome: true })).toBeUndefined();
    expect(at({ kind: 'house_meeting' })).toBeUndefined();
    expect(at({ kind: 'house_meeting', privateHome: false })).toEqual(['Salón parroquial']);
  });

  it('prints the other language when one was not written, and the contact lines that are known', () => {
    expect(fieldTexts({ ...OCCASION, meeting: { ...MEETING, title: { es: '', en: 'Housing assembly' } } }, 'es').meeting).toEqual(['Housing assembly']);
    const heading = sheetHeading(OCCASION, 'en');
    expect(heading.chapter).toEqual([{ lang: 'es', text: 'Capítulo Durham' }]);
    expect(heading.contact).toEqual(['(919) 555-0142', 'Box 9']);
  });

  it('leaves lines to write on when there is no meeting', () => {
    expect(fieldTexts({ ...OCCASION, meeting: null })).toEqual({ meeting: [], date: [], place: [], room: [] });
  });

  it('names the institution that carries the sheet', () => {
    expect(fieldTexts({ ...OCCASION, institution: 'Iglesia San José' })).toMatchObject({ institution: ['Iglesia San José'] });
  });
});

describe('printed texts', () => {
  it('prints equal texts once and cuts long ones after a whole word', () => {
    expect(printedBilingual('es-en', { es: 'Posada', en: 'Posada' }, 20)).toEqual([{ lang: 'es', text: 'Posada' }]);
    expect(shorten('  Asamblea   de vivienda ', 40)).toBe('Asamblea de vivienda');
    expect(shorten('Asamblea de vivienda, y escuelas', 22)).toBe('Asamblea de vivienda…');
    expect(shorten('ñ'.repeat(30), 10)).toBe(`${'ñ'.repeat(9)}…`);
  });
});

it('prints the further lines of the letterhead and the fiscal sponsor after the address, in the first language', () => {
  const settings = { ...OCCASION.settings, letterhead: { phone: '', email: '', address: 'Box 9', lines: ['Lun a vie, 9 a 5'] }, fiscalSponsor: 'Northside Trust' };
  expect(sheetHeading({ ...OCCASION, settings }, 'es-en').contact).toEqual(['Box 9', 'Lun a vie, 9 a 5', 'Patrocinador fiscal: Northside Trust']);
  expect(sheetHeading({ ...OCCASION, settings }, 'en').contact.at(-1)).toBe('Fiscal sponsor: Northside Trust');
  expect(sheetHeading(OCCASION, 'en').contact).toEqual(['(919) 555-0142', 'Box 9']);
});
