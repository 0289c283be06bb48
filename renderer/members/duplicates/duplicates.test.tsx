// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../shared/domain/person.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { DUPLICATES, mergePath, personPath } from '../paths.ts';

let chapter: OpenedChapter;
let lupita: Person;
let twin: Person;
beforeEach(async () => {
  chapter = await newChapter();
  const phone = (key: string, value: string) => ({ key, kind: 'phone' as const, value, asWritten: value });
  lupita = await chapter.create('people', { nameAsWritten: 'Guadalupe Hernández Ríos', contacts: [phone('k1', '+19195550101')], affiliations: [], area: 'Durham' });
  await new Promise((resolve) => setTimeout(resolve, 5));
  twin = await chapter.create('people', { nameAsWritten: 'Lupita Hernández Ríos', contacts: [phone('k2', '+19195550101'), phone('k3', '+19195550102')], affiliations: [], area: 'Raleigh', doNotContact: true });
  await chapter.create('people', { nameAsWritten: 'Wilmer Cruz', contacts: [], affiliations: [] });
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

async function read({ id }: Person): Promise<Partial<Person>> {
  return (await chapter.collections.people.findOne(id).exec())?.toMutableJSON() ?? {};
}

test('the pair is in the list with its reasons; N remembers that they are two, and Undo forgets it', async () => {
  showMembers(chapter, DUPLICATES);
  const list = await screen.findByRole('listbox');
  await screen.findByText('1 pair may be one person');
  screen.getByText('Same phone');
  screen.getByText('Both surnames are the same');
  fireEvent.keyDown(list, { key: 'n' });
  await screen.findByText(/Nobody seems to be entered twice/);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('1 pair may be one person');
});

test('two are put together by the keyboard, the person shows it, and Undo gives back what each said', async () => {
  const { router } = showMembers(chapter, DUPLICATES);
  fireEvent.keyDown(await screen.findByRole('listbox'), { key: 'Enter' });
  await screen.findByText('Are these one person?');
  const area = screen.getByRole('radiogroup', { name: 'Town or neighborhood' });
  fireEvent.click(area.querySelector('input[value="left"]') as HTMLElement);
  screen.getByText(/what protects the person always stays/);
  fireEvent.click(screen.getByRole('checkbox', { name: /555-0102/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Put together' }));
  await screen.findByText(/^Put together on .* with Lupita Hernández Ríos\.$/);
  expect(router.state.location.pathname).toBe(personPath(lupita.id));
  expect(await read(lupita)).toMatchObject({ area: 'Durham', doNotContact: true, contacts: [{ key: 'k1' }], alsoKnownAs: ['Lupita Hernández Ríos'] });
  expect(await read(twin)).toMatchObject({ mergedInto: lupita.id, area: 'Raleigh' });
  fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1) as HTMLElement);
  await waitFor(async () => expect((await read(twin)).mergedInto).toBeUndefined());
  const back = await read(lupita);
  expect([back.doNotContact, back.alsoKnownAs, back.contacts?.length]).toEqual([undefined, undefined, 1]);
});

test('the address of the absorbed record shows the person, and a page of two that are one says so', async () => {
  await chapter.change('people', twin.id, { mergedInto: lupita.id });
  const { router } = showMembers(chapter, personPath(twin.id));
  await screen.findByRole('heading', { level: 2, name: 'Guadalupe Hernández Ríos' });
  await router.navigate(mergePath(lupita.id, twin.id));
  await screen.findByText(/they are one person already/);
});

test('what came to the absorbed record after the merge is offered on the page of the person', async () => {
  await chapter.create('office', { kind: 'merge', survivor: lupita.id, absorbed: twin.id, mergedFields: [], organizersMergedFields: [], absorbedFields: [], organizersAbsorbedFields: [] });
  await chapter.change('people', twin.id, { mergedInto: lupita.id, called: 'Lupis', area: undefined, contacts: [], doNotContact: undefined });
  showMembers(chapter, personPath(lupita.id));
  await screen.findByText(/New in the record .* Goes by: Lupis/);
  const notice = screen.getByText(/Goes by: Lupis/).closest('[role=status]');
  fireEvent.click([...(notice?.querySelectorAll('button') ?? [])][0] as HTMLElement);
  await waitFor(async () => expect((await read(lupita)).called).toBe('Lupis'));
  await waitFor(() => expect(screen.queryByText(/Goes by: Lupis/)).toBeNull());
});

test('a person goes to the bin and out of it with every record that stands for them', async () => {
  await chapter.change('people', twin.id, { mergedInto: lupita.id });
  showMembers(chapter, personPath(lupita.id));
  fireEvent.click(await screen.findByRole('button', { name: 'Move to the bin' }));
  await waitFor(async () => expect([(await read(lupita)).deletedAt, (await read(twin)).deletedAt].every((at) => at !== undefined)).toBe(true));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect([(await read(lupita)).deletedAt, (await read(twin)).deletedAt]).toEqual([undefined, undefined]));
});
