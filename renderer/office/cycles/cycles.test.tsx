// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cycle } from '../../../shared/domain/structure.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newTestHost } from '../../../shared/store/test-host.ts';
import { showInChapter } from '../../app/in-chapter.tsx';
import { meetingPath } from '../../meetings/paths.ts';
import { meetingsRoutes } from '../../meetings/routes.tsx';
import { newChapter } from '../../members/in-chapter.tsx';
import { officeRoutes } from '../routes.tsx';
import { CYCLES } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

const show = (address = CYCLES) => showInChapter(chapter, [...officeRoutes, ...meetingsRoutes], address, newTestHost());

async function makeCycle(fields: Partial<Cycle> = {}): Promise<string> {
  return (await chapter.create('office', { kind: 'cycle', title: { en: 'Year 2025', es: 'Año 2025' }, from: { y: 2025 }, to: { y: 2025 }, goals: [], ...fields })).id;
}

async function cycleOf(id: string): Promise<Cycle> {
  return (await chapter.collections.office.findOne(id).exec())?.toMutableJSON() as Cycle;
}

test('a goal has its living number beside it, which grows with a meeting that was held; others are not counted yet', async () => {
  const id = await makeCycle();
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^Year 2025/ }));
  for (const kind of ['House meetings', 'One-to-ones']) {
    fireEvent.click(await screen.findByRole('button', { name: 'Add a goal' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: kind }));
    await screen.findByRole('button', { name: `Remove the goal: ${kind}` });
  }
  const rows = (): HTMLElement[] => within(screen.getByRole('list', { name: 'Goals' })).getAllByRole('listitem');
  expect(rows().map((row) => row.textContent)).toEqual([expect.stringMatching(/So far0/), expect.stringContaining('not counted yet')]);
  const target = within(rows()[0] as HTMLElement).getByLabelText('How many');
  fireEvent.input(target, { target: { value: '12' } });
  fireEvent.blur(target);
  await waitFor(async () => expect((await cycleOf(id)).goals).toMatchObject([{ of: 'house_meetings', target: 12 }, { of: 'one_to_ones' }]));
  await chapter.create('gatherings', { title: { es: '', en: '' }, kind: 'house_meeting', date: { y: 2025, m: 5, d: 2 }, expected: [] });
  await waitFor(() => expect(rows()[0]?.textContent).toContain('So far1'));
});

test('a closed cycle is read and not changed, and can be opened again', async () => {
  const id = await makeCycle({ goals: [{ key: 'a', of: 'own', words: 'New murals', target: 3 }] });
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^Year 2025/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Close this cycle' }));
  await screen.findByText(/This cycle is closed/);
  expect(screen.queryAllByRole('textbox')).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Add a goal' })).toBeNull();
  expect(screen.getByText('New murals')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Open it again' }));
  await screen.findByRole('button', { name: 'Close this cycle' });
  expect((await cycleOf(id)).isClosed).toBe(false);
});

test('a meeting in a closed cycle says so, and is written all the same', async () => {
  await makeCycle({ isClosed: true });
  const meeting = (await chapter.create('gatherings', { title: { es: 'Asamblea', en: 'Assembly' }, date: { y: 2025, m: 3, d: 9 }, expected: [] })).id;
  show(meetingPath(meeting));
  await screen.findByText(/The cycle “Year 2025” is closed/);
  await chapter.change('gatherings', meeting, { date: { y: 2026, m: 3, d: 9 } });
  await waitFor(() => expect(screen.queryByText(/The cycle “Year 2025” is closed/)).toBeNull());
});
