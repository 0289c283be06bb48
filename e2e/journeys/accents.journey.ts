import { expect, test } from '@playwright/test';
import { expectNoViolation, lookAt } from '../support/access.ts';
import { startOffice, type Office } from '../support/office.ts';
import { openNewPerson, startChapter, unlock } from '../support/steps.ts';
import { inWords } from '../support/words.ts';

const shell = inWords('es', 'shell');
const members = inWords('es', 'members');

let office: Office;
test.beforeAll(async () => {
  office = await startOffice();
});
test.afterAll(() => office.remove());

test('letters that the keyboard lacks: two keys make one, the row puts them where the cursor is, and both stay on after closing', async () => {
  const { page } = office;
  await startChapter(page);
  await page.getByRole('button', { name: shell('user.menu', { name: 'Rosa' }) }).click();
  for (const choice of ['showRow', 'useKeys'] as const) await page.getByRole('switch', { name: shell(`accents.${choice}`) }).check();
  await expectNoViolation(page, 'menu with the helps for accents');
  await page.keyboard.press('Escape');

  await openNewPerson(page);
  const name = page.getByLabel(members('person.field.nameAsWritten'), { exact: true });
  await name.pressSequentially("Jos'e Mu~noz O'Neill D'A");
  await page.keyboard.press('Backspace');
  await page.keyboard.type('ngelo');
  await expect(name).toHaveValue("José Muñoz O'Neill D'Angelo");
  await lookAt(page, 'row of accents');
  await name.focus();
  await page.keyboard.press('Home');
  const row = page.getByRole('group', { name: shell('accents.title') });
  await row.getByRole('button', { name: shell('accents.capitals') }).click();
  await row.getByRole('button', { name: 'Á', exact: true }).click();
  await page.keyboard.type('ngela ');
  await expect(name).toHaveValue("Ángela José Muñoz O'Neill D'Angelo");

  await office.closeBrowser();
  const again = await office.openBrowser();
  await unlock(again);
  await expect(again.getByRole('group', { name: shell('accents.title') })).toBeVisible();
});
