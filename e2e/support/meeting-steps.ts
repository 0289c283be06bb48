import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { goTo, inWords } from './words.ts';

const importing = inWords('es', 'import');
const meetings = inWords('es', 'meetings');
const members = inWords('es', 'members');
const papers = inWords('es', 'papers');
const typing = inWords('es', 'typing');

/** Brings in a list with the columns as the app guessed them; waits for the end. Gives how many people it says it added. */
export async function importList(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<number> {
  await goTo(page, '/members');
  await page.getByRole('link', { name: members('places.import') }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: importing('screen.choose.button') }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: importing('screen.columns.next') }).click();
  const bring = page.getByRole('button', { name: /^Traer a [\d,]+ persona/ });
  await bring.click({ timeout: 60_000 });
  const said = page.getByText(/^Se agreg(ó|aron) [\d,]+ persona/);
  await expect(said).toBeVisible({ timeout: 120_000 });
  const [, count = ''] = /([\d,]+)/.exec(await said.innerText()) ?? [];
  return Number(count.replace(/,/g, ''));
}

/** A meeting as someone writes it in Spanish. */
export interface WrittenMeeting {
  readonly es: string;
  readonly en: string;
  readonly date: string;
  readonly place: string;
}

const ASSEMBLY: WrittenMeeting = { es: 'Asamblea de vivienda', en: 'Housing assembly', date: '23 de marzo de 2027', place: 'Salón San José' };

/** Makes a meeting with a title in both languages, a day and a place. */
export async function makeMeeting(page: Page, meeting = ASSEMBLY): Promise<void> {
  await goTo(page, '/meetings');
  await page.getByRole('button', { name: meetings('list.new') }).click();
  const title = (language: string): string => `${meetings('form.titleField')} · ${language}`;
  await page.getByLabel(title('En español')).fill(meeting.es);
  await page.getByLabel(title('En inglés')).fill(meeting.en);
  await page.getByLabel(meetings('form.date'), { exact: true }).fill(meeting.date);
  await page.getByLabel(meetings('form.place'), { exact: true }).fill(meeting.place);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { level: 1, name: meeting.es })).toBeVisible();
}

/** Adds people to whom we expect, by typing their names as someone would. */
export async function expectPeople(page: Page, names: readonly string[]): Promise<void> {
  const field = page.getByLabel(meetings('expected.add'), { exact: true });
  for (const name of names) {
    await field.fill(name);
    await expect(page.getByRole('listbox', { name: meetings('expected.found') })).toBeVisible();
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
}

/** Opens the meeting's sheet and prints it; gives the code that all its pages carry. */
export async function printSheet(page: Page): Promise<string> {
  await page.getByRole('button', { name: meetings('page.print') }).or(page.getByRole('link', { name: meetings('page.print') })).first().click();
  await page.getByRole('button', { name: papers('toolbar.print') }).click();
  const [before = '', after = ''] = papers('notice.given', { code: '|' }).split('|');
  const notice = page.getByText(before);
  await expect(notice).toBeVisible();
  const text = await notice.innerText();
  return text.slice(before.length, text.indexOf(after.slice(0, 10)));
}

/** The pages as the browser would save them, and their text as a reader of the PDF finds it. */
export async function sheetPdf(page: Page, folder: string): Promise<{ readonly file: string; readonly text: string; readonly pages: readonly string[] }> {
  const file = path.join(folder, 'sheet.pdf');
  writeFileSync(file, new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return { file, text, pages: text.split('\f').filter((one) => one.trim() !== '') };
}

/** Opens a page of a sheet by its printed code and says how many lines are filled; keyboard only. */
export async function openToType(page: Page, code: string, lines: number): Promise<void> {
  await page.getByLabel(typing('open.code')).waitFor();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByLabel(typing('lines.label')).waitFor();
  await page.keyboard.type(String(lines));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-current]')).toBeVisible();
}
