import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPerson, type Comparable } from './match-person.ts';
import { scoreMatch, type Match, type Surroundings } from './score.ts';

const big: Surroundings = { people: 1000, surnameCount: () => 50, phoneCount: () => 2 };

function someone(nameAsWritten: string, more: Partial<Comparable> = {}): Comparable {
  return { id: nameAsWritten, nameAsWritten, phones: [], institutions: [], ...more };
}

function score(one: Comparable, other: Comparable, around = big): Match {
  return scoreMatch(matchPerson(one), matchPerson(other), around);
}

const phone = { phones: ['+19195550123'] };
const holy = { institutions: ['holy'] };

describe('scoreMatch', () => {
  it.each([
    ['Eduardo Ruiz Álvarez', 'Lalo Ruiz Álvarez', 75, 'probably'],
    ['Eduardo Ruiz Álvarez', 'Lalo Ruiz', 60, 'maybe'],
    ['Eduardo Ruiz Álvarez', 'Álvarez, Eduardo', 60, 'maybe'],
    ['Eduardo Ruiz Álvarez', 'Eduardo Ruiz Soto', 35, 'new'],
    ['Eduardo López', 'Eduardo López', 55, 'maybe'],
    ['Eduardo Ruiz', 'E. Ruiz', 45, 'new'],
    ['Ana Basques', 'Ana Vásquez', 60, 'maybe'],
    ['María Guadalupe Ruiz Díaz', 'María Fernanda Ruiz Díaz', 60, 'maybe'],
    ['Alejandro Smith-Pérez', 'Alejandro Smith-Pérez Álvarez', 60, 'maybe'],
    ['Rosa Soto', 'Ana Ruiz', 0, 'new'],
  ])('%s and %s', (one, other, points, band) => {
    expect(score(someone(one), someone(other))).toMatchObject({ score: points, band });
  });

  it('counts a phone in common, half when others have it too', () => {
    const [one, other] = [someone('Ana Ruiz', phone), someone('Anita Ruiz', phone)];
    expect(score(one, other)).toMatchObject({ score: 90, band: 'probably', reasons: ['one-surname', 'given-name', 'phone'] });
    expect(score(one, other, { ...big, phoneCount: () => 3 })).toMatchObject({ score: 75, reasons: ['one-surname', 'given-name', 'shared-phone'] });
  });

  it('compares a phone with a guessed area code by its last seven digits', () => {
    const guessed = someone('Ana Ruiz', { phones: ['+17045550123'], guessedPhones: ['+17045550123'] });
    expect(score(guessed, someone('Ana Ruiz', phone)).reasons).toContain('phone');
    expect(score(someone('Ana Ruiz', { phones: ['+17045550123'] }), someone('Ana Ruiz', phone)).reasons).not.toContain('phone');
  });

  it('keeps a family that shares everything but the given name apart', () => {
    const mother = someone('Rosa Xicoténcatl Ruiz', { ...phone, ...holy });
    const daughter = someone('Itzel Xicoténcatl Ruiz', { ...phone, ...holy });
    expect(score(mother, daughter, { ...big, surnameCount: () => 1 }).band).toBe('new');
  });

  it('never says "probably" of father and son', () => {
    const father = someone('Roberto Chávez Ortiz', { ...phone, ...holy });
    const son = someone('Roberto Chávez Ortiz Jr.', { ...phone, ...holy });
    expect(score(father, son)).toMatchObject({ score: 95, band: 'maybe' });
    expect(score(son, someone('Roberto Chávez Ortiz hijo', { ...phone, ...holy })).band).toBe('probably');
  });

  it('weighs rare surnames more and frequent ones less', () => {
    const points = (surnames: number): number => score(someone('Ana Ruiz'), someone('Ana Ruiz'), { ...big, surnameCount: () => surnames }).score;
    expect([points(1), points(3), points(10), points(100)]).toEqual([70, 65, 60, 60]);
    expect(score(someone('Ana García'), someone('Ana García')).score).toBe(55);
  });

  it('weighs different institutions against a single surname', () => {
    const other = { institutions: ['betel'] };
    expect(score(someone('Ana Ruiz', holy), someone('Ana Ruiz', other)).band).toBe('new');
    expect(score(someone('Ana Ruiz', holy), someone('Ana Ruiz', holy)).score).toBe(70);
    expect(score(someone('Ana Ruiz Soto', holy), someone('Ana Ruiz Soto', other)).score).toBe(75);
  });

  it('is the same from both sides', () => {
    const name = fc.constantFrom('Ana Ruiz', 'Ana Ruiz Soto', 'A. Soto', 'Lupe Vásquez', 'María Guadalupe Basques', 'Ana Ruiz Jr.', 'José Luis Smith-Pérez', 'Pepe Pérez', '');
    const person = fc.record({ name, own: fc.boolean(), there: fc.boolean() }).map(({ name: text, own, there }) => someone(text, { ...(own && phone), ...(there && holy) }));
    const around = { ...big, surnameCount: (word: string) => word.length };
    fc.assert(
      fc.property(person, person, (one, other) => {
        expect(score(one, other, around)).toEqual(score(other, one, around));
      }),
    );
  });
});
