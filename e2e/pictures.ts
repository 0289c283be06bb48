import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { speak, takeAll, takeOne } from './support/camera.ts';
import { startTestHub } from './support/hub.ts';
import { importList, sheetPdf } from './support/meeting-steps.ts';
import { startOffice, type Office } from './support/office.ts';
import { openPastMeeting, openTyping, planMeetings, typeHalf } from './support/pictured-chapter.ts';
import { connect, expectAllSafe, invite, startChapter, unlock } from './support/steps.ts';
import { goTo, inWords } from './support/words.ts';

/*
 * Pictures of every screen, to be looked at, and the four of the README.
 *   npx tsx e2e/pictures.ts FOLDER
 * Everybody on them is invented.
 */
const LIST = 'e2e/lists/miembros-durham.csv';
const README = 'docs/pictures';
/** In px; the wider, the more bytes a page of letters has. */
const SHEET_WIDTH = 816;
const MOST_BYTES = 150 * 1024;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder for the pictures: npx tsx e2e/pictures.ts FOLDER');
const opening = inWords('es', 'opening');
const members = inWords('es', 'members');
const importing = inWords('es', 'import');

/** The screens before a chapter is open; ends with the chapter of Durham open. */
async function pictureOpening(page: Page, folder: string): Promise<void> {
  await page.getByText(opening('welcome.start'), { exact: true }).waitFor();
  await takeAll(page, folder, '01-welcome');
  for (const [number, step] of [['02', 'start'], ['03', 'join'], ['04', 'practice']] as const) {
    await page.getByText(opening(`welcome.${step}`), { exact: true }).click();
    await takeAll(page, folder, `${number}-${step}`);
    await page.getByRole('button', { name: inWords('es', 'common')('back') }).click();
  }
  await startChapter(page);
  await takeAll(page, folder, '05-home-first-day');
  await goTo(page, '/members');
  await takeAll(page, folder, '06-members-first-day');
  await goTo(page, '/meetings');
  await takeAll(page, folder, '07-meetings-first-day');
  await goTo(page, '/sync');
  await takeAll(page, folder, '08-sync-first-day');
}

/** Brings in the list, with a picture of each step. */
async function pictureImport(page: Page, folder: string): Promise<void> {
  await goTo(page, '/members');
  await page.getByRole('link', { name: members('places.import') }).click();
  await takeAll(page, folder, '10-import-choose');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: importing('screen.choose.button') }).click();
  await (await chooser).setFiles(LIST);
  await page.getByRole('button', { name: importing('screen.columns.next') }).waitFor();
  await takeAll(page, folder, '11-import-columns');
  await page.getByRole('button', { name: importing('screen.columns.next') }).click();
  await page.getByRole('button', { name: /^Traer a/ }).waitFor({ timeout: 60_000 });
  await takeAll(page, folder, '12-import-check');
  await page.getByRole('button', { name: importing('screen.check.back') }).click();
  await importList(page, LIST);
  await takeAll(page, folder, '13-import-done');
}

/** The list, a person, and the institutions; the second picture of the README. */
async function pictureMembers(page: Page, folder: string): Promise<void> {
  const people = page.locator('main [role=listbox]').first();
  await goTo(page, '/members');
  await takeAll(page, folder, '20-members');
  await page.keyboard.press('F3');
  await page.keyboard.type('lupita lopez');
  await people.getByRole('option').nth(1).click();
  await takeAll(page, folder, '21-person');
  await speak(page, 'en');
  await takeOne(page, path.join(README, 'members.png'));
  await speak(page, 'es');
  for (const [number, part] of [['22', 'name'], ['23', 'contacts'], ['24', 'places']] as const) {
    await page.getByRole('article').getByRole('button', { name: members(`person.part.${part}`) }).click();
    await takeAll(page, folder, `${number}-person-${part}`);
  }
  await page.getByRole('button', { name: members('people.filter'), exact: true }).click();
  await takeAll(page, folder, '25-members-filter');
  await page.getByRole('button', { name: members('people.filterClose'), exact: true }).click();
  await goTo(page, '/members');
  await page.getByRole('button', { name: members('people.new') }).click();
  const name = page.getByLabel(/^(Nombre como está escrito|Name as written)$/);
  await name.waitFor();
  await page.keyboard.type('Guadalupe López');
  await takeAll(page, folder, '26-new-person', () => name.focus());
  await page.locator('a[href="/members/institutions"]').click();
  await takeAll(page, folder, '27-institutions');
  await people.getByRole('option').first().click();
  await takeAll(page, folder, '28-institution');
}

/** Meetings, the paper, and the typing; two pictures of the README. */
async function pictureMeetings(office: Office, folder: string): Promise<void> {
  const { page } = office;
  const code = await planMeetings(page, LIST);
  await takeAll(page, folder, '32-sheet-printed');
  const { file } = await sheetPdf(page, office.data);
  execFileSync('pdftoppm', ['-png', '-gray', '-singlefile', '-scale-to-x', String(SHEET_WIDTH), '-scale-to-y', '-1', file, path.join(README, 'sheet')]);
  await openTyping(page);
  await takeAll(page, folder, '33-type-open');
  await typeHalf(page, code, LIST);
  await takeAll(page, folder, '34-typing');
  await takeOne(page, path.join(README, 'typing.png'));
  await page.keyboard.press('Escape');
  await goTo(page, '/meetings');
  await takeAll(page, folder, '30-meetings');
  await openPastMeeting(page);
  await takeAll(page, folder, '31-meeting');
  await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await takeAll(page, folder, '31-meeting-below');
  await goTo(page, '/meetings');
  await page.locator('main li a').first().click();
  await takeAll(page, folder, '35-meeting-to-come');
  await goTo(page, '/');
  await takeAll(page, folder, '09-home');
}

const [hub, office] = await Promise.all([startTestHub(), startOffice({ wholeBrowser: true })]);
mkdirSync(README, { recursive: true });
try {
  const { page } = office;
  await pictureOpening(page, folder);
  await pictureImport(page, folder);
  await connect(page, hub);
  await expectAllSafe(page);
  await speak(page, 'en');
  await takeOne(page, path.join(README, 'sync.png'));
  await speak(page, 'es');
  await pictureMembers(page, folder);
  await pictureMeetings(office, folder);
  await goTo(page, '/sync');
  await page.getByRole('button', { name: inWords('es', 'sync')('button'), exact: true }).click();
  await expectAllSafe(page);
  await takeAll(page, folder, '40-sync');
  await goTo(page, '/office');
  await takeAll(page, folder, '41-office');
  await invite(page);
  await takeAll(page, folder, '42-invitation');
  await goTo(page, '/');
  await page.getByRole('button', { name: inWords('es', 'shell')('user.menu', { name: 'Rosa' }) }).click();
  await takeOne(page, path.join(folder, '43-menu-es-1024.png'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('F12');
  await page.getByLabel(opening('unlock.passphrase'), { exact: true }).waitFor();
  await takeAll(page, folder, '44-locked');
  await unlock(page);
  for (const name of ['members', 'typing', 'sheet', 'sync']) {
    const { size } = statSync(path.join(README, `${name}.png`));
    if (size > MOST_BYTES) throw new Error(`${name}.png has ${String(size)} bytes, more than a page should load`);
  }
} finally {
  await office.remove();
  await hub.remove();
}
