import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { searchBytes, secretsOf } from '../support/byte-search.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { expectPeople, importList, makeMeeting, openToType, printSheet, sheetPdf } from '../support/meeting-steps.ts';
import { namesOnce } from '../support/names-once.ts';
import { startOffice, type Office } from '../support/office.ts';
import { connect, expectAllSafe, invite, join, sendAndReceive, startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const LIST = 'e2e/lists/miembros-durham.csv';
const EXPECTED = 40;
const meetings = inWords('es', 'meetings');
const members = inWords('es', 'members');
const typing = inWords('es', 'typing');

let hub: TestHub;
let first: Office;
test.beforeEach(async () => {
  [hub, first] = await Promise.all([startTestHub(), startOffice()]);
});
test.afterEach(async () => {
  await first.remove();
  await hub.remove();
});

/** First surnames as the PDF's lines show them, in their order, without accents. Very long names stand on two lines and are left out. */
function printedSurnames(text: string): string[] {
  const names = [...text.matchAll(/^\s*\d+\s+(\p{L}[^\n,]*,\s?\p{L}[^\n]*?)(?:\s{2,}|$)/gmu)].map(([, name = '']) => name);
  return names.map((name) => (name.split(',')[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
}

async function openTypeByKeyboard(page: Page): Promise<void> {
  await page.locator('nav a[href="/meetings"]').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: meetings('list.type') }).focus();
  await page.keyboard.press('Enter');
}

/** Whom the meeting's page counts on its sheets. */
async function openMeeting(page: Page): Promise<void> {
  await goTo(page, '/meetings');
  await page.getByText('Asamblea de vivienda').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Asamblea de vivienda' })).toBeVisible();
}

test('from a list of members to a typed sheet on a second PC, and both stay equal after working apart', async () => {
  test.setTimeout(480_000);
  const { page } = first;
  const list = readFileSync(LIST, 'utf8');
  let added = 0;
  await test.step('start a chapter and bring in the list', async () => {
    await startChapter(page);
    added = await importList(page, LIST);
    expect(added).toBeGreaterThan(1_100);
  });

  await test.step('a meeting with 40 expected', async () => {
    await makeMeeting(page);
    await expectPeople(page, namesOnce(list).slice(0, EXPECTED));
    await expect(page.getByText(meetings('list.expected', { count: EXPECTED })).first()).toBeVisible();
  });

  const code = await test.step('its sheet as a PDF: names by first surname, blank rows, both languages, page codes', async () => {
    const given = await printSheet(page);
    const { text, pages } = await sheetPdf(page, first.data);
    const surnames = printedSurnames(text);
    expect(surnames.length).toBeGreaterThan(EXPECTED * 0.8);
    expect(surnames).toEqual([...surnames].sort((a, b) => a.localeCompare(b, 'es')));
    expect(text).toContain('Hoja de asistencia');
    expect(text).toContain('Sign-in sheet');
    expect(text).toContain('Housing assembly');
    expect(pages.length).toBeGreaterThanOrEqual(4);
    pages.forEach((one, index) => expect(one).toContain(`${given}-${String(index + 1)}`));
    const lastLine = Math.max(...[...text.matchAll(/^\s*(\d+)\s/gm)].map(([, number]) => Number(number)));
    expect(lastLine).toBeGreaterThanOrEqual(EXPECTED + 12);
    const secrets = secretsOf(list).filter((secret) => /\d{7}|@/.test(secret.replace(/\D/g, '') + secret));
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    return given;
  });

  await test.step('25 lines typed by keyboard only', async () => {
    await openTypeByKeyboard(page);
    await openToType(page, `${code}-1`.toLowerCase(), 13);
    for (let line = 0; line < 13; line += 1) await page.keyboard.press('Enter');
    await expect(page.getByText(typing('count.done', { typed: 13, lines: 13 }))).toBeVisible();
    await openTypeByKeyboard(page);
    await openToType(page, `${code}2`, 12);
    for (let line = 0; line < 9; line += 1) await page.keyboard.press('Enter');
    const others = namesOnce(list).slice(EXPECTED, EXPECTED + 2);
    for (const name of others) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.type('Zoila Recién Llegada');
    await page.keyboard.press('+');
    await expect(page.getByText(typing('count.done', { typed: 12, lines: 12 }))).toBeVisible();
    await expect(page.getByText(typing('saved')).first()).toBeVisible();
    await openMeeting(page);
    await expect(page.getByText(meetings('attendance.present', { count: 25 })).first()).toBeVisible();
  });

  await test.step('send, invite, join, receive: the second PC shows the meeting with 25 present', async () => {
    await connect(page, hub);
    await expectAllSafe(page);
    const invitation = await invite(page);
    const second = await startOffice({ width: 1366 });
    try {
      await join(second.page, invitation);
      await sendAndReceive(second.page);
      await openMeeting(second.page);
      await expect(second.page.getByText(meetings('attendance.present', { count: 25 })).first()).toBeVisible();
      await workApartAndMeetAgain(first, second, namesOnce(list)[0] ?? '', hub);
    } finally {
      await second.remove();
    }
  });

  await test.step('no name, phone or e-mail stands readable on the hub or in the browser’s database', async () => {
    await first.closeBrowser();
    await hub.stop();
    const secrets = secretsOf(list);
    expect(secrets.length).toBeGreaterThan(1_500);
    for (const folder of [hub.data, `${first.profile}/Default/IndexedDB`, first.data]) {
      const { found, bytes } = searchBytes(folder, secrets);
      expect(found, folder).toEqual([]);
      expect(bytes, folder).toBeGreaterThan(folder === first.data ? 200 : 1_000_000);
    }
    const again = await first.openBrowser();
    await unlock(again);
    // Everyone of the list, and the one who was new on the sheet.
    await goTo(again, '/members');
    await expect(again.getByText(members('people.count', { count: added + 1 })).first()).toBeVisible({ timeout: 60_000 });
  });
});

const CALLED = { part: members('person.part.name'), label: members('person.field.called'), value: 'La de la puerta' };
const AREA = { part: members('person.part.language'), label: members('person.field.area'), value: 'East Durham' };

/** The hub is away; one PC writes how a person is called, the other where they live; both end with both. */
async function workApartAndMeetAgain(first: Office, second: Office, name: string, hub: TestHub): Promise<void> {
  await hub.stop();
  await changeField(first.page, name, CALLED);
  await changeField(second.page, name, AREA);
  await hub.restart();
  for (const office of [first, second, first]) await sendAndReceive(office.page);
  for (const { page } of [first, second]) {
    for (const { part, label, value } of [CALLED, AREA]) {
      await openPart(page, name, part);
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
    }
  }
}

async function openPart(page: Page, name: string, part: string): Promise<void> {
  await goTo(page, '/members');
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(name);
  await page.getByRole('listbox', { name: members('people.listLabel') }).getByRole('option').first().click();
  const button = page.getByRole('article', { name: members('people.pageLabel') }).getByRole('button', { name: part });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}

async function changeField(page: Page, name: string, { part, label, value }: typeof CALLED): Promise<void> {
  await openPart(page, name, part);
  const field = page.getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press('Tab');
  await expect(page.getByText('Guardado ✓').first()).toBeVisible();
}
