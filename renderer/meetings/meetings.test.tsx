// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sheet } from '../../shared/domain/sheet.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { newTestHost } from '../../shared/store/test-host.ts';
import { giveCode } from './give-code.ts';
import { addPerson, newOffice, planFor, showOffice } from './in-chapter.tsx';
import { meetingPath, TYPE, typePath } from './paths.ts';

let chapter: OpenedChapter;
let meeting: string;
let people: string[];
beforeEach(async () => {
  chapter = await newOffice();
  people = [await addPerson(chapter, 'Carmen Aguilar Ríos'), await addPerson(chapter, 'Wilmer Cruz')];
  meeting = (await chapter.create('gatherings', { title: { es: 'Asamblea', en: 'Assembly' }, expected: people })).id;
});
afterEach(async () => {
  cleanup();
  await chapter.settled();
  await chapter.close();
});

const title = { title: { es: 'Asamblea', en: 'Assembly' } };

async function sheetOf(code: string): Promise<Sheet> {
  const [found] = await chapter.collections.sheets.find({ selector: { code } }).exec();
  return found?.toMutableJSON() as Sheet;
}

/** A key as a hand presses it: the field gets a printable one unless the grid took it. */
function press(...keys: readonly string[]): void {
  for (const key of keys) {
    const field = document.activeElement as HTMLInputElement;
    const left = fireEvent.keyDown(field, { key, ctrlKey: key === 'z' });
    if (left && key.length === 1 && key !== 'z') {
      const selected = field.selectionStart !== field.selectionEnd;
      fireEvent.change(field, { target: { value: (selected ? '' : field.value) + key } });
    }
  }
}

async function begin(lines: number): Promise<string> {
  const code = `${await giveCode(chapter, meeting, planFor(title, people))}-1`;
  showOffice(chapter, typePath(code), newTestHost());
  fireEvent.change(await screen.findByLabelText('How many lines are filled on the paper?'), { target: { value: String(lines) } });
  fireEvent.click(screen.getByRole('button', { name: 'Begin' }));
  await screen.findByRole('table');
  return code;
}

test('printing again gives the same code until somebody types the sheet, or another one is asked for', async () => {
  const plan = planFor(title, people);
  const code = await giveCode(chapter, meeting, plan);
  expect(await giveCode(chapter, meeting, plan)).toBe(code);
  const [first] = await chapter.collections.sheets.find({ selector: { meeting } }).exec();
  expect(first?.toJSON()).toMatchObject({ code: `${code}-1`, firstRow: 1, printedRows: plan.pages[0]?.printedRows, preprinted: people, state: 'printed' });
  const another = await giveCode(chapter, meeting, plan, new Set([code]));
  expect(another).not.toBe(code);
  const all = await chapter.collections.sheets.find().exec();
  await chapter.changeMany('sheets', all.map(({ id }) => id), { state: 'typing' });
  expect([code, another]).not.toContain(await giveCode(chapter, meeting, plan));
  const blank = await giveCode(chapter, meeting, planFor(title, people, 'blank'));
  const device = (await chapter.collections.office.findOne(chapter.device).exec())?.toJSON();
  expect(device).toMatchObject({ codesGiven: 4 });
  expect(new Set((await chapter.collections.sheets.find().exec()).map((one) => one.code.slice(0, 5))).size).toBe(4);
  expect(blank).toMatch(/^A/);
});

test('two sheets that are printed at the same moment have different codes', async () => {
  const plans = [planFor(title, people), planFor(title, people, 'blank')];
  const codes = await Promise.all(plans.map((plan) => giveCode(chapter, meeting, plan)));
  expect(new Set(codes).size).toBe(2);
});

test('a page typed by keyboard alone is in the chapter line by line', async () => {
  const code = await begin(6);
  press(' ', 'Enter', ...'wil', 'Enter', ...'Rosa Ek', 'Tab', 'Tab', ...'5550142', '+', ...'Qqq', 'Enter', '-');
  await waitFor(() => expect(screen.getByText('6 of 6 ✓ · 1 new · 1 later')).toBeTruthy());
  await waitFor(async () => expect((await sheetOf(code)).rows).toHaveLength(6));
  const { rows, state, linesOnPaper, id } = await sheetOf(code);
  expect([state, linesOnPaper]).toEqual(['typing', 6]);
  expect(rows.map((row) => [row.n, row.state])).toEqual([[1, 'linked'], [2, 'linked'], [3, 'linked'], [4, 'new'], [5, 'later'], [6, 'anonymous']]);
  expect(rows.slice(0, 3).map((row) => row.person)).toEqual([people[0], people[1], people[1]]);
  const rosa = (await chapter.collections.people.findOne(rows[3]?.person ?? '').exec())?.toJSON();
  expect(rosa).toMatchObject({ nameAsWritten: 'Rosa Ek', given: 'Rosa', family1: 'Ek', source: { kind: 'sheet', from: id } });
  expect(rosa?.contacts[0]).toMatchObject({ value: '+19195550142', asWritten: '5550142', check: true });
  // The person on two lines is said to be, and counted once.
  expect(screen.getAllByText(/counted once/)).toHaveLength(2);

  press('Enter');
  fireEvent.click(screen.getByRole('button', { name: 'Finish this page' }));
  await screen.findByText(/typed and saved/);
  await screen.findByText('The sheets have 5 people. How many were counted at the door?');
  fireEvent.change(screen.getByLabelText('Counted at the door'), { target: { value: '7' } });
  fireEvent.blur(screen.getByLabelText('Counted at the door'));
  await waitFor(async () => expect((await chapter.collections.gatherings.findOne(meeting).exec())?.headcount).toBe(7));
  fireEvent.click(screen.getByRole('button', { name: 'The paper is destroyed' }));
  await screen.findByText('The paper was destroyed.');
  expect((await sheetOf(code)).state).toBe('paper_destroyed');
});

test('Ctrl+Z takes a new person back out of the chapter', async () => {
  const code = await begin(3);
  press('ArrowDown', 'ArrowDown', ...'Rosa Ek', '+');
  await waitFor(async () => expect((await sheetOf(code)).rows).toHaveLength(1));
  const person = (await sheetOf(code)).rows[0]?.person ?? '';
  press('z');
  await waitFor(async () => expect((await sheetOf(code)).rows).toHaveLength(0));
  await waitFor(async () => expect((await chapter.collections.people.findOne(person).exec())?.deletedAt).toBeTruthy());
});

test('a page opens again at the line where this PC was', async () => {
  const code = `${await giveCode(chapter, meeting, planFor(title, people))}-1`;
  const host = newTestHost();
  const { unmount } = showOffice(chapter, typePath(code), host);
  fireEvent.submit((await screen.findByLabelText('How many lines are filled on the paper?')).closest('form') as HTMLFormElement);
  await screen.findByRole('table');
  press('Enter', 'Enter', ...'Qqq', 'Enter', 'ArrowUp', 'ArrowUp');
  await waitFor(async () => expect((await sheetOf(code)).rows).toHaveLength(3));
  unmount();
  showOffice(chapter, typePath(code), host);
  await screen.findByRole('table');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Line 2,/);
});

test('what is half typed is kept when the screen goes, and when the language changes', async () => {
  const code = await begin(5);
  press('ArrowDown', 'ArrowDown', ...'Qqq');
  fireEvent.click(screen.getByRole('button', { name: /Español|ES/ }));
  await screen.findByText(/Renglones en el papel/);
  expect((document.activeElement as HTMLInputElement).value).toBe('Qqq');
  cleanup();
  await waitFor(async () => expect((await sheetOf(code)).rows).toEqual([{ n: 3, asWritten: 'Qqq', state: 'later' }]));
});

test('a code is read however it is typed; a wrong one gets a sentence', async () => {
  const code = await giveCode(chapter, meeting, planFor(title, people));
  const { router } = showOffice(chapter, TYPE, newTestHost());
  const field = await screen.findByLabelText('Code in the corner of the paper');
  const open = (typed: string): void => {
    fireEvent.change(field, { target: { value: typed } });
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  };
  await screen.findByText(`${code}-1`);
  open('');
  await screen.findByText(/Type the code first/);
  open(`${code.slice(0, 4)}${code.endsWith('A') ? 'C' : 'A'}`);
  await screen.findByText(/One character of this code is not right/);
  open(`${code}-9`);
  await screen.findByText(/There is no sheet with the code/);
  open(` ${code.toLowerCase()} 1 `);
  await waitFor(() => expect(router.state.location.pathname).toBe(typePath(`${code}-1`)));
});

test('a meeting is written field by field, people are added by Enter, and both can be undone', async () => {
  await addPerson(chapter, 'Guadalupe Torres');
  showOffice(chapter, meetingPath(meeting), newTestHost());
  fireEvent.click(await screen.findByRole('button', { name: /^About the meeting/ }));
  const day = await screen.findByLabelText('Day');
  fireEvent.change(day, { target: { value: 'March 4, 2025' } });
  fireEvent.blur(day);
  await waitFor(async () => expect((await chapter.collections.gatherings.findOne(meeting).exec())?.toJSON().date).toEqual({ y: 2025, m: 3, d: 4 }));
  const start = screen.getByLabelText('Begins');
  fireEvent.change(start, { target: { value: 'soon' } });
  fireEvent.blur(start);
  await screen.findByText(/could not read this time/);
  fireEvent.change(start, { target: { value: '7pm' } });
  fireEvent.blur(start);
  await waitFor(async () => expect((await chapter.collections.gatherings.findOne(meeting).exec())?.start).toBe('19:00'));
  const picker = screen.getByRole('combobox', { name: 'Add a person' });
  fireEvent.change(picker, { target: { value: 'lupe tor' } });
  fireEvent.keyDown(picker, { key: 'Enter' });
  await waitFor(async () => expect((await chapter.collections.gatherings.findOne(meeting).exec())?.expected).toHaveLength(3));
  fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
  await waitFor(async () => expect((await chapter.collections.gatherings.findOne(meeting).exec())?.expected).toEqual(people));
});

test('the first page says what waits, as buttons that lead there', async () => {
  const code = await giveCode(chapter, meeting, planFor(title, people));
  const { router } = showOffice(chapter, '/', newTestHost());
  fireEvent.click(await screen.findByRole('button', { name: /Type \d sheets? from Assembly/ }));
  await waitFor(() => expect([TYPE, typePath(`${code}-1`)]).toContain(router.state.location.pathname));
});
