// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../shared/domain/person.ts';
import { StoreProblem } from '../../../shared/store/chapter-types.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { personPath, NEW_PERSON } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

const NAME = 'Name as written';

async function everybody(): Promise<Person[]> {
  return (await chapter.collections.people.find().exec()).map((person) => person.toMutableJSON());
}

/** Types into a field, as a person would: what stands there is replaced. */
function type(label: string, text: string): HTMLElement {
  const field = screen.getByRole('textbox', { name: label });
  fireEvent.input(field, { target: { value: text } });
  return field;
}

async function lupita(more: Partial<Person> = {}): Promise<Person> {
  return chapter.create('people', { nameAsWritten: 'Lupita Hernández', contacts: [], affiliations: [], ...more });
}

test('a new person is written when the name is left, with suggested parts; what was typed before goes along', async () => {
  showMembers(chapter, NEW_PERSON);
  await screen.findByLabelText(NAME);
  fireEvent.blur(type('Phone', '919 555 0123'));
  await waitFor(() => expect(screen.getByDisplayValue('(919) 555-0123')).toBeTruthy());
  expect(await everybody()).toEqual([]);
  fireEvent.blur(type(NAME, 'María Guadalupe Hernández Ríos'));
  await waitFor(async () =>
    expect(await everybody()).toMatchObject([
      { nameAsWritten: 'María Guadalupe Hernández Ríos', family1: 'Hernández', family2: 'Ríos', contacts: [{ value: '+19195550123' }], source: { kind: 'typed' } },
    ]),
  );
});

test('who may be here already is shown while typing; the key 1 opens them and writes nobody', async () => {
  const { id } = await lupita();
  const { router } = showMembers(chapter, NEW_PERSON);
  await screen.findByLabelText(NAME);
  const field = type(NAME, 'hernan');
  await screen.findByRole('group', { name: 'Already here?' });
  fireEvent.keyDown(field, { key: '1' });
  await waitFor(() => expect(router.state.location.pathname).toBe(personPath(id)));
  expect(await everybody()).toHaveLength(1);
});

test('F10 writes what is typed and begins an empty form', async () => {
  showMembers(chapter, NEW_PERSON);
  await screen.findByLabelText(NAME);
  type(NAME, 'Rosa Pérez');
  fireEvent.keyDown(window, { key: 'F10' });
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(NAME).value).toBe(''));
  expect(await everybody()).toMatchObject([{ nameAsWritten: 'Rosa Pérez' }]);
});

test('F10 without a name loses nothing: it asks for the name', async () => {
  showMembers(chapter, NEW_PERSON);
  await screen.findByLabelText(NAME);
  type('Phone', '919 555 0123');
  fireEvent.keyDown(window, { key: 'F10' });
  await screen.findByText(/Write the name first/);
  expect(screen.getByDisplayValue('(919) 555-0123')).toBeTruthy();
});

test('a field of the page is written when it is left, and “Undo” brings back what was there', async () => {
  const { id } = await lupita({ area: 'Durham' });
  showMembers(chapter, personPath(id));
  fireEvent.click(await screen.findByRole('button', { name: /^Language, area/ }));
  fireEvent.blur(type('Town or neighborhood', 'Walltown'));
  await waitFor(async () => expect(await everybody()).toMatchObject([{ area: 'Walltown' }]));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await everybody()).toMatchObject([{ area: 'Durham' }]));
});

test('a full disk keeps what was typed in the field, says so, and trying again writes it', async () => {
  const { id } = await lupita();
  let full = true;
  const change: OpenedChapter['change'] = (...args) => (full ? Promise.reject(new StoreProblem('storage-full')) : chapter.change(...args));
  showMembers({ ...chapter, change }, personPath(id));
  fireEvent.click(await screen.findByRole('button', { name: /^Language, area/ }));
  const field = type('Town or neighborhood', 'Walltown');
  fireEvent.blur(field);
  await screen.findByRole('alert');
  expect((field as HTMLInputElement).value).toBe('Walltown');
  full = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(async () => expect(await everybody()).toMatchObject([{ area: 'Walltown' }]));
});

test('switching the language keeps a half-typed name', async () => {
  showMembers(chapter, NEW_PERSON);
  await screen.findByLabelText(NAME);
  type(NAME, 'María Gua');
  fireEvent.click(screen.getByRole('button', { name: /ES|Español/ }));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Nombre como está escrito').value).toBe('María Gua'));
});

test('who lies in the bin is in no list and can be taken out', async () => {
  const { id } = await lupita();
  showMembers(chapter, personPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'Move to the bin' }));
  await screen.findByText('Nobody yet.');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('1 person');
});

test('a word that could put someone at risk is written only when somebody says to keep it', async () => {
  const { id } = await lupita();
  showMembers(chapter, personPath(id));
  fireEvent.click(await screen.findByRole('button', { name: /^Notes/ }));
  fireEvent.blur(type('Notes', 'Canta. Es indocumentada.'));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect(await everybody()).toMatchObject([{ notes: 'Canta.' }]));
});

test('two people with one phone know of each other, and the mark of a likely duplicate can be dismissed', async () => {
  const phone = { key: 'a', kind: 'phone', value: '+19195550123', asWritten: '919 555 0123' } as const;
  const first = await lupita({ contacts: [phone] });
  const second = await chapter.create('people', { nameAsWritten: 'Guadalupe Hdez', contacts: [phone], affiliations: [], possibleDuplicates: [first.id] });
  showMembers(chapter, personPath(first.id));
  fireEvent.click(await screen.findByRole('button', { name: /^Phone, e-mail/ }));
  await screen.findByText(/2 people have this phone/);
  fireEvent.click(await screen.findByRole('button', { name: 'Not the same person' }));
  await waitFor(async () => expect((await everybody()).find(({ id }) => id === first.id)?.notSameAs).toEqual([second.id]));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Not the same person' })).toBeNull());
});

test('an institution that is not here yet is made by typing its name, and the person belongs to it', async () => {
  const { id } = await lupita();
  showMembers(chapter, personPath(id));
  fireEvent.click(await screen.findByRole('button', { name: /^Institutions/ }));
  const box = await screen.findByRole('combobox', { name: 'Institution' });
  fireEvent.change(box, { target: { value: 'Iglesia Emanuel' } });
  await act(() => Promise.resolve(fireEvent.blur(box)));
  await waitFor(async () => {
    const made = await chapter.collections.institutions.find().exec();
    expect(made.map(({ name }) => name)).toEqual(['Iglesia Emanuel']);
    expect((await everybody())[0]?.affiliations).toMatchObject([{ institution: made[0]?.id, isMain: true }]);
  });
});

test('Enter takes the institution that is offered first and empties the box, and the roles can be ticked', async () => {
  const { id } = await lupita();
  await chapter.create('institutions', { name: 'Iglesia San José', otherNames: [], languages: [] });
  showMembers(chapter, personPath(id));
  fireEvent.click(await screen.findByRole('button', { name: /^Institutions/ }));
  const box = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Institution' });
  fireEvent.change(box, { target: { value: 'igl' } });
  await screen.findByRole('option', { name: 'Iglesia San José' });
  fireEvent.keyDown(box, { key: 'Enter' });
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Treasurer' }));
  await waitFor(async () => expect((await everybody())[0]?.affiliations).toMatchObject([{ roles: ['treasurer'], isMain: true }]));
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Another institution' }).value).toBe('');
  expect(await chapter.collections.institutions.count().exec()).toBe(1);
});
