// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { newTestHost } from '../../shared/store/test-host.ts';
import { newOffice, showOffice } from './in-chapter.tsx';
import { yearsOf } from './meeting-words.ts';
import { MEETINGS } from './paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newOffice();
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

const rows = (): HTMLElement[] => screen.getAllByRole('listitem');

test('years run from the latest meeting to the earliest, also those without a meeting', () => {
  expect(yearsOf([{ date: { y: 2004 } }, { date: { y: 2002, m: 3 } }, {}])).toEqual([2004, 2003, 2002]);
  expect(yearsOf([{}])).toEqual([]);
});

test('a long list is drawn fifty at a time, and is narrowed by a year and by words of the title', async () => {
  for (let n = 0; n < 55; n += 1) await chapter.create('gatherings', { title: { es: '', en: `Committee ${n}` }, date: { y: 2010, m: 1, d: 1 + (n % 28) }, expected: [] });
  for (const [n, side] of ['north', 'south'].entries()) await chapter.create('gatherings', { title: { es: '', en: `Assembly ${side}` }, date: { y: 2002, m: 5, d: n + 1 }, expected: [] });
  showOffice(chapter, MEETINGS, newTestHost());
  await screen.findByText('57 meetings');
  expect(rows()).toHaveLength(50);
  screen.getByText('50 of 57');
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(rows()).toHaveLength(57);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();

  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Year' }));
  fireEvent.click(await screen.findByRole('option', { name: '2002' }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  fireEvent.change(screen.getByLabelText('Search for a meeting'), { target: { value: 'south assembly' } });
  await waitFor(() => expect(rows()).toHaveLength(1));
});
