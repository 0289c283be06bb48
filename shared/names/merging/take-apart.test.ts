import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Person } from '../../domain/person.ts';
import { absorbedFieldsOf, comeSince, protectionSince } from './come-since.ts';
import { mergeRows, type MergeChoices } from './merge-rows.ts';
import { itemName, mergedFieldsOf, putTogether } from './put-together.ts';
import { takeApart } from './take-apart.ts';
import { LEFT, RIGHT } from './two-people.ts';
import { isSameValue } from './values.ts';

const PROPOSED: MergeChoices = { sides: {}, without: new Set() };

function merged(left: Person, right: Person, choices = PROPOSED) {
  const patch = putTogether(left, right, mergeRows(left, right, choices), choices);
  return { after: { ...left, ...patch }, fields: mergedFieldsOf(left, patch) };
}

function apart(now: Person, fields: ReturnType<typeof mergedFieldsOf>) {
  const { patch, changedSince } = takeApart(now, fields);
  return { back: { ...now, ...patch }, changedSince };
}

const half = (record: typeof LEFT) => fc.subarray(Object.keys(record)).map((kept): Person => ({ id: record.id, nameAsWritten: record.nameAsWritten, contacts: [], affiliations: [], ...Object.fromEntries(kept.map((field) => [field, record[field as keyof typeof LEFT]])) }));
const choices = fc.record({
  sides: fc.dictionary(fc.constantFrom('nameAsWritten', 'area', 'notes', 'called', 'transport'), fc.constantFrom('left' as const, 'right' as const)),
  without: fc.subarray([itemName('contacts', 'l1'), itemName('contacts', 'r2'), itemName('affiliations', 'p1'), itemName('talents', '"cook"')]).map((names) => new Set(names)),
});

it('undoing gives back every field as it was, whatever was chosen', () => {
  fc.assert(
    fc.property(half(LEFT), half(RIGHT), choices, (left, right, chosen) => {
      const { after, fields } = merged(left, right, chosen);
      const { back, changedSince } = apart(after, fields);
      expect(changedSince).toEqual([]);
      for (const field of new Set([...Object.keys(left), ...Object.keys(after)])) expect([field, isSameValue(back[field as keyof Person], left[field as keyof Person])]).toEqual([field, true]);
    }),
  );
});

it('what somebody wrote since stays and is named; all the rest goes back', () => {
  const { after, fields } = merged(LEFT, RIGHT);
  const added = { key: 'n1', kind: 'phone' as const, value: '+19195550303', asWritten: '' };
  const now: Person = { ...after, area: 'Cary', contacts: [...after.contacts.map((contact) => (contact.key === 'r2' ? { ...contact, label: 'hija' } : contact)), added] };
  const { back, changedSince } = apart(now, fields);
  expect(changedSince).toEqual(['contacts', 'area']);
  expect(back.area).toBe('Cary');
  expect(back.contacts).toEqual([LEFT.contacts[0], { ...RIGHT.contacts[1], label: 'hija' }, added]);
  expect([back.nameAsWritten, back.notes, back.doNotContact]).toEqual([LEFT.nameAsWritten, LEFT.notes, false]);
});

it('what was left out at the merge comes back, and two undos of one pair do no more than one', () => {
  const { after, fields } = merged(LEFT, RIGHT, { ...PROPOSED, without: new Set([itemName('contacts', 'l1')]) });
  const { back } = apart(after, fields);
  expect(back.contacts).toEqual(LEFT.contacts);
  expect(apart(back, fields)).toEqual({ back, changedSince: [] });
});

it('what came to the absorbed record after the merge is seen, once', () => {
  const read = absorbedFieldsOf(RIGHT);
  const { after } = merged(LEFT, RIGHT);
  expect(comeSince(after, RIGHT, read)).toEqual({});
  const later: Person = { ...RIGHT, contacts: [...RIGHT.contacts, { key: 'r3', kind: 'phone', value: '+19195550404', asWritten: '' }], notes: 'Brought ten people. Sings.', area: 'Apex' };
  const news = comeSince(after, later, read);
  expect(Object.keys(news).sort()).toEqual(['area', 'contacts', 'notes']);
  expect((news['contacts'] as Person['contacts']).map(({ key }) => key)).toEqual(['l1', 'r2', 'r3']);
  expect(news['area']).toBe('Apex');
  expect(comeSince({ ...after, ...news }, later, read)).toEqual({});
  expect(comeSince(after, later, absorbedFieldsOf(later))).toEqual({});
});

it('what was left out at the merge is not offered again', () => {
  const { after } = merged(LEFT, RIGHT, { ...PROPOSED, without: new Set([itemName('contacts', 'r2')]), sides: { area: 'left' } });
  expect(comeSince(after, RIGHT, absorbedFieldsOf(RIGHT))).toEqual({});
});

it('what protects goes over by itself', () => {
  const { after } = merged({ ...LEFT, contacts: [] }, { ...RIGHT, doNotContact: false, isMinor: false, contacts: RIGHT.contacts.slice(1) });
  expect(protectionSince(after, after)).toEqual({});
  const later: Person = { ...RIGHT, contacts: RIGHT.contacts.slice(1).map((contact) => ({ ...contact, doNotCall: true })) };
  expect(protectionSince(after, later)).toMatchObject({ doNotContact: true, isMinor: true, contacts: [{ key: 'r2', doNotCall: true }] });
});
