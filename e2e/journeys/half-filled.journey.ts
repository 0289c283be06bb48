import { expect, test, type Page } from '@playwright/test';
import { startOffice, type Office } from '../support/office.ts';
import { openNewPerson, startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const es = { members: inWords('es', 'members'), common: inWords('es', 'common') };
const en = { members: inWords('en', 'members') };

let office: Office;
test.beforeAll(async () => {
  office = await startOffice();
});
test.afterAll(() => office.remove());

/** Waits until nothing is on its way to the disk. */
async function saved(page: Page): Promise<void> {
  await expect(page.getByText(es.common('field.saved')).first()).toBeVisible();
  await expect(page.getByText(es.common('field.saving'))).toHaveCount(0);
}

test('a form half filled: the language is switched, then browser and program are killed; only what was being typed is gone', async () => {
  const { page } = office;
  await startChapter(page);
  await openNewPerson(page);
  const name = (of: Page) => of.getByLabel(es.members('person.field.nameAsWritten'), { exact: true });
  await name(page).fill('Hermenegilda Chan');

  await test.step('the half-typed name stays when the language is switched, and back', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByLabel(en.members('person.field.nameAsWritten'), { exact: true })).toHaveValue('Hermenegilda Chan');
    await page.getByRole('button', { name: 'Español' }).click();
    await expect(name(page)).toHaveValue('Hermenegilda Chan');
  });

  await name(page).fill('Hermenegilda Chan Dzul');
  await page.keyboard.press('Tab');
  await saved(page);
  const phone = page.getByLabel(es.members('person.field.phone'), { exact: true }).first();
  await phone.fill('919 555 0166');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: es.members('person.field.phone'), exact: true })).toHaveValue('(919) 555-0166');
  // Shown as read from the record: it is on the disk.
  const area = page.getByRole('textbox', { name: es.members('person.field.area'), exact: true });
  await area.fill('Barrio que se estaba escribiendo');
  await office.killBrowser();
  await office.stopHost();
  await office.startHost();

  const again = await office.openBrowser();
  await unlock(again);
  await goTo(again, '/members');
  await again.getByRole('option', { name: /Hermenegilda/ }).click();
  await expect(again.getByRole('heading', { name: 'Hermenegilda Chan Dzul', exact: true })).toBeVisible();
  await expect(again.getByText('(919) 555-0166').first()).toBeVisible();
});
