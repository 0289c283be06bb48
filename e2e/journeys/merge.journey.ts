import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { expectPeople, makeMeeting, openToType, printSheet } from '../support/meeting-steps.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const home = inWords('es', 'home');
const meetings = inWords('es', 'meetings');
const merging = inWords('es', 'merging');
const typing = inWords('es', 'typing');

const LUPITA = 'Guadalupe Hernández Ríos';
const TWIN = 'Lupita Hernández Ríos';

let office: Office;
test.beforeEach(async () => {
  office = await startOffice();
});
test.afterEach(async () => {
  await office.remove();
});

/** Whom the meeting's page counts, and how many lines the paper has. */
async function expectCame(page: Page, people: number): Promise<void> {
  await goTo(page, '/meetings');
  await page.getByText('Asamblea de vivienda').first().click();
  await expect(page.getByText(meetings('attendance.present', { count: people })).first()).toBeVisible();
  await expect(page.getByText(typing('count.done', { typed: 2, lines: 2 })).first()).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}

test('someone who was written down twice and stands on one sheet twice: put together, and made two again', async () => {
  test.setTimeout(180_000);
  const { page } = office;
  await startChapter(page);
  await addPerson(page, LUPITA);
  await addPerson(page, TWIN);
  await makeMeeting(page);
  await expectPeople(page, ['Guadalupe', 'Lupita']);
  const code = await printSheet(page);
  await goTo(page, '/meetings');
  await page.getByRole('button', { name: meetings('list.type') }).click();
  await openToType(page, `${code}1`, 2);
  for (let line = 0; line < 2; line += 1) await page.keyboard.press('Enter');
  await expect(page.getByText(typing('saved')).first()).toBeVisible();
  await expectCame(page, 2);

  await test.step('home says it, and the keyboard leads from the pair to the person', async () => {
    await goTo(page, '/');
    await expect(page.getByRole('heading', { name: home('waiting.title') })).toBeVisible();
    await page.getByRole('button', { name: merging('home.sentence', { count: 1 }) }).click();
    await expect(page.getByText(merging('list.count', { count: 1 }))).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('listbox', { name: merging('list.label') }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: merging('compare.title') })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: merging('compare.together') }).click();
    await expect(page.getByRole('heading', { level: 2, name: LUPITA })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('one person on two lines of paper', () => expectCame(page, 1));

  await test.step('the name that was not chosen still finds the person, who can be made two again', async () => {
    await goTo(page, '/members');
    await page.getByRole('option', { name: /Hernández Ríos/ }).click();
    await page.getByRole('main').getByRole('button', { name: merging('merged.undo'), exact: true }).click();
    await expect(page.getByText(merging('undo.done', { name: LUPITA, other: TWIN }))).toBeVisible();
    await expect(page.getByRole('option', { name: /Hernández Ríos/ })).toHaveCount(2);
  });

  await test.step('two people again', () => expectCame(page, 2));
});
