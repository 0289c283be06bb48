// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../shared/domain/person.ts';
import { todayHere } from '../../../shared/words/date.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { personPath } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

const PHONE = { key: 'a', kind: 'phone', value: '+19195550123', asWritten: '919 555 0123' } as const;

async function lupita(more: Partial<Person> = {}): Promise<string> {
  return (await chapter.create('people', { nameAsWritten: 'Lupita Hernández', contacts: [PHONE], affiliations: [], ...more })).id;
}

async function kept(id: string): Promise<Person | undefined> {
  return (await chapter.collections.people.findOne(id).exec())?.toMutableJSON();
}

async function office(kind: string): Promise<readonly object[]> {
  return (await chapter.collections.office.find({ selector: { kind, deletedAt: { $exists: false } } as never }).exec()).map((one) => one.toMutableJSON());
}

async function press(name: RegExp | string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }));
}

test('F2 goes into the phone, from anywhere on the page', async () => {
  showMembers(chapter, personPath(await lupita()));
  await screen.findByRole('heading', { name: 'Lupita Hernández' });
  fireEvent.keyDown(window, { key: 'F2' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Phone' })));
});

test('“Stop contacting” is one press, is said with its day, and one “Undo” takes it back', async () => {
  const id = await lupita();
  showMembers(chapter, personPath(id));
  await press('Stop contacting');
  await screen.findByText(/^Do not contact, since/);
  expect(await kept(id)).toMatchObject({ doNotContact: true, doNotContactSince: todayHere() });
  await waitFor(async () => expect(await office('consent')).toHaveLength(3));
  await press('Undo');
  await screen.findByRole('button', { name: 'Stop contacting' });
  await waitFor(async () => expect(await office('consent')).toHaveLength(0));
});

test('a minor’s phone shows only when a guardian signed; photo and story are not asked, and there is no ladder', async () => {
  const id = await lupita({ isMinor: true });
  showMembers(chapter, personPath(id));
  await screen.findByText(/12 months after the last activity/);
  expect(screen.queryByText(/555-0123/)).toBeNull();
  await press(/^Leadership/);
  expect(screen.queryByText('On the ladder')).toBeNull();
  await press(/^Permissions/);
  expect(screen.queryByRole('button', { name: 'Yes: Use my photo' })).toBeNull();
  await press('Yes: Call me');
  expect((await screen.findAllByText(/555-0123/)).length).toBeGreaterThan(0);
  expect(await office('consent')).toMatchObject([{ scope: 'call', isGiven: true, how: 'guardian_signed' }]);
});

test('the history of a minor does not tell the phone that the page hides, until a guardian signed', async () => {
  const id = await lupita({ isMinor: true });
  await chapter.change('people', id, { contacts: [{ key: 'k', kind: 'phone', value: '+19195550177', asWritten: '919 555 0177' }], area: 'Cary' });
  showMembers(chapter, personPath(id));
  await press(/^History/);
  await screen.findByText(/Cary/);
  await screen.findByText(/: a detail was changed/);
  expect(screen.queryByText(/555-01(23|77)/)).toBeNull();
  await press(/^Permissions/);
  await press('Yes: Call me');
  await press(/^History/);
  expect((await screen.findAllByText(/555-0177/)).length).toBeGreaterThan(0);
});

test('what was answered is said with how and when, and a later no holds', async () => {
  showMembers(chapter, personPath(await lupita()));
  await press(/^Permissions/);
  await press('Yes: Text or WhatsApp me');
  await screen.findByText(/^Yes · Spoken/);
  await press('No: Text or WhatsApp me');
  await screen.findByText(/^No · Spoken/);
  expect(screen.queryByText(/^Yes · Spoken/)).toBeNull();
});

test('a step on the ladder keeps what was seen, and stands on the timeline', async () => {
  showMembers(chapter, personPath(await lupita()));
  await press(/^Leadership/);
  await press('Is here now: Tertiary leader');
  const seen = await screen.findByRole('textbox', { name: 'What you saw' });
  fireEvent.input(seen, { target: { value: 'Trajo a su familia' } });
  fireEvent.blur(seen);
  await waitFor(async () => expect(await office('ladder')).toMatchObject([{ rung: 'tertiary', earlierRung: 'contact', evidence: 'Trajo a su familia' }]));
  await screen.findByText('Ladder: Tertiary leader · Trajo a su familia');
});

test('a skill of the chapter’s own words is offered from then on', async () => {
  await chapter.create('office', { kind: 'skill', person: 'person:other', skill: 'Bordar', mark: 'teaches', on: { y: 2025 } });
  const id = await lupita();
  showMembers(chapter, personPath(id));
  await press(/^Leadership/);
  fireEvent.mouseDown(await screen.findByRole('combobox', { name: 'Skill' }));
  fireEvent.click(await screen.findByRole('option', { name: 'Bordar' }));
  await press('Practised: Bordar');
  await waitFor(async () => expect(await office('skill')).toContainEqual(expect.objectContaining({ person: id, skill: 'Bordar', mark: 'practised' })));
});

test('two who share a phone can be put into one household, which both pages show', async () => {
  const id = await lupita();
  const { id: other } = await chapter.create('people', { nameAsWritten: 'Beto Hernández', contacts: [PHONE], affiliations: [] });
  showMembers(chapter, personPath(id));
  await press(/^Ties/);
  fireEvent.change(await screen.findByRole('combobox', { name: 'Same household as' }), { target: { value: 'beto' } });
  fireEvent.click(await screen.findByRole('option', { name: /Beto/ }));
  await screen.findByRole('button', { name: /Does not live there: Beto/ });
  expect((await kept(id))?.household).toBe((await kept(other))?.household);
});
