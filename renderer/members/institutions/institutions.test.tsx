// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Institution } from '../../../shared/domain/institution.ts';
import type { OfficeRecordOf } from '../../../shared/domain/office.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { todayHere } from '../../../shared/words/date.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { institutionPath, INSTITUTIONS } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

async function sanJose(more: Partial<Institution> = {}): Promise<Institution> {
  return chapter.create('institutions', { name: 'Iglesia San José', otherNames: [], languages: [], ...more });
}

async function changes(): Promise<OfficeRecordOf<'status'>[]> {
  const found = await chapter.collections.office.find({ selector: { kind: 'status', deletedAt: { $exists: false } } }).exec();
  return found.map((record) => record.toMutableJSON() as OfficeRecordOf<'status'>);
}

const standing = (): HTMLElement => screen.getByRole('region', { name: 'Where it stands' });

test('a step is written with today’s date as soon as its button is pressed, whatever is missing; the warning leads to where it is mended', async () => {
  const { id } = await sanJose({ status: 'inquiry' });
  showMembers(chapter, institutionPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'Mark as visited' }));
  await within(await screen.findByRole('region', { name: 'Where it stands' })).findByText('Visited');
  expect(await changes()).toMatchObject([{ institution: id, status: 'visited', earlierStatus: 'inquiry', on: todayHere() }]);
  fireEvent.click(await screen.findByRole('button', { name: 'Write down the visit' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Write down a visit' }));
  await waitFor(() => expect(screen.queryByText(/No membership visit/)).toBeNull());
  const visits = await chapter.collections.programs.find().exec();
  expect(visits.map((visit) => visit.toMutableJSON())).toMatchObject([{ kind: 'membership_visit', institution: id }]);
});

test('committed warns until somebody writes who decided', async () => {
  const { id } = await sanJose({ status: 'discerning' });
  await chapter.create('programs', { kind: 'membership_visit', institution: id, on: { y: 2025 }, visitors: [] });
  showMembers(chapter, institutionPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'Mark as committed' }));
  await screen.findByText(/Who decided is not written yet/);
  fireEvent.click(await screen.findByRole('radio', { name: 'The board' }));
  await waitFor(() => expect(screen.queryByText(/Who decided is not written yet/)).toBeNull());
  expect(await changes()).toMatchObject([{ status: 'committed', decidedBy: 'board' }]);
});

test('a wrong step is taken back, and it stands where it stood', async () => {
  const { id } = await sanJose({ status: 'member' });
  showMembers(chapter, institutionPath(id));
  fireEvent.click(await screen.findByRole('button', { name: 'Mark as lapsed' }));
  await within(standing()).findByText('Lapsed');
  fireEvent.click(await screen.findByRole('button', { name: 'Take this change back' }));
  await within(standing()).findByText('Member');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await within(standing()).findByText('Lapsed');
});

test('the first membership visit offers the state, and takes nothing by itself', async () => {
  const { id } = await sanJose({ status: 'prospect' });
  showMembers(chapter, institutionPath(id));
  fireEvent.click(await screen.findByRole('button', { name: /^Visits/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Write down a visit' }));
  const offer = await screen.findByText(/It was visited to present/);
  expect(await changes()).toEqual([]);
  fireEvent.click(within(offer.parentElement as HTMLElement).getByRole('button', { name: 'Mark as visited' }));
  await within(standing()).findByText('Visited');
});

test('the list narrows to a state, which is that of the latest change', async () => {
  const { id } = await sanJose({ status: 'prospect' });
  await chapter.create('office', { kind: 'status', institution: id, on: { y: 2025, m: 1, d: 1 }, status: 'inquiry', inquiry: 'learn' });
  await chapter.create('institutions', { name: 'Unión', otherNames: [], languages: [], status: 'member' });
  showMembers(chapter, INSTITUTIONS);
  await screen.findByText('2 institutions');
  fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
  const narrow = async (to: string, count: string): Promise<void> => {
    fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Membership status' }));
    fireEvent.click(await screen.findByRole('option', { name: to }));
    await screen.findByText(count);
  };
  await narrow('Prospect', '0 institutions');
  await narrow('Asked about joining', '1 institution');
});
