import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { lookAt } from '../support/access.ts';
import { importList } from '../support/meeting-steps.ts';
import { startOffice, type Office } from '../support/office.ts';
import { startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const lists = inWords('es', 'lists');
const members = inWords('es', 'members');
const shell = inWords('es', 'shell');

/** A name that a spreadsheet program would take for a formula. */
const FORMULA = '=HYPERLINK(1) Ríos';
const PEOPLE = 420;

/** All tests go on from where the one before left the office. */
test.describe.configure({ mode: 'serial' });

let here: Office;
test.beforeAll(async () => {
  here = await startOffice();
  await startChapter(here.page);
  const rows = Array.from({ length: PEOPLE }, (_, at) => `Persona${String(at)} Apellido${String(at)},${at % 2 === 0 ? 'San José' : 'Emanuel'},${at % 3 === 0 ? '' : `919 555 ${String(1000 + at)}`},${at < 400 ? 'Español' : 'Inglés'}`);
  const list = ['Nombre completo,Iglesia,Teléfono,Idioma', `${FORMULA},San José,919 555 0001,Español`, ...rows].join('\n');
  await importList(here.page, { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
});
test.afterAll(async () => {
  await here.remove();
});

/** Takes one line of a field that opens a list, with the keyboard. */
async function take(page: Page, label: string, line: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: line, exact: true }).focus();
  await page.keyboard.press('Enter');
}

async function narrow(page: Page, kind: string, which: string): Promise<void> {
  await take(page, lists('filter.by'), kind);
  await take(page, lists('filter.which'), which);
}

const count = (page: Page, people: number) => page.getByRole('status').filter({ hasText: members('people.count', { count: people }) }).first();
const grid = (page: Page) => page.getByRole('grid', { name: lists('table.label') });

async function openTable(page: Page): Promise<void> {
  await goTo(page, '/members');
  await page.getByRole('link', { name: lists('table.open'), exact: true }).press('Enter');
  await expect(page.getByRole('link', { name: lists('table.close'), exact: true })).toBeVisible();
}

test('the list narrows by three things, a view keeps them, and stands there after the program was opened again', async () => {
  const { page } = here;
  await openTable(page);
  await expect(count(page, PEOPLE + 1)).toBeVisible();
  await lookAt(page, 'table of people');
  await page.getByRole('button', { name: members('people.filter'), exact: true }).press('Enter');
  await narrow(page, lists('kind.institution'), 'San José');
  await narrow(page, lists('kind.phone'), lists('is.phone.no'));
  await narrow(page, lists('kind.neverMet'), lists('is.neverMet.yes'));
  await expect(count(page, 70)).toBeVisible();
  await lookAt(page, 'table of people with a filter');
  await page.getByRole('button', { name: lists('views.title'), exact: true }).press('Enter');
  await page.getByLabel(lists('views.newName'), { exact: true }).fill('San José sin teléfono');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: lists('views.label'), exact: true })).toHaveText('San José sin teléfono');
  await lookAt(page, 'views');
  await page.reload();
  await unlock(page);
  await openTable(page);
  await expect(count(page, PEOPLE + 1)).toBeVisible();
  await page.getByRole('button', { name: lists('views.title'), exact: true }).press('Enter');
  await take(page, lists('views.label'), 'San José sin teléfono');
  await expect(count(page, 70)).toBeVisible();
  await take(page, lists('views.label'), lists('views.everybody'));
});

test('a tag is given to hundreds of people in one step, and taken back in one', async () => {
  const { page } = here;
  await page.getByRole('button', { name: lists('views.close'), exact: true }).press('Enter');
  await page.getByRole('button', { name: members('people.filter'), exact: true }).press('Enter');
  await narrow(page, lists('kind.language'), 'Español');
  await expect(count(page, 401)).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(lists('tag.chosen', { count: 401 }))).toBeVisible();
  await page.getByLabel(lists('tag.label'), { exact: true }).fill('coro');
  await page.keyboard.press('Enter');
  await expect(page.getByText(lists('tag.given', { count: 401, tag: 'coro' }))).toBeVisible({ timeout: 60_000 });
  await narrow(page, lists('kind.tag'), 'coro');
  await expect(count(page, 401)).toBeVisible();
  await lookAt(page, 'people that are chosen');
  await page.getByRole('button', { name: shell('undo.action') }).press('Enter');
  await expect(page.getByText(members('people.nobodyFound'))).toBeVisible({ timeout: 60_000 });
});

test('a list leaves as a file only when an administrator allows it and with a reason, and no cell begins a formula', async () => {
  const { page } = here;
  await goTo(page, '/office');
  await page.getByRole('switch', { name: lists('left.allow') }).or(page.getByLabel(lists('left.allow'))).first().press('Space');
  await openTable(page);
  await page.getByRole('button', { name: members('people.showAll') }).press('Enter');
  await page.getByRole('link', { name: lists('export.open'), exact: true }).press('Enter');
  // What was told of the step before lies over the page for a moment.
  await expect(page.getByRole('button', { name: shell('notice.close') })).toHaveCount(0, { timeout: 20_000 });
  await lookAt(page, 'saving a list as a file');
  const save = page.getByRole('button', { name: lists('export.save') });
  await save.press('Enter');
  await expect(page.getByText(lists('export.reasonFirst'))).toBeVisible();
  await page.getByLabel(lists('export.reason'), { exact: true }).fill('Autobús del sábado');
  const download = page.waitForEvent('download');
  await save.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFF"')).toBe(true);
  expect(text).toContain('HYPERLINK');
  expect(text.split('\r\n').filter((line) => /(^|,)"[=+\-@]/.test(line))).toEqual([]);
  await goTo(page, '/office');
  await expect(page.getByText('Autobús del sábado')).toBeVisible();
  await lookAt(page, 'office with lists that left');
});
