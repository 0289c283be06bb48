import { fold } from '../names/normalize.ts';

/** Words in either language that name a role of `affiliation_role`. The first that fits counts. */
const ROLES: readonly (readonly [string, RegExp])[] = [
  ['alternate', /(suplente|alternate)/],
  ['delegate', /(delegad|delegate)/],
  ['core_team', /(core team|equipo nucleo|nucleo)/],
  ['clergy', /(clerg|clero|pastor|padre|priest|parroco|sacerdote|ministro|minister|diacono|deacon|rabbi|rabino|imam|reverend|father|hermana religiosa|nun)/],
  ['director', /(director|directora)/],
  ['treasurer', /(tesorer|treasurer)/],
  ['board', /(mesa directiva|board|consejo|junta directiva)/],
  ['main_contact', /(contacto principal|main contact|contacto|contact)/],
  ['staff', /(personal|staff|emplead|secretari)/],
  ['member', /(miembro|member)/],
];

/** The code of `affiliation_role` that a cell says; null when it is none of them, and then belongs to the notes. */
export function roleOf(cell: string): string | null {
  const text = fold(cell);
  return ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
