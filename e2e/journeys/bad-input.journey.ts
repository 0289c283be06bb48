import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, ftruncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { startOffice, type Office } from '../support/office.ts';
import { startPractice } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const importing = inWords('es', 'import');
const members = inWords('es', 'members');

/** People of the practice chapter. */
const BEFORE = 200;

type GivenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** All tests go on in one chapter; each leaves it with the people it had. */
test.describe.configure({ mode: 'serial' });

let office: Office;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'convoca-lists-'));
  office = await startOffice();
  await startPractice(office.page);
});
test.afterAll(async () => {
  await office.remove();
  rmSync(folder, { recursive: true, force: true });
});

function listOf(text: string, name = 'lista.csv'): GivenFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') };
}

async function choose(page: Page, file: GivenFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: importing('screen.choose.button') }).click();
  await (await chooser).setFiles(file);
}

async function toImport(page: Page): Promise<void> {
  await goTo(page, '/members');
  await page.getByRole('link', { name: members('places.import') }).click();
}

/** Chooses a list and goes on to what it would do. */
async function check(page: Page, file: GivenFile): Promise<void> {
  await toImport(page);
  await choose(page, file);
  await page.getByRole('button', { name: importing('screen.columns.next') }).click();
}

async function expectPeople(page: Page, count: number): Promise<void> {
  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count }), { exact: true }).first()).toBeVisible();
}

/** Looks somebody up and opens their page. */
async function openPerson(page: Page, typed: string, shown: string): Promise<void> {
  await goTo(page, '/members');
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: shown }).first().click();
}

/** Goes back to the list of everybody. */
async function endSearch(page: Page): Promise<void> {
  await page.keyboard.press('F3');
  await page.keyboard.press('Escape');
}

test('files that are no list each get their sentence, and a right one is read afterwards', async () => {
  const { page } = office;
  const huge = path.join(folder, 'huge.csv');
  const handle = openSync(huge, 'w');
  // Takes no room on the disk: only its size is 200 MB.
  ftruncateSync(handle, 200 * 1024 * 1024);
  closeSync(handle);
  const wrong: readonly (readonly [GivenFile, string])[] = [
    [listOf(''), importing('file.empty-file')],
    [listOf(' \r\n\r\n '), importing('file.empty-file')],
    [{ name: 'foto.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8, 0, 1, 2, 3]) }, importing('file.binary-file')],
    [{ name: 'miembros.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000xl/workbook.xml', 'latin1') }, importing('file.spreadsheet-file')],
    [{ name: 'informe.csv', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') }, importing('file.pdf-file')],
    [listOf('Nombre,Teléfono\r\n'), importing('file.no-rows')],
    [huge, importing('screen.choose.tooLarge')],
  ];
  await toImport(page);
  for (const [file, sentence] of wrong) {
    await choose(page, file);
    await expect(page.getByRole('alert').getByText(sentence)).toBeVisible();
  }
  await choose(page, listOf('Nombre,Teléfono\r\nHermelinda Toj,919 555 0101\r\n'));
  await expect(page.getByText(importing('screen.columns.what', { count: 1 }))).toBeVisible();
  await page.getByRole('button', { name: importing('screen.columns.back') }).click();
  await expectPeople(page, BEFORE);
});

test('a row of 40 cells is left out whole; cells that begin with “=” stay text, and are made harmless in the file to correct', async () => {
  const { page } = office;
  const row40 = ['=HYPERLINK("http://x.example","Ver")', '+1919', '@SUM(A1)', ...Array.from({ length: 37 }, (_, at) => `c${String(at)}`)];
  const list = Papa.unparse([
    ['Nombre completo', 'Teléfono', 'Notas'],
    ['Hermelinda Toj Ixcoy', '919 555 0101', '=1+1'],
    ['=cmd|calc Canul', '919 555 0102', 'maneja'],
    row40,
    ['', '919 555 0103', '=SUM(A1:A9)'],
  ]);
  await check(page, listOf(list));
  await expect(page.getByText(importing('screen.check.people', { count: 2 }))).toBeVisible();
  await page.getByRole('button', { name: importing('screen.check.problems', { count: 2 }) }).click();
  await expect(page.getByText(importing('reason.too-many-cells')).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: importing('screen.refused.save') }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(`${importing('screen.refused.fileName')}.csv`);
  const text = readFileSync(await saved.path(), 'utf8');
  const rows = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  expect(rows.map((cells) => cells.length)).toEqual([5, 42, 5]);
  expect(rows[1]?.slice(2)).toEqual([`'${row40[0] ?? ''}`, "'+1919", "'@SUM(A1)", ...row40.slice(3)]);
  expect(rows[2]?.[4]).toBe("'=SUM(A1:A9)");
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);

  await page.getByRole('button', { name: importing('screen.check.import', { count: 2 }) }).click();
  await expect(page.getByText(importing('screen.done.added', { count: 2 }))).toBeVisible();
  await expect(page.getByText(importing('screen.done.refused', { count: 2 }))).toBeVisible();
  await openPerson(page, 'hermelinda', 'Toj Ixcoy, Hermelinda');
  await page.getByRole('button', { name: members('person.part.notes') }).click();
  await expect(page.getByRole('textbox', { name: members('person.field.notes') })).toHaveValue('=1+1');
  await endSearch(page);
  await expectPeople(page, BEFORE + 2);

  await test.step('the whole import undone, and the undoing undone', async () => {
    await toImport(page);
    await page.getByRole('button', { name: importing('screen.takeBack') }).click();
    await expect(page.getByText(importing('screen.done.takenBack'))).toBeVisible();
    await expectPeople(page, BEFORE);
    await page.keyboard.press('Control+z');
    await expectPeople(page, BEFORE + 2);
    await toImport(page);
    await page.getByRole('button', { name: importing('screen.another') }).click();
    await page.getByRole('button', { name: importing('screen.takeBack') }).click();
    await expect(page.getByText(importing('screen.past.takenBack'))).toBeVisible();
    await expectPeople(page, BEFORE);
  });
});

test('an English list with semicolons in Windows letters comes in with its accents; stopped on the way, nothing of it stays', async () => {
  const { page } = office;
  const list = 'e2e/lists/members-raleigh-excel.csv';
  const latin = new TextDecoder('windows-1252').decode(new Uint8Array(readFileSync(list)));
  await check(page, list);
  const bring = page.getByRole('button', { name: /^Traer a [\d,]+ persona/ });
  await bring.click({ timeout: 60_000 });
  const said = page.getByText(/^Se agregaron [\d,]+ persona/);
  await expect(said).toBeVisible({ timeout: 60_000 });
  expect(latin).toContain('Latoya Muñoz Torres;Templo Betel');
  await openPerson(page, 'latoya munoz', 'Muñoz Torres, Latoya');
  await expect(page.getByText('Templo Betel').first()).toBeVisible();
  await endSearch(page);
  await toImport(page);
  await page.getByRole('button', { name: importing('screen.takeBack') }).click();
  await expect(page.getByText(importing('screen.done.takenBack'))).toBeVisible();
  await page.getByRole('button', { name: importing('screen.another') }).click();

  await check(page, 'e2e/lists/miembros-durham.csv');
  await bring.click({ timeout: 60_000 });
  await page.getByRole('button', { name: importing('screen.running.cancel') }).click();
  await expect(page.getByText(importing('screen.done.takenBack'))).toBeVisible({ timeout: 60_000 });
  await expectPeople(page, BEFORE);
  await page.getByRole('link', { name: members('places.institutions') }).click();
  await expect(page.getByText(members('institution.count', { count: 8 }), { exact: true }).first()).toBeVisible();
});
