// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomToken } from '../../shared/domain/record.ts';
import { newChapterKeys } from '../../shared/store/keys.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { HistorySection } from './HistorySection.tsx';
import { showHistory } from './in-chapter.tsx';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await openTestChapter(randomToken(20), await newChapterKeys());
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

const phone = (value: string) => ({ key: 'a', kind: 'phone' as const, value, asWritten: value });

test('the history says in both languages who changed what, with values as people know them', async () => {
  const place = await chapter.create('institutions', { name: 'Iglesia San José', otherNames: [], languages: [] });
  const { id } = await chapter.create('people', { nameAsWritten: 'Ana', contacts: [phone('+19195550100')], affiliations: [], language: 'es' });
  await chapter.change('people', id, { contacts: [phone('+19195550199')], language: 'en', doNotContact: true });
  await chapter.change('people', id, { affiliations: [{ key: 'x', institution: place.id, roles: [], isMain: true }] });
  await chapter.change('people', id, { fromTheFuture: 'x' } as object);
  showHistory(chapter, '/', <HistorySection name="people" id={id} />);
  fireEvent.click(await screen.findByRole('button', { name: 'History' }));
  await screen.findByText('Phone: from “(919) 555-0100” to “(919) 555-0199”');
  screen.getByText('Do not contact: “yes” was written');
  screen.getByText('Institution: “Iglesia San José, main” was added');
  screen.getByText('Something was changed that only a newer Convoca can show');
  expect(screen.getAllByText(/^Rosa · today, /)).toHaveLength(3);
  fireEvent.click(screen.getByRole('button', { name: 'Español' }));
  await screen.findByText('Teléfono: de «(919) 555-0100» a «(919) 555-0199»');
  screen.getByText('No contactar: se escribió «sí»');
  screen.getByText('Idioma: de «Español» a «Inglés»');
});

test('today’s list takes each change back by itself, and says so of what was changed again', async () => {
  const person = await chapter.create('people', { nameAsWritten: 'Ana', called: 'A', contacts: [], affiliations: [] });
  await chapter.change('people', person.id, { called: 'B' });
  const document = await chapter.collections.people.findOne(person.id).exec();
  await chapter.change('people', person.id, { area: 'Durham' });
  await chapter.change('people', person.id, { area: 'Raleigh' });
  await document?.incrementalModify((record) => ({ ...record, called: 'C', updatedBy: 'user:other', updatedAt: new Date().toISOString() }));
  showHistory(chapter, '/office/today');
  await screen.findByText('Written down today');
  expect(screen.queryByText(/Durham/)).toBeNull();
  const since = screen.getByText('Goes by: from “A” to “B”').closest('li') as HTMLElement;
  within(since).getByText(/Changed again since/);
  within(since).getByRole('link', { name: 'Look at Ana' });
  expect(within(since).queryByRole('button')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Undo: Written down today, Ana' }));
  await screen.findByText('Moved to the bin');
  expect((await chapter.collections.people.findOne(person.id).exec())?.deletedAt).toBeDefined();
  // The quick undo speaks the language of the screen.
  fireEvent.click(screen.getByRole('button', { name: 'Español' }));
  await screen.findByText('Ana: a la papelera');
  fireEvent.click(screen.getByRole('button', { name: 'Deshacer' }));
  await waitFor(async () => expect((await chapter.collections.people.findOne(person.id).exec())?.deletedAt).toBeUndefined());
});

test('what was written down in one go is one line, and goes to the bin and back together', async () => {
  const ana = { nameAsWritten: 'Ana', contacts: [], affiliations: [] };
  await chapter.createMany('people', [ana, ana, ana, ana]);
  showHistory(chapter, '/office/today');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo: 4 records written down at once' }));
  await waitFor(async () => expect(await chapter.collections.people.find({ selector: { deletedAt: { $exists: true } } }).exec()).toHaveLength(4));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await chapter.collections.people.find({ selector: { deletedAt: { $exists: true } } }).exec()).toHaveLength(0));
});

test('the bin: search without accents, put back, delete now only after asking, and not what waits for a decision', async () => {
  const deletedAt = new Date().toISOString();
  for (const nameAsWritten of ['José Núñez', 'Ana Ruiz', 'Luz Paz', 'Eva Gil', 'Rut Sol', 'Isa Mar']) {
    const { id } = await chapter.create('people', { nameAsWritten, contacts: [], affiliations: [] });
    await chapter.change('people', id, { deletedAt });
    if (nameAsWritten === 'Ana Ruiz') await chapter.create('office', { kind: 'review', record: id, field: 'called', values: ['"A"', '"B"'] });
  }
  showHistory(chapter, '/office/bin');
  await screen.findByText('6 records');
  fireEvent.change(screen.getByLabelText('Search in the bin'), { target: { value: 'nunez jose' } });
  const row = await screen.findByText('José Núñez');
  await screen.findByText('1 record');
  fireEvent.click(screen.getByRole('button', { name: 'Put back José Núñez' }));
  await waitFor(() => expect(row.isConnected).toBe(false));
  fireEvent.change(screen.getByLabelText('Search in the bin'), { target: { value: '' } });
  const waiting = (await screen.findByText('Ana Ruiz')).closest('li') as HTMLElement;
  within(waiting).getByText('Waits for a decision');
  expect(within(waiting).queryByRole('button', { name: /Delete/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Delete now: Luz Paz' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Keep it in the bin' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Delete now: Luz Paz' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Delete for good' }));
  await screen.findByText('4 records');
  expect((await chapter.collections.people.find().exec()).map((one) => one.nameAsWritten).sort()).toEqual(['Ana Ruiz', 'Eva Gil', 'Isa Mar', 'José Núñez', 'Rut Sol']);
});
