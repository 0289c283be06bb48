import { describe, expect, it } from 'vitest';
import { guessColumns } from './columns.ts';
import { readList } from './read-list.ts';

function guess(text: string): string[] {
  return guessColumns(readList(text));
}

describe('guessColumns', () => {
  it.each([
    ['Nombre completo,Iglesia u organización,Teléfono,Correo,Idioma,Notas', 'fullName institution phone email language notes'],
    ['Full name;Organization;Phone;E-mail;Language;Comments', 'fullName institution phone email language notes'],
    ['Nombre,Apellido paterno,Apellido materno,Celular,Tel. casa', 'given family1 family2 phone phone'],
    ['Nombre(s),Apellidos,Apodo,Parroquia', 'given family1 called institution'],
    ['First Name,Last Name,Nickname,City,Parish,Ministry', 'given family1 called area institution role'],
    ['firstName,lastName,phone_number,emailAddress', 'given family1 phone email'],
    ['Nombre y apellidos,Whatsapp,Colonia,Cargo', 'fullName phone area role'],
    ['#,Nombre,Dirección,Fecha de nacimiento,Seguro social,Estatus', 'ignore fullName ignore ignore ignore ignore'],
    ['Name,Home address,Date of birth,Preferred language', 'fullName ignore ignore language'],
    ['Nombre,Nombre de la iglesia,Correo electrónico', 'fullName institution email'],
    ['Nombre,Nombre', 'fullName ignore'],
  ])('reads the headings %s', (headings, fields) => {
    expect(guess(`${headings}\n${headings.replace(/[^,;]+/g, 'x')}`)).toEqual(fields.split(' '));
  });

  it('looks at the cells where there are no headings, or none that it knows', () => {
    const rows = ['Ana Ruiz', 'Eva Soto', 'Luz Peña', 'Iris Gil', 'Rosa Cruz', 'Zoila Mora', 'Ada Paz', 'Olga Ríos', 'Inés Vera', 'Nora Sáenz', 'Alma Toro', 'Elba Luna'];
    const list = rows.map((name, at) => `${name},${at % 2 ? 'Betel' : 'Holy Cross'},919 555 01${at + 10},a${at}@example.org,${at % 3 ? 'Español' : 'both'},algo`);
    expect(guess(list.join('\n'))).toEqual(['fullName', 'institution', 'phone', 'email', 'language', 'ignore']);
    expect(guess('Quién,Contacto 1,Nombre\nx,919 555 0123,Ana')).toEqual(['ignore', 'phone', 'fullName']);
  });
});
