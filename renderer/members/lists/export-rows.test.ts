import { expect, test } from 'vitest';
import type { DirectoryEntry } from '../../../shared/names/directory.ts';
import type { Column } from './columns.ts';
import { exportRows } from './export-rows.ts';
import { NOTHING_KNOWN, type ListedFacts } from './people-facts.ts';

const TEXTS = {
  heading: (column: Column) => column,
  text: (column: Column, entry: DirectoryEntry, facts: ListedFacts) => (column === 'phone' ? entry.phones.join(' ') : column === 'email' ? facts.emails.join(' ') : column === 'name' ? entry.nameAsWritten : facts.area),
  why: 'why',
  doNotContact: 'do not contact',
  minor: 'under 18',
};

function person(name: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return { id: name, nameAsWritten: name, phones: ['+1'], guessedPhones: [], institutions: [], ...more };
}

const facts = (more: Partial<ListedFacts> = {}) => (): ListedFacts => ({ ...NOTHING_KNOWN, emails: ['a@b'], area: 'Apex', ...more });

test('who is not to be contacted cannot be reached through the file, and a column says why', () => {
  const rows = exportRows([person('Ana', { doNotContact: true }), person('Beto')], ['name', 'phone', 'email', 'area'], facts(), TEXTS);
  expect(rows).toEqual([
    ['name', 'phone', 'email', 'area', 'why'],
    ['Ana', '', '', 'Apex', 'do not contact'],
    ['Beto', '+1', 'a@b', 'Apex', ''],
  ]);
});

test('nobody under 18 can be reached through the file', () => {
  expect(exportRows([person('Ana')], ['name', 'phone'], facts({ isMinor: true }), TEXTS)[1]).toEqual(['Ana', '', 'under 18']);
});

test('a phone that is not to be called is left out', () => {
  expect(exportRows([person('Ana', { phones: ['+1', '+2'] })], ['name', 'phone'], facts({ doNotCall: ['+1'] }), TEXTS)[1]).toEqual(['Ana', '+2', '']);
});

test('without phones and e-mails nothing has to be said', () => {
  expect(exportRows([person('Ana', { doNotContact: true })], ['name'], facts(), TEXTS)).toEqual([['name'], ['Ana']]);
});
