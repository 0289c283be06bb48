import { expect, test, type Page } from '@playwright/test';
import { lookAt } from '../support/access.ts';
import { startOffice, type Office } from '../support/office.ts';
import { startChapter } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const importing = inWords('es', 'import');
const members = inWords('es', 'members');

/** Lists as an office has them in a spreadsheet: last year's, and this year's of partly the same people. */
const LAST_YEAR = `Nombre,Iglesia,Teléfono,Notas
Guadalupe Hernández López,Iglesia San José,919 555 0140,Canta en el coro. Es indocumentada.
Eduardo Ruiz Álvarez,Templo Betel,919 555 0141,Trae café
`;
const THIS_YEAR = `Nombre,Iglesia,Teléfono,Correo
Lupita Hernández López,Iglesia San José,919 555 0140,lupita@example.org
Beto Ríos,Templo Betel,919 555 0199,
`;

let office: Office;
test.beforeAll(async () => {
  office = await startOffice();
});
test.afterAll(() => office.remove());

async function check(page: Page, name: string, list: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: importing('screen.choose.button') }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByRole('button', { name: importing('screen.columns.next') }).click();
}

test('a list leaves out what puts people at risk; the next year’s completes whom it knows, enters nobody twice, and can be taken back', async () => {
  const { page } = office;
  await startChapter(page);
  await goTo(page, '/members');
  await page.getByRole('link', { name: members('places.import') }).click();
  await check(page, '2025.csv', LAST_YEAR);
  await expect(page.getByText(importing('screen.careful.question', { count: 1 }))).toBeVisible();
  await expect(page.getByRole('radio', { name: importing('screen.careful.leave') })).toBeChecked();
  await lookAt(page, 'a list with what puts people at risk');
  await page.getByRole('button', { name: importing('screen.check.import', { count: 2 }) }).click();
  await expect(page.getByText(importing('screen.done.added', { count: 2 }))).toBeVisible();

  await page.getByRole('button', { name: importing('screen.another') }).click();
  await check(page, '2026.csv', THIS_YEAR);
  await page.getByRole('button', { name: importing('screen.check.joins', { count: 1 }) }).click();
  await expect(page.getByText('lupita@example.org')).toBeVisible();
  await page.getByRole('checkbox', { name: /Lupita/ }).check();
  await expect(page.getByRole('button', { name: importing('screen.check.people', { count: 1 }) })).toBeVisible();
  await lookAt(page, 'rows that bring people up to date');
  await page.getByRole('button', { name: importing('screen.check.rows', { count: 2 }) }).click();
  await expect(page.getByText(importing('screen.done.updated', { count: 1 }))).toBeVisible();

  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count: 3 })).first()).toBeVisible();
  await page.getByRole('option', { name: /Hernández/ }).click();
  const main = page.getByRole('main');
  await expect(main.getByText('lupita@example.org').first()).toBeVisible();
  await page.getByRole('button', { name: members('person.part.notes') }).click();
  await expect(page.getByRole('textbox', { name: members('person.field.notes'), exact: true })).toHaveValue('Canta en el coro.');

  await page.getByRole('link', { name: members('places.import') }).click();
  await page.getByRole('button', { name: importing('screen.takeBack') }).first().click();
  await expect(page.getByText(importing('screen.done.takenBack'))).toBeVisible();
  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count: 2 })).first()).toBeVisible();
  await page.getByRole('option', { name: /Hernández/ }).click();
  await expect(main.getByRole('heading', { level: 1 }).or(main.getByRole('heading', { level: 2 })).first()).toBeVisible();
  await expect(main.getByText('lupita@example.org')).toHaveCount(0);
});
