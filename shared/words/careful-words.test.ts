import { expect, test } from 'vitest';
import { riskyPieces, withoutRisky } from './careful-words.ts';

function isRisky(text: string): boolean {
  return riskyPieces(text).length > 0;
}

test.each([
  'She is undocumented', 'UNDOCUMENTED', 'son indocumentados', 'es indocumentad@', 'es indocumentadx', 'es indocumentade', 'indocumentadas todas',
  'vino sin papeles', 'no tiene papeles', 'No tienen documentos', 'sin  papeles', 'came without papers', 'has no papers', 'maneja sin licencia', 'no license',
  'Tiene DACA.', 'daca', 'is a Dreamer', 'dreamers', 'pidió TPS', 'tps', 'le negaron la visa', 'two visas', 'VISA', 'green card', 'su mica', 'perdió la mica', 'tarjeta verde', 'pasaporte',
  'la deportaron', 'deportation order', 'orden de deportación', 'DEPORTADO', 'they deport people', 'ICE came', 'vino ICE a la casa', 'I.C.E.', 'miedo de la migra', 'la Migra', 'llegó migra',
  'A-number', 'Su número A es', 'numero A: 12', 'alien number', 'SSN', 'su ITIN', 'seguro social', 'Social Security', 'immigration status', 'estatus migratorio', 'mixed-status family', 'matrícula consular', 'permiso de trabajo',
  'A 123456789', 'A12345678', 'a123456789', 'A-123-456-789', 'A 12 345 678', 'A#123456789',
  '123-45-6789', '123.45.6789', '123 45 6789', '123456789', 'es 123–45–6789', 'SSN: 123456789.',
  'sin\npapeles',
])('stops at “%s” (domain §5.2)', (text) => expect(isRisky(text)).toBe(true));

test.each([
  'canta en el coro', 'likes ice cream', 'LIKES ICE CREAM', 'brings ice', 'office visit on Monday', 'notice, service, device', 'Vive cerca de la visión', 'It is advisable', 'Luz avisa y revisa', 'previsas', 'Televisa',
  'le gustan los deportes', 'Deporte', 'club deportivo', 'deportista', 'documented everything', 'trae los papeles de la reunión', 'papers for the meeting', 'emigrante', 'migration choir', 'A number of families', 'a number',
  'dio su número a Juan', 'su numero a la hermana', 'Mica canta', 'micas', 'dreaming', 'soñadora', 'estado de la sala', 'número Alto', 'la misa',
  '919 555 0123', '(919) 555-0123', '919-555-0123', '919.555.0123', '9195550123', '+1 919 555 0123', '+19195550123', '+52 55 1234 5678', '+502 5512 3456', '+502 55 12 3456', '+34 612345678', 'Llamar a 5551 2345', 'llamar a 12345678',
  '555-0123', '27701-1234', '1998-2004', '2025-03-04', '12345678', '1234567890',
])('lets “%s” pass', (text) => expect(isRisky(text)).toBe(false));

test('takes away only the sentences that hold such words', () => {
  expect(withoutRisky('Canta en el coro. Es indocumentada. Maneja.')).toBe('Canta en el coro. Maneja.');
  expect(withoutRisky('Coro\nsin papeles')).toBe('Coro');
  expect(withoutRisky('undocumented')).toBe('');
  expect(withoutRisky('Canta. Su número es 123.45.6789. Maneja.')).toBe('Canta. Maneja.');
  expect(withoutRisky('Canta.\nVino sin\npapeles.\nManeja.')).toBe('Canta.\nManeja.');
  expect(withoutRisky('Canta. Cocinó. Maneja bien')).toBe('Canta. Cocinó. Maneja bien');
});

test('of a list only the entry with such a word goes', () => {
  expect(withoutRisky('coro, indocumentada, cocina', { isList: true })).toBe('coro, cocina');
  expect(withoutRisky('coro, TPS', { isList: true })).toBe('coro');
});

test('a sentence that somebody kept is known again, also when more is written around it', () => {
  const kept = riskyPieces('Habló en el mitin de DACA.');
  expect(withoutRisky('Habló en el mitin de DACA. Tiene TPS. Canta.', { kept })).toBe('Habló en el mitin de DACA. Canta.');
});
