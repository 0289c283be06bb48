import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf } from '../domain/codes.ts';
import { person } from '../domain/person.ts';
import type { ImportField } from './headings.ts';
import { isLanguageWord, languageOf } from './language-words.ts';
import { roleOf } from './role-words.ts';
import { personOfRow } from './to-person.ts';

const columns: ImportField[] = ['fullName', 'institution', 'phone', 'email', 'language', 'notes'];

function read(...cells: string[]) {
  return personOfRow({ number: 7, cells }, columns, '919');
}

describe('personOfRow', () => {
  it('makes a person with everything that the row says', () => {
    const made = read('  Ríos  Peña, Ana (Anita) ', 'Igl. San José', '(704) 555-0123', 'Ana@Example.org', 'ESP', '=SUM(A1)');
    expect(made).toMatchObject({
      row: 7,
      institutionName: 'Igl. San José',
      fields: {
        nameAsWritten: 'Ríos  Peña, Ana (Anita)',
        given: 'Ana',
        family1: 'Ríos',
        family2: 'Peña',
        called: 'Anita',
        language: 'es',
        notes: '=SUM(A1)',
        contacts: [
          { kind: 'phone', value: '+17045550123', asWritten: '(704) 555-0123' },
          { kind: 'email', value: 'Ana@example.org' },
        ],
      },
    });
    expect('fields' in made && person.safeParse({ ...made.fields, id: 'person:x' }).success).toBe(true);
  });

  it.each([
    ['', 'no-name'],
    ['12', 'no-name'],
    ['---', 'no-name'],
    ['Anónimo', 'anonymous'],
    ['ANONYMOUS', 'anonymous'],
    ['?????', 'unreadable'],
    ['(ilegible)', 'unreadable'],
  ])('refuses %j and keeps the row', (name, reason) => {
    const cells = [name, 'Betel', '', '', '', ''];
    expect(read(...cells)).toEqual({ row: 7, reason, cells });
  });

  it('refuses rows whose cells cannot be told apart', () => {
    expect(personOfRow({ number: 2, cells: ['Ana', 'x'], problem: 'too-many-cells' }, columns, '')).toMatchObject({ reason: 'too-many-cells' });
  });

  it('reads several phones and keeps those it cannot read as written', () => {
    const phones = (cell: string) => {
      const made = read('Ana', '', cell, '', '', '');
      return 'fields' in made ? made.fields.contacts.map(({ value, check, status }) => [value, check, status]) : [];
    };
    expect(phones('555-0123')).toEqual([['+19195550123', true, undefined]]);
    expect(phones('919 555 0123 / 704-555-0188')).toEqual([['+19195550123', undefined, undefined], ['+17045550188', undefined, undefined]]);
    expect(phones('919 555 0123 o 555-0188')).toEqual([['+19195550123', undefined, undefined], ['+19195550188', true, undefined]]);
    expect(phones('pregunte a Rosa')).toEqual([['pregunte a Rosa', true, 'unknown']]);
    expect(phones('919 555 0123 / ?')).toEqual([['+19195550123', undefined, undefined], ['?', true, 'unknown']]);
  });

  it('takes the list’s own columns of names before guesses', () => {
    const own = (fields: ImportField[], ...cells: string[]) => {
      const made = personOfRow({ number: 2, cells }, fields, '');
      return 'fields' in made ? [made.fields.nameAsWritten, made.fields.given, made.fields.family1, made.fields.family2] : made.reason;
    };
    expect(own(['given', 'family1'], 'Rosa Elena', 'De la Cruz Gómez')).toEqual(['Rosa Elena De la Cruz Gómez', 'Rosa Elena', 'De la Cruz', 'Gómez']);
    expect(own(['given', 'family1', 'family2'], 'Ana', 'Ríos Peña', 'Soto')).toEqual(['Ana Ríos Peña Soto', 'Ana', 'Ríos Peña', 'Soto']);
    expect(own(['given', 'family1'], '', '')).toBe('no-name');
  });

  it('puts a role that is none of ours into the notes', () => {
    const fields: ImportField[] = ['fullName', 'role', 'notes'];
    expect(personOfRow({ number: 2, cells: ['Ana', 'Tesorera', 'x'] }, fields, '')).toMatchObject({ roles: ['treasurer'], fields: { notes: 'x' } });
    expect(personOfRow({ number: 2, cells: ['Ana', 'Coro', 'x'] }, fields, '')).toMatchObject({ roles: [], fields: { notes: 'x\nCoro' } });
  });

  it('makes a valid person or a problem of any row', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 6, maxLength: 6 }), (cells) => {
        const made = read(...cells);
        if ('fields' in made) {
          expect(made.fields.nameAsWritten).toBe(cells[0]?.trim());
          expect(person.safeParse({ ...made.fields, id: 'person:x' }).success).toBe(true);
        } else {
          expect(made.cells).toEqual(cells);
        }
      }),
    );
  });
});

describe('languages and roles', () => {
  it.each([
    ['Español', 'es'],
    ['ESP', 'es'],
    ['Spanish', 'es'],
    ['en', 'en'],
    ['Inglés', 'en'],
    ['both', 'both'],
    ['ambos', 'both'],
    ['Bilingüe', 'both'],
    ['English/Spanish', 'both'],
  ])('%s is %s', (cell, code) => {
    expect(languageOf(cell)).toEqual({ language: code });
    expect(isLanguageWord(cell)).toBe(true);
  });

  it('keeps other languages as written', () => {
    expect(languageOf(' Mixteco ')).toEqual({ language: 'other', languageOther: 'Mixteco' });
    expect(languageOf('')).toEqual({});
  });

  it('uses only codes of the value lists', () => {
    const languages = codesOf('language_pref').map(({ code }) => code);
    expect(['es', 'en', 'both', 'other'].every((code) => languages.includes(code))).toBe(true);
    for (const { code, es, en } of codesOf('affiliation_role')) expect([roleOf(es), roleOf(en)]).toEqual([code, code]);
  });
});
