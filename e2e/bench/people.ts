/** A person as the bench invents one. */
export interface BenchPerson {
  readonly nameAsWritten: string;
  readonly phone: string;
}

export const GIVEN = [
  'María Guadalupe', 'José Luis', 'Ana', 'Wilmer', 'Refugio', 'Latoya', 'Juan Carlos', 'Rosario', 'Tyrone', 'Carmen', 'Álex', 'Josefina',
  'Esperanza', 'Francisco', 'Miguel Ángel', 'Lucía', 'Keisha', 'Yesenia', 'Óscar', 'Marcus', 'Teresa', 'Ernesto', 'Blanca', 'Rubén',
  'Ana María', 'Darnell', 'Concepción', 'Ramiro', 'Alma Delia', 'Heriberto', 'Ximena', 'Baltazar', 'Dolores', 'Isidro', 'Nayeli', 'Walter',
];
export const FAMILY = [
  'Hernández', 'Ríos', 'García', 'Núñez', 'Smith-Pérez', 'Del Valle', 'Bautista', 'Quiñones', 'López', 'Yupanqui', 'Johnson', 'De León',
  'Chávez', 'Mendoza', 'Orellana', 'Martínez', 'Rodríguez', 'González', 'Sánchez', 'Ramírez', 'Torres', 'Flores', 'Rivera', 'Gómez',
  'Díaz', 'Reyes', 'Morales', 'Cruz', 'Ortiz', 'Gutiérrez', 'Castillo', 'Vargas', 'Williams', 'Brown', 'Menchú', 'Ixchop', 'Tzoc', 'Alvarado',
  'Ochoa', 'Zepeda', 'Velásquez', 'Cárdenas', 'Solís', 'Ayala', 'Escobar', 'Portillo', 'Benítez', 'Villatoro', 'Washington', 'Juárez',
];

/** Numbers from 0 below what is asked, the same in every run that begins with the same seed. */
export function sameChances(seed = 20261122): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One of a list, by such a number. */
export function oneOf(list: readonly string[], next: (below: number) => number): string {
  return list[next(list.length)] ?? '';
}

/** That many invented people, the same in every run. Phones are of the range kept free for fiction. */
export function inventPeople(count: number): BenchPerson[] {
  const next = sameChances();
  return Array.from({ length: count }, () => ({
    nameAsWritten: `${oneOf(GIVEN, next)} ${oneOf(FAMILY, next)} ${oneOf(FAMILY, next)}`,
    phone: next(3) === 0 ? '' : inventPhone(next),
  }));
}

/** A phone of the range kept free for fiction. */
export function inventPhone(next: (below: number) => number): string {
  return `+1919555${String(next(10_000)).padStart(4, '0')}`;
}

/** The same people as a list that a spreadsheet would save. */
export function asList(people: readonly BenchPerson[]): string {
  const lines = people.map(({ nameAsWritten, phone }, at) => `${nameAsWritten},Institución ${String(at % 70)},${phone},,es,`);
  return ['Nombre completo,Iglesia u organización,Teléfono,Correo,Idioma,Notas', ...lines].join('\r\n');
}
