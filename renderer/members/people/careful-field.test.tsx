// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { flushUnsaved } from '../../app/unsaved.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { personPath } from '../paths.ts';

let chapter: OpenedChapter;
let id: string;
beforeEach(async () => {
  chapter = await newChapter();
  id = (await chapter.create('people', { nameAsWritten: 'Lupita Hernández', contacts: [], affiliations: [] })).id;
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

async function kept(): Promise<{ notes?: string | undefined; tags?: string[] | undefined; area?: string | undefined } | undefined> {
  return (await chapter.collections.people.findOne(id).exec())?.toMutableJSON();
}

function type(label: string, text: string): HTMLInputElement {
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: label });
  fireEvent.input(field, { target: { value: text } });
  return field;
}

async function openPart(name: RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }));
}

const RISKY = 'Canta. Es indocumentada. Maneja.';
const QUESTION = /could put someone at risk/;

test('nothing of the sentence is written before somebody decides, and the text stays in its field', async () => {
  showMembers(chapter, personPath(id));
  await openPart(/^Notes/);
  const field = type('Notes', RISKY);
  fireEvent.blur(field);
  await screen.findByText(QUESTION);
  expect(field.value).toBe(RISKY);
  expect((await kept())?.notes).toBeUndefined();
  expect(screen.getByRole('button', { name: 'Remove' })).toBe(document.activeElement);
});

test('“Keep” writes it as it was typed, and it is not asked again when more is written', async () => {
  showMembers(chapter, personPath(id));
  await openPart(/^Notes/);
  fireEvent.blur(type('Notes', 'Habló de DACA en el mitin.'));
  fireEvent.click(await screen.findByRole('button', { name: /^Keep/ }));
  await waitFor(async () => expect((await kept())?.notes).toBe('Habló de DACA en el mitin.'));
  fireEvent.blur(type('Notes', 'Habló de DACA en el mitin. Canta.'));
  await waitFor(async () => expect((await kept())?.notes).toBe('Habló de DACA en el mitin. Canta.'));
  fireEvent.blur(type('Notes', 'Habló de DACA en el mitin. Canta. Tiene DACA.'));
  await screen.findByText(QUESTION);
  expect((await kept())?.notes).toBe('Habló de DACA en el mitin. Canta.');
});

test('when the page is left, the other sentences are written and the text waits for the answer', async () => {
  const { router } = showMembers(chapter, personPath(id));
  await openPart(/^Notes/);
  fireEvent.blur(type('Notes', RISKY));
  await screen.findByText(QUESTION);
  await router.navigate('/members');
  await waitFor(async () => expect((await kept())?.notes).toBe('Canta. Maneja.'));
  await router.navigate(personPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'Look at it' }));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Notes' })).value).toBe(RISKY);
  fireEvent.click(screen.getByRole('button', { name: /^Keep/ }));
  await waitFor(async () => expect((await kept())?.notes).toBe(RISKY));
  expect(screen.queryByText(QUESTION)).toBeNull();
});

test('before locking only the careful part is written; the field still shows what was typed', async () => {
  showMembers(chapter, personPath(id));
  await openPart(/^Notes/);
  const field = type('Notes', RISKY);
  await flushUnsaved();
  expect((await kept())?.notes).toBe('Canta. Maneja.');
  await screen.findByText(QUESTION);
  expect(field.value).toBe(RISKY);
});

test('switching the language keeps the text and asks in the other language', async () => {
  showMembers(chapter, personPath(id));
  await openPart(/^Notes/);
  fireEvent.blur(type('Notes', RISKY));
  await screen.findByText(QUESTION);
  fireEvent.click(screen.getByRole('button', { name: 'Español' }));
  await screen.findByText(/podría poner en riesgo/);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Notas' }).value).toBe(RISKY);
});

test.each([
  [/^Language, area/, 'Town or neighborhood', 'Walltown, sin papeles', 'area'],
  [/^Ties/, 'Tags', 'coro, TPS', 'tags'],
] as const)('the gentle stop is in every free text: %s', async (part, label, text, field) => {
  showMembers(chapter, personPath(id));
  await openPart(part);
  fireEvent.blur(type(label, text));
  await screen.findByText(QUESTION);
  expect((await kept())?.[field]).toBeUndefined();
});

test('of a list of words only the risky one goes', async () => {
  showMembers(chapter, personPath(id));
  await openPart(/^Ties/);
  fireEvent.blur(type('Tags', 'coro, TPS, cocina'));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect((await kept())?.tags).toEqual(['coro', 'cocina']));
});
