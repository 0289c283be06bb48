// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomToken } from '../../../shared/domain/record.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { openTestChapter } from '../../../shared/store/test-chapter.ts';
import { newTestHost } from '../../../shared/store/test-host.ts';
import { showInChapter } from '../../app/in-chapter.tsx';
import { NICKNAMES } from '../paths.ts';
import { officeRoutes } from '../routes.tsx';
import { pairProblem } from './pair-problem.ts';

let chapter: OpenedChapter;
let id: string;
beforeEach(async () => {
  chapter = await openTestChapter(randomToken(20), await newChapterKeys());
  id = (await chapter.create('office', { kind: 'settings', chapterName: { es: 'Durham', en: '' }, areaCode: '', paper: 'letter' })).id;
  await chapter.create('people', { nameAsWritten: 'Abundio Paz', contacts: [], affiliations: [] });
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

async function settings(): Promise<Settings> {
  return (await chapter.collections.office.findOne(id).exec())?.toMutableJSON() as Settings;
}

const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByRole(label === 'Search a name' ? 'searchbox' : 'textbox', { name: label }), { target: { value } });
};
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));

test('a nickname is added to a name, is told when it is there already, and can be undone', async () => {
  showInChapter(chapter, officeRoutes, NICKNAMES, newTestHost());
  fireEvent.click(await screen.findByRole('button', { name: 'Add a nickname' }));
  type('Full name', 'Juan Carlos');
  press('Add');
  await screen.findByText('Write one word: for “Juan Carlos” write “Juan”.');
  type('Full name', 'josé');
  type('What people say', 'Pepe');
  press('Add');
  await screen.findByText('“Pepe” for José is there already.');
  type('Full name', 'Abundio');
  type('What people say', 'bundo');
  press('Add');
  await screen.findByRole('heading', { level: 2, name: 'Abundio' });
  expect((await settings()).ownNicknames).toEqual([{ key: 'abundio bundo', name: 'Abundio', short: 'Bundo' }]);
  press(/^Undo/);
  await waitFor(async () => expect((await settings()).ownNicknames ?? []).toEqual([]));
});

test('a built-in nickname is switched off and on again, one that was added is removed', async () => {
  await chapter.change('office', id, { ownNicknames: [{ key: 'jose cheche', name: 'José', short: 'Cheche' }] });
  showInChapter(chapter, officeRoutes, NICKNAMES, newTestHost());
  await screen.findByRole('heading', { level: 1, name: 'Nicknames' });
  type('Search a name', 'pep');
  const list = await screen.findByRole('listbox', { name: 'Names and what people say' });
  fireEvent.keyDown(list, { key: 'End' });
  fireEvent.keyDown(list, { key: 'Home' });
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: 'Enter' });
  await screen.findByRole('heading', { level: 2, name: 'Josefina, Josephine' });
  type('Search a name', 'cheche');
  fireEvent.keyDown(list, { key: 'Enter' });
  press('Do not use Pepe for José');
  await screen.findByRole('button', { name: 'Use Pepe for José again' });
  expect((await settings()).nicknamesOff).toEqual(['jose pepe']);
  press('Use Pepe for José again');
  await screen.findByRole('button', { name: 'Do not use Pepe for José' });
  press('Remove Cheche for José');
  await waitFor(async () => expect((await settings()).ownNicknames).toEqual([]));
});

test('what cannot be added is said at its field', () => {
  const listed = [{ key: 'jose', names: ['josé', 'joseph'], shorts: [{ short: 'pepe', isOff: true }] }];
  expect(pairProblem('', 'Pepe', listed)).toEqual({ field: 'name', why: 'both' });
  expect(pairProblem('José', 'Pepe Luis', listed)).toEqual({ field: 'short', why: 'oneWord' });
  expect(pairProblem('Ana', 'ána', listed)).toEqual({ field: 'short', why: 'same' });
  expect(pairProblem('Joseph', 'Pépe', listed)).toEqual({ field: 'short', why: 'there' });
  expect(pairProblem('Joseph', 'Jose', listed)).toEqual({ field: 'short', why: 'there' });
  expect(pairProblem('José', 'Cheché', listed)).toBeNull();
});
