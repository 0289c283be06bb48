// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Host } from '../../../shared/host.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { IMPORT } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

function choosing(content: string | Uint8Array, tooLarge = false): Pick<Host['files'], 'choose'> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { choose: () => Promise.resolve({ name: 'list.csv', size: bytes.length, bytes: tooLarge ? new Uint8Array() : bytes, tooLarge }) };
}

async function choose(): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Choose a file' }));
}

async function living(): Promise<string[]> {
  const people = await chapter.collections.people.find({ selector: { deletedAt: { $exists: false } } }).exec();
  return people.map((person) => person.nameAsWritten).sort();
}

const LIST = 'Nombre,Iglesia,Teléfono\nRosa Pérez,Emanuel,919 555 0101\n,Emanuel,919 555 0102\n=SUM(A1),,\nRosa Pérez,Emanuel,919 555 0101\n';

test.each([
  ['an empty file', '', false, /The file is empty/],
  ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9), false, /“Save as”, then “CSV”/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0, 0, 1, 0, 2, 0), false, /not a list in text form/],
  ['only headings', 'Nombre,Teléfono\n', false, /headings but no rows/],
  ['a file of 200 MB', '', true, /larger than 50 MB/],
])('%s gets a sentence, and nothing is added', async (_what, content, tooLarge, sentence) => {
  showMembers(chapter, IMPORT, choosing(content, tooLarge));
  await choose();
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Choose a file' }).disabled).toBe(false);
  expect(await living()).toEqual([]);
});

test('a list becomes people, the same name is marked and never merged, and the whole can be undone and brought back', async () => {
  showMembers(chapter, IMPORT, choosing(LIST));
  await choose();
  fireEvent.click(await screen.findByRole('button', { name: 'Check the list' }));
  await screen.findByRole('button', { name: '1 row cannot be read' });
  await screen.findByRole('button', { name: '1 looks like somebody else' });
  expect(await living()).toEqual([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Bring in 3 people' }));
  await screen.findByText(/3 people were added/);
  expect(await living()).toEqual(['=SUM(A1)', 'Rosa Pérez', 'Rosa Pérez']);
  const [one, other] = await chapter.collections.people.find({ selector: { nameAsWritten: 'Rosa Pérez' } }).exec();
  expect([one?.possibleDuplicates, other?.possibleDuplicates]).toContainEqual([one?.possibleDuplicates === undefined ? one?.id : other?.id]);
  fireEvent.click(screen.getByRole('button', { name: 'Undo the whole list' }));
  await screen.findByText(/The list was taken back/);
  expect(await living()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await living()).toHaveLength(3));
});

test('without a column of names the list cannot be checked, and the screen says what to choose', async () => {
  showMembers(chapter, IMPORT, choosing('Teléfono,Correo\n919 555 0101,rosa@example.org\n'));
  await choose();
  await screen.findByText(/Choose “Full name” over the column/);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check the list' }).disabled).toBe(true);
});

test('the rows that could not be read are saved with their number and reason', async () => {
  const saved: string[] = [];
  const save: Host['files']['save'] = (name, _mime, bytes) => {
    saved.push(name, new TextDecoder().decode(bytes));
    return Promise.resolve(true);
  };
  showMembers(chapter, IMPORT, { ...choosing(LIST), save });
  await choose();
  fireEvent.click(await screen.findByRole('button', { name: 'Check the list' }));
  fireEvent.click(await screen.findByRole('button', { name: '1 row cannot be read' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Save the rows/ }));
  await screen.findByText(/^Saved\. Correct/);
  expect(saved[0]).toBe('rows-to-correct.csv');
  expect(saved[1]).toContain('"3","No name in this row","","Emanuel","919 555 0102"');
});

test('a list from before can be taken back later', async () => {
  const batch = await chapter.create('office', { kind: 'import', added: 1, refused: 0, state: 'done' });
  await chapter.create('people', { nameAsWritten: 'Rosa', contacts: [], affiliations: [], source: { kind: 'import', from: batch.id } });
  await chapter.create('people', { nameAsWritten: 'Lupita', contacts: [], affiliations: [] });
  showMembers(chapter, IMPORT);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo the whole list' }));
  await screen.findByText(/1 person added · taken back/);
  await waitFor(async () => expect(await living()).toEqual(['Lupita']));
});

test('a row that is somebody here shows what it adds, goes to them when it is ticked, and enters nobody twice', async () => {
  const rosa = await chapter.create('people', { nameAsWritten: 'Rosa Pérez Luna', contacts: [{ key: 'k', kind: 'phone', value: '+19195550101', asWritten: '919 555 0101' }], affiliations: [] });
  showMembers(chapter, IMPORT, choosing('Nombre,Iglesia,Teléfono,Ciudad\nRosa Pérez Luna,Emanuel,919 555 0101,Durham\nAna Ruiz,,,\n'));
  await choose();
  fireEvent.click(await screen.findByRole('button', { name: 'Check the list' }));
  fireEvent.click(await screen.findByRole('button', { name: '1 may be here already' }));
  const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Rosa Pérez Luna/ });
  expect(tick.checked).toBe(false);
  await screen.findByText(/Durham/);
  fireEvent.click(screen.getByRole('button', { name: 'Tick the one that is probably here' }));
  expect(tick.checked).toBe(true);
  await screen.findByRole('button', { name: '1 person will be added' });
  await screen.findByText('Nobody looks like somebody else');
  fireEvent.click(screen.getByRole('button', { name: 'Bring in 2 rows' }));
  await screen.findByText(/1 person was added. 1 who was here already was brought up to date/);
  const now = (await chapter.collections.people.findOne(rosa.id).exec())?.toJSON();
  expect(now).toMatchObject({ area: 'Durham', contacts: [{ value: '+19195550101' }] });
  expect(now?.affiliations).toHaveLength(1);
});

test('what could put someone at risk is shown and left out, unless somebody says that it is about a law', async () => {
  const risky = 'Nombre,Notas\nRosa Soto,Canta. Es indocumentada.\nItzel Mora,Habló de la visa\nBeto Ríos,Llega temprano\n';
  const notes = async (): Promise<unknown[]> => (await chapter.collections.people.find({ selector: { deletedAt: { $exists: false } }, sort: [{ nameAsWritten: 'asc' }] }).exec()).map((one) => one.notes);
  showMembers(chapter, IMPORT, choosing(risky));
  await choose();
  fireEvent.click(await screen.findByRole('button', { name: 'Check the list' }));
  await screen.findByText('2 rows say something that could put someone at risk if others see it.');
  await screen.findByText('Row 2, Rosa Soto: Es indocumentada');
  fireEvent.click(screen.getByRole('button', { name: 'Bring in 3 people' }));
  await screen.findByText(/3 people were added/);
  expect(await notes()).toEqual(['Llega temprano', undefined, 'Canta.']);
  fireEvent.click(screen.getByRole('button', { name: 'Another list' }));
  await choose();
  fireEvent.click(await screen.findByRole('button', { name: 'Check the list' }));
  fireEvent.click(await screen.findByRole('radio', { name: /about a law or campaign/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Bring in 3 people' }));
  await screen.findByText(/3 people were added/);
  expect(await notes()).toContain('Canta. Es indocumentada.');
});
