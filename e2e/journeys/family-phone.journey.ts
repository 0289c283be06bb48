import { expect, test, type Page } from '@playwright/test';
import { startOffice, type Office } from '../support/office.ts';
import { openNewPerson, startChapter } from '../support/steps.ts';
import { inWords } from '../support/words.ts';

const members = inWords('es', 'members');
const person = inWords('es', 'person');
const common = inWords('es', 'common');

const FAMILY = ['Josefina Canul Ek', 'Marisol Canul Ek', 'Efraín Canul Ek'] as const;
const PHONE = '919 555 0177';

let office: Office;
test.beforeAll(async () => {
  office = await startOffice();
});
test.afterAll(() => office.remove());

/** Types somebody with the family's phone and opens their page. */
async function typePerson(page: Page, name: string): Promise<void> {
  await openNewPerson(page);
  await page.getByLabel(members('person.field.nameAsWritten'), { exact: true }).fill(name);
  const phone = page.getByLabel(members('person.field.phone'), { exact: true }).first();
  await phone.fill(PHONE);
  await phone.press('Tab');
  await expect(page.getByRole('textbox', { name: members('person.field.phone'), exact: true })).toHaveValue('(919) 555-0177');
  await page.getByRole('button', { name: members('newPerson.ready') }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

async function openByScrap(page: Page, scrap: string, name: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.keyboard.type(scrap);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

test('a mother and her two grown children share one phone: nothing is blocked, nobody is merged, and each page names the others', async () => {
  const { page } = office;
  await startChapter(page);
  for (const name of FAMILY) await typePerson(page, name);
  await expect(page.getByText(members('people.count', { count: 3 }), { exact: true })).toBeVisible();

  for (const [at, name] of FAMILY.entries()) {
    await openByScrap(page, name.split(' ')[0] ?? '', name);
    await expect(page.getByText(members('person.maybeSame'))).toHaveCount(0);
    await page.keyboard.press('F2');
    await expect(page.getByText(person('contact.shared', { count: 3 }))).toBeVisible();
    for (const other of FAMILY.filter((_, which) => which !== at)) await expect(page.getByRole('article').getByRole('link', { name: other, exact: true })).toBeVisible();
  }

  await test.step('one of them has a new number: a scrap of the name, F2, the number', async () => {
    await openByScrap(page, 'efr can', FAMILY[2]);
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: members('person.field.phone'), exact: true })).toBeFocused();
    await page.keyboard.type('9195550188');
    await page.keyboard.press('Enter');
    await expect(page.getByText(common('field.saved')).first()).toBeVisible();
    await expect(page.getByText('(919) 555-0188').first()).toBeVisible();
    await expect(page.getByText(person('contact.shared', { count: 3 }))).toHaveCount(0);
    await openByScrap(page, 'marisol', FAMILY[1]);
    await page.keyboard.press('F2');
    await expect(page.getByText(person('contact.shared', { count: 2 }))).toBeVisible();
    await expect(page.getByRole('article').getByRole('link', { name: FAMILY[0], exact: true })).toBeVisible();
  });
});
