import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { enterOn, expectNoViolation, tabTo } from '../support/access.ts';
import { importList } from '../support/meeting-steps.ts';
import { startOffice, type Office } from '../support/office.ts';
import { startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const common = inWords('es', 'common');
const lists = inWords('es', 'lists');
const members = inWords('es', 'members');
const merging = inWords('es', 'merging');

/** Enough people for pairs, families on one phone, and institutions of several kinds. */
const LIST = { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(readFileSync('e2e/lists/miembros-durham.csv', 'utf8').split('\n').slice(0, 400).join('\n')) };

let here: Office;
test.beforeEach(async () => {
  here = await startOffice();
  await startChapter(here.page);
  await importList(here.page, LIST);
  await goTo(here.page, '/members');
  // The keys of a screen work once it stands.
  await expect(here.page.getByRole('listbox', { name: members('people.listLabel') }).getByRole('option').first()).toBeVisible();
});
test.afterEach(async () => {
  await here.remove();
});

/** Axe finds nothing in either language. */
async function lookInBoth(page: Page, screen: string): Promise<void> {
  for (const lang of ['en', 'es'] as const) {
    await page.locator(`button[lang="${lang}"]`).click();
    await expectNoViolation(page, `${screen}, ${lang}`);
  }
}

const place = (page: Page, path: string) => page.locator(`main a[href="${path}"], header a[href="${path}"], nav a[href="${path}"]`).first();

/** Opens each part of the page at the right, one after the other, and looks at it. */
async function lookAtParts(page: Page, screen: string): Promise<void> {
  const parts = page.getByRole('article').locator('section > * > button[aria-expanded]');
  await expect(parts.first()).toBeVisible();
  const count = await parts.count();
  expect(count, `${screen}: parts`).toBeGreaterThan(4);
  for (let at = 0; at < count; at += 1) {
    const part = parts.nth(at);
    if ((await part.getAttribute('aria-expanded')) !== 'true') await part.click();
    await expectNoViolation(page, `${screen}, part ${String(at + 1)}`);
  }
}

test('every screen of members: nothing that keeps somebody out, in both languages @long', async () => {
  test.setTimeout(240_000);
  const { page } = here;
  const people = page.getByRole('listbox', { name: members('people.listLabel') });
  await people.getByRole('option').nth(3).click();
  await lookInBoth(page, 'person');
  await lookAtParts(page, 'person');
  await page.getByRole('button', { name: members('people.new') }).click();
  await page.getByLabel(members('person.field.nameAsWritten'), { exact: true }).fill('Mar');
  await lookInBoth(page, 'new person');
  await page.getByLabel(members('person.field.nameAsWritten'), { exact: true }).fill('');
  await place(page, '/members/table').click();
  await page.getByRole('button', { name: members('people.filter') }).click();
  await lookInBoth(page, 'table, filter');
  await page.getByRole('button', { name: lists('columns.title') }).click();
  await lookInBoth(page, 'table, columns');
  await place(page, '/members/institutions').click();
  await lookInBoth(page, 'institutions');
  await page.getByRole('listbox', { name: members('institution.listLabel') }).getByRole('option').first().click();
  await lookAtParts(page, 'institution');
  await place(page, '/members/teams').click();
  await lookInBoth(page, 'teams');
  await place(page, '/members/duplicates').click();
  await expect(page.getByRole('listbox', { name: merging('list.label') })).toBeVisible();
  await lookInBoth(page, 'entered twice');
  await page.getByRole('button', { name: merging('pair.compare') }).click();
  await expect(page.getByRole('heading', { name: merging('compare.title') })).toBeVisible();
  await lookInBoth(page, 'compare');
});

test('by keyboard only: someone found by a scrap of the name, the phone mended, the same person seen at once, two records put together', async () => {
  test.setTimeout(180_000);
  const { page } = here;
  await page.keyboard.press('F10');
  await expect(page.getByLabel(members('person.field.nameAsWritten'), { exact: true })).toBeFocused();
  await page.keyboard.type('Eustolia Zúñiga Quispe');
  await page.keyboard.press('Tab');
  await expect(page.getByText(common('field.saved')).first()).toBeVisible();

  await page.keyboard.press('F3');
  await page.keyboard.type('quis eus');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Eustolia Zúñiga Quispe' })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByLabel(members('person.field.phone'), { exact: true })).toBeFocused();
  await page.keyboard.type('919 555 0188');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByText('(919) 555-0188').first()).toBeVisible();

  await page.keyboard.press('F10');
  await expect(page.getByLabel(members('person.field.nameAsWritten'), { exact: true })).toBeFocused();
  await page.keyboard.type('eustolia zuniga');
  await expect(page.getByRole('group', { name: members('alreadyHere.label') })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { level: 2, name: 'Eustolia Zúñiga Quispe' })).toBeVisible();

  await enterOn(page, place(page, '/members/duplicates'), 'Shift+Tab');
  const pairs = page.getByRole('listbox', { name: merging('list.label') });
  await expect(pairs).toBeVisible();
  await tabTo(page, pairs);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: merging('compare.title') })).toBeVisible();
  await enterOn(page, page.getByRole('button', { name: merging('compare.together') }));
  const undo = page.getByRole('main').getByRole('button', { name: merging('merged.undo'), exact: true });
  await expect(undo).toBeVisible();
  await enterOn(page, undo);
  await expect(undo).toHaveCount(0);
});
