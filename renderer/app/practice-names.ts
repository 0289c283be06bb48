/** Invented people for practice: common names put together by chance. Nobody real is meant. */
export const GIVEN_NAMES = [
  'María Guadalupe', 'José Luis', 'Ana', 'Juan Carlos', 'Rosa Elena', 'Miguel Ángel', 'Carmen', 'Francisco', 'Teresa', 'Jesús',
  'Leticia', 'Antonio', 'Consuelo', 'Manuel', 'Graciela', 'Roberto', 'Beatriz', 'Ignacio', 'Dolores', 'Rafael',
  'Isabel', 'Gregorio', 'Socorro', 'Salvador', 'Mercedes', 'Vicente', 'Yolanda', 'Enrique', 'Patricia', 'Santiago',
  'Linda', 'James', 'Gloria', 'William', 'Karen', 'Daniel', 'Ruth', 'David', 'Esther', 'Samuel',
] as const;

export const FAMILY_NAMES = [
  'Hernández', 'García', 'Martínez', 'López', 'González', 'Rodríguez', 'Pérez', 'Ramírez', 'Cruz', 'Flores',
  'Gómez', 'Morales', 'Vásquez', 'Jiménez', 'Reyes', 'Díaz', 'Torres', 'Gutiérrez', 'Ruiz', 'Mendoza',
  'Aguilar', 'Ortiz', 'Castillo', 'Moreno', 'Ríos', 'Chávez', 'de la Cruz', 'Juárez', 'Domínguez', 'Núñez',
  'Ybarra', 'Zúñiga', 'Del Valle', 'Quintero', 'Peña', 'Solís', 'Brown', 'Walker', 'O’Neill', 'Johnson',
] as const;

/** What people with a given name are often called. */
export const CALLED: Readonly<Record<string, string>> = {
  'María Guadalupe': 'Lupita',
  'José Luis': 'Pepe',
  Francisco: 'Paco',
  Jesús: 'Chuy',
  Leticia: 'Lety',
  Consuelo: 'Chelo',
  Ignacio: 'Nacho',
  Roberto: 'Beto',
  Beatriz: 'Betty',
  Mercedes: 'Meche',
};

export const AREAS = ['East Durham', 'Walltown', 'Braggtown', 'Southside', 'Chapel Hill', 'Carrboro', 'Cary'] as const;

export const INSTITUTIONS = [
  { name: 'Iglesia San José', otherNames: ['St. Joseph Church'], kind: 'congregation', status: 'member' },
  { name: 'Parroquia Inmaculada', otherNames: ['Immaculate Parish'], kind: 'congregation', status: 'member' },
  { name: 'Iglesia Emanuel', otherNames: [], kind: 'congregation', status: 'member' },
  { name: 'Centro Comunitario La Milpa', otherNames: ['La Milpa Center'], kind: 'community_center', status: 'member' },
  { name: 'Centro de Trabajadores del Norte', otherNames: ['North Worker Center'], kind: 'worker_center', status: 'committed' },
  { name: 'Riverside Tenants Together', otherNames: ['Inquilinos de Riverside'], kind: 'tenant_group', status: 'discerning' },
  { name: 'Escuela Benito Juárez', otherNames: ['Juárez School'], kind: 'school', status: 'allied' },
  { name: 'Cooperativa El Maizal', otherNames: [], kind: 'cooperative', status: 'member' },
] as const;
