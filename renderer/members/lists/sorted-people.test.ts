import { expect, test } from 'vitest';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import { NOTHING_KNOWN, type ListedFacts } from './people-facts.ts';
import { sortedPeople } from './sorted-people.ts';

function person(id: string): DirectoryEntry {
  return { id, nameAsWritten: id, phones: [], guessedPhones: [], institutions: [] };
}

function order(column: 'lastSeen' | 'area' | 'rung' | 'name', isReversed: boolean, facts: Readonly<Record<string, Partial<ListedFacts>>>): string {
  const people = ['ana', 'beto', 'caro', 'dina'].map(person);
  const factsOf = (id: string): ListedFacts => ({ ...NOTHING_KNOWN, ...facts[id] });
  return sortedPeople(people, column, isReversed, factsOf, (_column, _entry, { area }) => area)
    .map(({ id }) => id)
    .join(' ');
}

test('days go by the calendar, and who was never seen comes last either way', () => {
  const facts = { ana: { lastContact: { y: 2026, m: 10 } }, beto: {}, caro: { lastContact: { y: 2026, m: 9, d: 30 } }, dina: { lastContact: { y: 2025 } } };
  expect(order('lastSeen', false, facts)).toBe('dina caro ana beto');
  expect(order('lastSeen', true, facts)).toBe('ana caro dina beto');
});

test('words go in Spanish order, and equals stay by surname', () => {
  const facts = { ana: { area: 'Oaxaca' }, beto: { area: 'Ñuñoa' }, caro: { area: 'oaxaca' }, dina: { area: 'Nogales' } };
  expect(order('area', false, facts)).toBe('dina beto ana caro');
});

test('the ladder goes by its steps, not by their words', () => {
  const facts = { ana: { rung: 'primary' }, beto: { rung: 'contact' }, caro: { rung: 'tertiary' }, dina: { rung: 'secondary' } };
  expect(order('rung', true, facts)).toBe('ana dina caro beto');
});

test('names reversed', () => {
  expect(order('name', true, {})).toBe('dina caro beto ana');
});
