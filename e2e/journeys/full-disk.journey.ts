import { expect, test, type Page } from '@playwright/test';
import { startOffice, type Office } from '../support/office.ts';
import { openNewPerson, startPractice, unlock } from '../support/steps.ts';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { goTo, inWords } from '../support/words.ts';

const common = inWords('es', 'common');
const errors = inWords('es', 'errors');
const importing = inWords('es', 'import');
const members = inWords('es', 'members');
const opening = inWords('es', 'opening');

test.describe.configure({ mode: 'serial' });

const NAME = 'Eustolia Zúñiga Quispe';
/** Records of a few KB that fit into what is left of a page of 4 KB. */
const MOST_FITTING = 20;
/** People of the practice chapter, and those added since. */
let people = 200;

let disk: SmallDisk | null = null;
let office: Office | undefined;
test.beforeAll(async () => {
  disk = mountSmallDisk(64);
  test.skip(disk === null, 'Only root on Linux may mount a small disk to fill it.');
  office = await startOffice({ recordsOn: disk?.folder });
  await startPractice(office.page);
});
test.afterAll(async () => {
  await office?.remove();
  disk?.remove();
});

function here(): { readonly office: Office; readonly page: Page; readonly disk: SmallDisk } {
  if (disk === null || office === undefined) throw new Error('no small disk');
  return { office, page: office.page, disk };
}

async function expectPeople(page: Page, count: number): Promise<void> {
  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count }), { exact: true }).first()).toBeVisible();
}

test('a full disk: the sentence, what was typed stays, and it is saved once there is room', async () => {
  const { page, disk } = here();
  await openNewPerson(page);
  const field = page.getByLabel(members('person.field.nameAsWritten'), { exact: true });
  const refused = page.getByText(errors('store.storage-full')).first();
  const saved = page.getByText(common('field.saved')).first();
  await disk.fill();
  // The last page of a file may still have room: people are added until the disk takes no more.
  let added = 0;
  for (; added < MOST_FITTING; added += 1) {
    await field.fill(`${NAME} ${String(added)}`);
    await page.keyboard.press('Tab');
    await expect(refused.or(saved)).toBeVisible();
    if (await refused.isVisible()) break;
    await page.keyboard.press('F10');
    await expect(field).toHaveValue('');
  }
  await expect(refused).toBeVisible();
  await expect(field).toHaveValue(`${NAME} ${String(added)}`);
  disk.free();
  await page.getByRole('button', { name: common('tryAgain') }).first().click();
  await expect(page.getByText(common('field.saved')).first()).toBeVisible();
  people += added + 1;
});

test('what was saved on a disk that had been full is there when the browser opens its database anew', async () => {
  await here().office.closeBrowser();
  await here().office.openBrowser();
  await unlock(here().page, 'practica');
  await expectPeople(here().page, people);
});

test('a full disk when the chapter is opened: nothing is opened, and all is there once there is room', async () => {
  const { page, disk } = here();
  // Chromium that opens its database on a full disk may begin an empty one in its place.
  await disk.fill(200);
  await page.reload();
  await unlock(page, 'practica');
  await expect(page.getByText(opening('problem.storage-full'))).toBeVisible({ timeout: 30_000 });
  disk.free();
  await page.getByRole('button', { name: opening('unlock.action'), exact: true }).click();
  await expectPeople(page, people);
});

test('a disk that fills during an import: what is in stays, and the import goes on once there is room', async () => {
  const { page, disk } = here();
  await page.getByRole('link', { name: members('places.import') }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: importing('screen.choose.button') }).click();
  await (await chooser).setFiles('e2e/lists/miembros-durham.csv');
  await page.getByRole('button', { name: importing('screen.columns.next') }).click();
  const bring = page.getByRole('button', { name: /^Traer a [\d,]+ persona/ });
  await bring.waitFor({ timeout: 60_000 });
  const total = Number((/[\d,]+/.exec(await bring.innerText())?.[0] ?? '').replace(/,/g, ''));
  expect(total).toBeGreaterThan(1_000);
  // Room for a part of the list.
  await disk.fill(400);
  await bring.click();
  await expect(page.getByRole('alert').getByText(errors('store.storage-full'))).toBeVisible({ timeout: 60_000 });
  disk.free();
  await page.getByRole('button', { name: importing('screen.failed.continue') }).click();
  await expect(page.getByText(importing('screen.done.added', { count: total }))).toBeVisible({ timeout: 60_000 });
  await expectPeople(page, people + total);
});
