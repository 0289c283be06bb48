// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Seat, Team } from '../../../shared/domain/structure.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { TEAMS, teamPath } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

async function person(nameAsWritten: string, institution?: string): Promise<string> {
  const affiliations = institution === undefined ? [] : [{ key: 'a', institution, roles: [], isMain: true }];
  return (await chapter.create('people', { nameAsWritten, contacts: [], affiliations })).id;
}

async function institution(name: string, status?: string): Promise<string> {
  return (await chapter.create('institutions', { name, status, otherNames: [], languages: [] })).id;
}

async function team(seats: readonly Seat[]): Promise<string> {
  return (await chapter.create('office', { kind: 'team', title: { en: 'Strategy', es: 'Estrategia' }, teamKind: 'strategy_team', seats: [...seats] })).id;
}

async function seatsOf(id: string): Promise<readonly Seat[]> {
  return ((await chapter.collections.office.findOne(id).exec())?.toMutableJSON() as Team).seats;
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

test('a new team begins with its form, is called by its kind until it has a title, and can be undone', async () => {
  const { router } = showMembers(chapter, TEAMS);
  fireEvent.click(await screen.findByRole('button', { name: 'New team' }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/members\/teams\/team:/));
  const title = await screen.findByRole('textbox', { name: 'Name of the team · In English' });
  expect(screen.getByRole('heading', { level: 2, name: 'Team without a name' })).toBeTruthy();
  fireEvent.input(title, { target: { value: 'Housing team' } });
  fireEvent.blur(title);
  await screen.findByRole('heading', { level: 2, name: 'Housing team' });
  fireEvent.click(button(/^Undo/));
  await screen.findByRole('heading', { level: 2, name: 'Team without a name' });
});

test('a seat is filled by a name, takes the person’s institution, and votes', async () => {
  const jose = await institution('San José', 'member');
  const ana = await person('Ana Ruiz', jose);
  const id = await team([]);
  showMembers(chapter, teamPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'Add a seat' }));
  const field = screen.getByRole('combobox', { name: 'Person' });
  fireEvent.change(field, { target: { value: 'ruiz' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(async () => expect(await seatsOf(id)).toMatchObject([{ person: ana, institution: jose, role: 'delegate' }]));
  fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
  const table = await screen.findByRole('table', { name: 'Who votes' });
  expect(within(table).getByRole('row', { name: /San José.*Ana Ruiz.*1/ })).toBeTruthy();
  expect(within(table).getByRole('row', { name: /Votes in all 1/ })).toBeTruthy();
  expect(within(table).getByRole('row', { name: /Half and one more 1/ })).toBeTruthy();
});

test('a seat for which only the role was chosen is written without a person', async () => {
  const id = await team([]);
  showMembers(chapter, teamPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'Add a seat' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Chair' }));
  await waitFor(async () => expect(await seatsOf(id)).toMatchObject([{ role: 'chair' }]));
  fireEvent.click(button('Done'));
  await screen.findByText('Nobody named yet');
});

test('ending a term moves the seat to the past ones, with its vote gone; “Undo” brings it back', async () => {
  const jose = await institution('San José', 'member');
  const id = await team([{ key: 'k', role: 'delegate', person: await person('Ana Ruiz'), institution: jose }]);
  showMembers(chapter, teamPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'End the term: Ana Ruiz' }));
  fireEvent.click(await screen.findByRole('button', { name: '1 past seat' }));
  await screen.findByText(/term over since/);
  expect(screen.queryByRole('table')).toBeNull();
  fireEvent.click(button(/^Undo/));
  await screen.findByRole('row', { name: /Votes in all 1/ });
  expect(await seatsOf(id)).toEqual([{ key: 'k', role: 'delegate', person: expect.any(String) as string, institution: jose }]);
});

test('what is odd is said and blocks nothing: an ally, a second delegate, a person in the bin', async () => {
  const [jose, union] = [await institution('San José', 'member'), await institution('Union', 'allied')];
  const gone = await person('Eva Gil');
  await chapter.change('people', gone, { deletedAt: new Date().toISOString() });
  const id = await team([
    { key: '1', role: 'delegate', person: await person('Ana Ruiz'), institution: jose },
    { key: '2', role: 'delegate', person: gone, institution: jose },
    { key: '3', role: 'delegate', person: await person('Luis Paz'), institution: union },
  ]);
  showMembers(chapter, teamPath(id));
  const row = async (name: string): Promise<HTMLElement> => (await screen.findByText(name, { selector: 'li *' })).closest('li') as HTMLElement;
  expect((await row('Eva Gil')).textContent).toContain('more delegates than votes');
  await waitFor(async () => expect((await row('Eva Gil')).textContent).toContain('This person is in the bin.'));
  expect((await row('Luis Paz')).textContent).toContain('An ally has a seat and no vote.');
  expect((await row('Ana Ruiz')).textContent).not.toContain('delegates than votes');
  expect(screen.getByRole('row', { name: /Votes in all 1/ })).toBeTruthy();
});

test('a team goes to the bin and says so', async () => {
  const id = await team([]);
  const { router } = showMembers(chapter, teamPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'Move to the bin' }));
  await waitFor(() => expect(router.state.location.pathname).toBe(TEAMS));
  await router.navigate(teamPath(id));
  await screen.findByText(/Strategy is in the bin/);
});
