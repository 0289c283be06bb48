import { expect, it } from 'vitest';
import { person, type Person } from '../../domain/person.ts';
import { mergeRows, type MergeChoices, type MergeRow } from './merge-rows.ts';
import { itemName, putTogether } from './put-together.ts';
import { LEFT, RIGHT } from './two-people.ts';

const PROPOSED: MergeChoices = { sides: {}, without: new Set() };
/** The record's own story: told on the page, chosen by nobody. */
const OWN = ['id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'source', 'deletedAt', 'mergedInto'];

function together(left: Person, right: Person, choices: MergeChoices = PROPOSED): Person {
  return { ...left, ...putTogether(left, right, mergeRows(left, right, choices), choices) };
}

function rowOf(rows: readonly MergeRow[], field: string): MergeRow | undefined {
  return rows.find(({ fields }) => fields.includes(field));
}

it('every field of a person has its line', () => {
  const rows = mergeRows(LEFT, RIGHT, PROPOSED);
  expect(rows.flatMap(({ fields }) => fields).sort()).toEqual(Object.keys(person.shape).filter((field) => !OWN.includes(field)).sort());
});

it('what both say alike is told apart from what differs, and what neither says is no line', () => {
  const bare = { id: 'person:a', nameAsWritten: 'Ana', contacts: [], affiliations: [] };
  const rows = mergeRows({ ...bare, area: 'Durham' }, { ...bare, id: 'person:b', area: 'Durham', called: 'A' }, PROPOSED);
  expect(rows.map(({ kind, fields }) => [kind, fields[0]])).toEqual([['same', 'nameAsWritten'], ['choice', 'called'], ['same', 'area']]);
});

it('proposes the fuller name and the newer word, keeps the other name, and both notes', () => {
  const all = together(LEFT, RIGHT);
  expect(all).toMatchObject({ id: 'person:a', nameAsWritten: 'Ma. Guadalupe Hernández Ríos', given: 'María Guadalupe', family2: 'Ríos', area: 'Raleigh', language: 'other', languageOther: 'Mixteco' });
  expect(all.alsoKnownAs).toEqual(['Lupe', 'Chayo', 'Lupita Hernández']);
  expect(all.notes).toBe('Likes the choir.\n\nBrought ten people.');
  expect(all.talents).toEqual(['cook', 'drive']);
  expect(all.notSameAs).toEqual(['person:y', 'person:w']);
  expect(all.possibleDuplicates).toEqual(['person:x', 'person:z']);
});

it('a name that says nothing new is no other name', () => {
  const [short, long] = [{ ...LEFT, alsoKnownAs: [] }, { ...RIGHT, nameAsWritten: 'Lupita Hernández Ríos', alsoKnownAs: [] }];
  expect(rowOf(mergeRows(short, long, PROPOSED), 'alsoKnownAs')).toBeUndefined();
  expect(together(short, long, { ...PROPOSED, sides: { nameAsWritten: 'left' } }).alsoKnownAs).toEqual(['Lupita Hernández Ríos']);
});

it('the parts of a name go with the name that is chosen', () => {
  const all = together(LEFT, RIGHT, { ...PROPOSED, sides: { nameAsWritten: 'left' } });
  expect([all.nameAsWritten, all.given, all.family2]).toEqual(['Lupita Hernández', 'Lupita', '']);
});

it('what protects a person wins, whatever side it is on', () => {
  for (const all of [together(LEFT, RIGHT), together(RIGHT, LEFT)]) {
    expect([all.doNotContact, all.doNotContactSince, all.isMinor]).toEqual([true, { y: 2026, m: 2 }, true]);
    expect(all.contacts[0]).toMatchObject({ value: '+19195550101', doNotCall: true, status: 'wrong' });
  }
  expect(rowOf(mergeRows(LEFT, RIGHT, PROPOSED), 'doNotContact')?.kind).toBe('protected');
});

it('the same phone and the same institution are shown once, with what either record says of them', () => {
  const all = together(LEFT, RIGHT);
  expect(all.contacts.map(({ key, value, label, check }) => [key, value, label, check])).toEqual([['l1', '+19195550101', 'casa · trabajo', undefined], ['r2', '+19195550202', undefined, undefined]]);
  expect(all.affiliations).toEqual([
    { key: 'p1', institution: 'institution:sanjose', roles: ['member', 'team'], isMain: true },
    { key: 'q2', institution: 'institution:emanuel', roles: [], isMain: false },
  ]);
});

it('what is unticked does not come along, and a main institution is left', () => {
  const all = together(LEFT, RIGHT, { ...PROPOSED, without: new Set([itemName('contacts', 'r2'), itemName('affiliations', 'p1'), itemName('alsoKnownAs', 'other name')]) });
  expect(all.contacts.map(({ key }) => key)).toEqual(['l1']);
  expect(all.affiliations).toEqual([{ key: 'q2', institution: 'institution:emanuel', roles: [], isMain: true }]);
  expect(all.alsoKnownAs).toEqual(['Lupe', 'Chayo']);
});

it('fields of a newer version are kept and united', () => {
  const [left, right] = [{ ...LEFT, gifts: ['song'], badge: 'red' }, { ...RIGHT, gifts: ['dance'], badge: 'blue', medal: { y: 2030 } }];
  expect(together(left, right)).toMatchObject({ gifts: ['song', 'dance'], badge: 'blue', medal: { y: 2030 } });
  expect(together(left, right, { ...PROPOSED, sides: { badge: 'left' } })).toMatchObject({ badge: 'red' });
});
