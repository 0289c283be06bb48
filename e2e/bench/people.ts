import type { BenchPerson } from './page/measure.ts';

const GIVEN = ['María Guadalupe', 'José Luis', 'Ana', 'Wilmer', 'Refugio', 'Latoya', 'Juan Carlos', 'Rosario', 'Tyrone', 'Carmen', 'Álex', 'Josefina'];
const FAMILY = ['Hernández', 'Ríos', 'García', 'Núñez', 'Smith-Pérez', 'Del Valle', 'Bautista', 'Quiñones', 'López', 'Yupanqui', 'Johnson', 'De León', 'Chávez', 'Mendoza', 'Orellana'];

/** That many invented people, the same in every run. Phones are of the range kept free for fiction. */
export function inventPeople(count: number): BenchPerson[] {
  let seed = 20261122;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const one = (list: readonly string[]): string => list[next(list.length)] ?? '';
  return Array.from({ length: count }, () => ({
    nameAsWritten: `${one(GIVEN)} ${one(FAMILY)} ${one(FAMILY)}`,
    phone: next(3) === 0 ? '' : `+1919555${String(next(10_000)).padStart(4, '0')}`,
  }));
}

/** The same people as a list that a spreadsheet would save. */
export function asList(people: readonly BenchPerson[]): string {
  const lines = people.map(({ nameAsWritten, phone }, at) => `${nameAsWritten},Institución ${String(at % 70)},${phone},,es,`);
  return ['Nombre completo,Iglesia u organización,Teléfono,Correo,Idioma,Notas', ...lines].join('\r\n');
}
