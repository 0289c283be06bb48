import type { ExpectedPerson, SheetChoices, SheetOccasion } from '../../shared/papers/sheet-input.ts';

/** Invented occasions for the tests of the papers; phones 555-01xx. Not part of the app. */

const PEOPLE: readonly (readonly [listName: string, institution: string])[] = [
  ['Núñez, Pilar', 'Iglesia San José'],
  ['Zamora Ibáñez, Óscar', 'Union Local 1199'],
  ['Álvarez Peña, José Luis', 'Iglesia San José'],
  ['García Núñez, María Guadalupe (Lupita)', 'Centro Comunitario La Esperanza'],
  ['Nuñes, Beto', ''],
  ['Aguilar Ríos, Carmen (Menchi)', 'Holy Cross Lutheran Church'],
  ['Cruz, Wilmer', ''],
  ['Hernández Ríos, Francisco (Paco)', 'Iglesia San José'],
  ['Bautista de León, Refugio (Cuca)', 'Escuela Primaria Benito Juárez'],
  ['O’Brien, Kathleen', 'St. Mary’s Parish'],
];

export const EXPECTED: readonly ExpectedPerson[] = PEOPLE.map(([listName, institution], place) => ({
  id: `person:${String(place).padStart(20, 'a')}`,
  listName,
  sortKey: listName.split(/[ ,(]+/),
  institution,
}));

export const OCCASION: SheetOccasion = {
  meeting: {
    kind: 'leaders_assembly',
    title: { es: 'Asamblea de vivienda', en: 'Housing assembly' },
    date: { y: 2025, m: 3, d: 23 },
    placeName: 'Salón parroquial, Iglesia San José',
  },
  settings: {
    chapterName: { es: 'Congreso Latino · Capítulo Durham', en: 'Latino Congress · Durham Chapter' },
    letterhead: { phone: '(919) 555-0142', email: 'durham@example.org', address: '' },
  },
  expected: EXPECTED,
};

export const CHOICES: SheetChoices = { mode: 'es-en', variant: 'prefilled', paper: 'letter', blankPages: 1 };

/** The same meeting with everything as long as people ever write it. */
export const LONGEST_OCCASION: SheetOccasion = {
  ...OCCASION,
  meeting: {
    kind: 'public_action',
    title: {
      es: 'Asamblea extraordinaria de todas las instituciones miembros sobre vivienda digna, transporte público y escuelas del condado de Durham y sus alrededores',
      en: 'Extraordinary assembly of all member institutions on decent housing, public transportation and the schools of Durham County and its surroundings',
    },
    date: { y: 2026, m: 9, d: 23 },
    placeName: 'Salón parroquial de la Iglesia de Nuestra Señora de los Dolores, entrada por la calle de atrás',
  },
  settings: {
    chapterName: {
      es: 'Congreso Latino de Organizaciones Comunitarias de Carolina del Norte · Capítulo Durham y Chapel Hill',
      en: 'Latino Congress of Community Organizations of North Carolina · Durham and Chapel Hill Chapter',
    },
    letterhead: {
      phone: '(919) 555-0142 · (919) 555-0143 · (919) 555-0144',
      email: 'oficina.capitulo.durham.chapelhill@organizaciones.example.org',
      address: '1234 Martin Luther King Jr. Boulevard, Suite 200, Durham',
    },
  },
  expected: Array.from({ length: 31 }, (_, place): ExpectedPerson => {
    const surname = `Hernández de la Torre-Villavicencio y Montenegro ${String.fromCharCode(65 + (place % 26))}`;
    return {
      id: `person:${String(place).padStart(20, 'b')}`,
      listName: place % 7 === 3 ? `Wwwwwwwwmmmmmmmm${'Mw'.repeat(60)}` : `${surname}, María de los Ángeles Guadalupe Concepción (Lupita la de San José)`,
      sortKey: [surname, '', String(place)],
      institution: place % 3 === 0 ? 'Asociación de Padres y Madres de Familia de la Escuela Primaria Bilingüe Benito Juárez' : 'W'.repeat(place),
    };
  }),
};
