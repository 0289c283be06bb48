import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Person } from '../../domain/person.ts';
import { onlyAdded } from './only-added.ts';

const HERE: Person = {
  id: 'person:here',
  nameAsWritten: 'Guadalupe Hernández Ríos',
  given: 'Guadalupe',
  language: 'es',
  contacts: [{ key: 'a', kind: 'phone', value: '+19195550123', asWritten: '919 555 0123', doNotCall: true }],
  affiliations: [{ key: 'p', institution: 'institution:a', roles: ['member'], isMain: true }],
  notes: 'Likes the choir.',
  doNotContact: true,
};
const ROW: Person = {
  id: 'person:row',
  nameAsWritten: 'Lupita Hernández',
  given: 'Lupita',
  language: 'en',
  area: 'Durham',
  contacts: [
    { key: 'b', kind: 'phone', value: '+19195550123', asWritten: '(919) 555-0123' },
    { key: 'c', kind: 'email', value: 'lupita@example.org', asWritten: 'lupita@example.org' },
  ],
  affiliations: [{ key: 'q', institution: 'institution:b', roles: ['board'], isMain: true }],
  notes: 'Brings tamales.',
  possibleDuplicates: ['person:here'],
};

it('adds what is new and replaces nothing', () => {
  const after = { ...HERE, ...onlyAdded(HERE, ROW) };
  expect(after).toMatchObject({ nameAsWritten: HERE.nameAsWritten, given: 'Guadalupe', language: 'es', area: 'Durham', doNotContact: true, alsoKnownAs: ['Lupita Hernández'] });
  expect(after.contacts.map(({ value, doNotCall }) => [value, doNotCall])).toEqual([
    ['+19195550123', true],
    ['lupita@example.org', undefined],
  ]);
  expect(after.affiliations.map(({ institution, isMain }) => [institution, isMain])).toEqual([
    ['institution:a', true],
    ['institution:b', false],
  ]);
  expect(after.notes).toContain('Likes the choir.');
  expect(after.notes).toContain('Brings tamales.');
  expect(after.possibleDuplicates).toBeUndefined();
});

it('a row that says nothing new changes nothing', () => {
  const same = { ...HERE, id: 'person:row', doNotContact: undefined, contacts: [{ ...HERE.contacts[0], key: 'z', doNotCall: undefined }] } as unknown as Person;
  expect(onlyAdded(HERE, same)).toEqual({});
});

it('whatever a row says, what stood in a single field stands there still', () => {
  const texts = fc.record({ given: fc.string(), language: fc.constantFrom('es', 'en', 'both'), area: fc.string(), called: fc.string() }, { requiredKeys: [] });
  fc.assert(
    fc.property(texts, texts, (mine, theirs) => {
      const here: Person = { ...HERE, ...mine };
      const after: Person = { ...here, ...onlyAdded(here, { ...ROW, ...theirs }) };
      for (const field of ['nameAsWritten', 'given', 'language', 'area', 'called'] as const) {
        if ((here[field] ?? '') !== '') expect(after[field]).toBe(here[field]);
      }
    }),
  );
});
