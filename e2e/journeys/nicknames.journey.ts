import { expect, test } from '@playwright/test';
import { lookAt } from '../support/access.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const structure = inWords('es', 'structure');
const members = inWords('es', 'members');
const shell = inWords('es', 'shell');

let here: Office;
test.beforeAll(async () => {
  here = await startOffice();
  await startChapter(here.page);
});
test.afterAll(async () => {
  await here.remove();
});

test('a nickname that the office adds finds a person, and finds nobody once it is removed', async () => {
  test.setTimeout(120_000);
  const { page } = here;
  await addPerson(page, 'Abundio Paz Mora');
  await goTo(page, '/office');
  await page.getByRole('link', { name: structure('nicknames.title') }).click();
  await expect(page.getByRole('listbox', { name: structure('nicknames.list') })).toBeVisible();
  await lookAt(page, 'nicknames');
  await page.getByRole('button', { name: structure('nicknames.add') }).click();
  await lookAt(page, 'a new nickname');
  await page.getByLabel(structure('nicknames.name'), { exact: true }).fill('Abundio');
  await page.getByLabel(structure('nicknames.short'), { exact: true }).fill('Bundo');
  await page.keyboard.press('Enter');
  await expect(page.getByText(structure('nicknames.added', { name: 'Abundio', short: 'Bundo' }))).toBeVisible();
  await lookAt(page, 'the nicknames of a name');
  const search = page.getByLabel(shell('search.label'));
  await search.fill('bundo');
  await search.press('Enter');
  await expect(page.getByRole('option', { name: /Paz Mora/ })).toBeVisible();
  await search.fill('');
  await goTo(page, '/office');
  await page.getByRole('link', { name: structure('nicknames.title') }).click();
  await page.getByLabel(structure('nicknames.search')).fill('bundo');
  await page.getByRole('option').click();
  await page.getByRole('button', { name: structure('nicknames.removeWhat', { name: 'Abundio', short: 'Bundo' }) }).click();
  await expect(page.getByText(structure('nicknames.none'))).toBeVisible();
  await search.fill('bundo');
  await search.press('Enter');
  await expect(page.getByText(members('people.nobodyFound'))).toBeVisible();
});
