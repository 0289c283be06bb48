// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { Outlet } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { TopBar } from '../../app/TopBar.tsx';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { INSTITUTIONS, MEMBERS } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
  for (const nameAsWritten of ['Ana Aguilar', 'Lupita Hernández', 'Wilmer Cruz']) await chapter.create('people', { nameAsWritten, contacts: [], affiliations: [] });
});
afterEach(async () => {
  cleanup();
  await chapter.settled();
  await chapter.close();
});

function WithTopBar() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <TopBar searchField={field} onLock={() => undefined} Status={null} />
      <Outlet />
    </>
  );
}

async function search(address: string, words: string, key: string): Promise<void> {
  showMembers(chapter, address, {}, <WithTopBar />);
  const field = await screen.findByLabelText('Search for a person');
  await screen.findByRole('heading', { level: 1, name: 'Members' });
  fireEvent.change(field, { target: { value: words } });
  field.focus();
  fireEvent.keyDown(field, { key });
}

test('Enter in the search field opens the first person found, from the members and from elsewhere', async () => {
  await search(MEMBERS, 'hernandez', 'Enter');
  await screen.findByRole('heading', { level: 2, name: 'Lupita Hernández' });
  cleanup();
  await search(INSTITUTIONS, 'wilm', 'Enter');
  await screen.findByRole('heading', { level: 2, name: 'Wilmer Cruz' });
});

test('Enter opens nobody when nothing is sought or nobody is found', async () => {
  await search(MEMBERS, 'qqq', 'Enter');
  await screen.findByText(/Nobody found/);
  cleanup();
  await search(MEMBERS, ' ', 'Enter');
  await screen.findByText('3 people');
  expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
});

test('the arrow down goes into the list, and Enter there opens', async () => {
  await search(MEMBERS, 'ana', 'ArrowDown');
  const list = await screen.findByRole('listbox', { name: 'People' });
  await waitFor(() => expect(document.activeElement).toBe(list));
  fireEvent.keyDown(list, { key: 'Enter' });
  await screen.findByRole('heading', { level: 2, name: 'Ana Aguilar' });
});
