import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { asList, inventPeople } from '../bench/people.ts';
import { changeKept, damageSnapshot, deleteRecords, loseRows, snapshotBlobs } from '../support/browser-records.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { importList } from '../support/meeting-steps.ts';
import { startOffice, type Office } from '../support/office.ts';
import { connect, expectAllSafe, PASSPHRASE, sendAndReceive, startChapter, unlock } from '../support/steps.ts';
import { goTo, inWords } from '../support/words.ts';

const recovery = inWords('es', 'recovery');
const opening = inWords('es', 'opening');
const members = inWords('es', 'members');
const sync = inWords('es', 'sync');

test.describe.configure({ mode: 'serial' });

let hub: TestHub;
let office: Office;
let people = 0;
/** Records of every kind: people, and the few that a chapter begins with. */
let records = 0;
let backup: Buffer;

test.beforeAll(async () => {
  [hub, office] = await Promise.all([startTestHub(), startOffice()]);
  const { page } = office;
  await startChapter(page);
  people = await importList(page, { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(asList(inventPeople(700)), 'utf8') });
  await connect(page, hub);
  await expectAllSafe(page);
  backup = await saveBackup(page);
  await lock(page);
});
test.afterAll(async () => {
  await office.remove();
  await hub.remove();
});

async function saveBackup(page: Page): Promise<Buffer> {
  await goTo(page, '/office');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: recovery('save.action') }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^convoca-\d{4}-\d{2}-\d{2}\.backup$/);
  return readFileSync(await saved.path());
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('F12');
  await expect(page.getByLabel(opening('unlock.passphrase'), { exact: true })).toBeVisible();
}

async function expectEverybody(page: Page, count = people): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
  await goTo(page, '/members');
  await expect(page.getByText(members('people.count', { count }), { exact: true }).first()).toBeVisible({ timeout: 30_000 });
}

/** Opens the chapter and expects the screen that says what is missing; gives the numbers it shows. */
async function expectLoss(page: Page, kind: 'gone' | 'fewer' | 'unsure' | 'mended'): Promise<{ readonly held: number; readonly here: number }> {
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1, name: recovery(`title.${kind}`) })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(recovery(`lead.${kind}`))).toBeVisible();
  const [held = '', here = ''] = await page.getByRole('definition').allInnerTexts();
  return { held: numberIn(held), here: numberIn(here) };
}

function numberIn(text: string): number {
  return Number((/^[\d,]+/.exec(text)?.[0] ?? '-1').replace(/,/g, ''));
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) });
}

async function receiveAgain(page: Page): Promise<void> {
  await button(page, recovery('peer.title', { peer: sync('connection.labelDefault') })).click();
}

async function chooseBackup(page: Page, bytes: Buffer, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, name).click();
  await (await chooser).setFiles({ name: 'convoca.backup', mimeType: 'application/octet-stream', buffer: bytes });
}

test('a deleted database: the screen says what was here and who has it, and everything comes back from the hub', async () => {
  const { page } = office;
  await deleteRecords(page);
  const { held, here } = await expectLoss(page, 'gone');
  records = held;
  expect(held).toBeGreaterThan(people);
  expect(here).toBe(0);
  await expect(page.getByRole('definition').last()).toContainText(sync('connection.labelDefault'), { ignoreCase: true });
  await page.screenshot({ path: 'e2e/results/recovery-gone.png' });
  await receiveAgain(page);
  await expectEverybody(page);
  await sendAndReceive(page);
  await lock(page);
  await unlock(page);
  await expectEverybody(page);
  await lock(page);
});

test('half of the documents are gone, their bodies are left: everything is put together again, and that is said', async () => {
  const { page } = office;
  expect(await loseRows(page, ['document-store'], 0.5)).toBeGreaterThan(people / 3);
  const { held, here } = await expectLoss(page, 'mended');
  expect(here).toBe(held);
  await button(page, recovery('open')).click();
  await expectEverybody(page);
  await sendAndReceive(page);
  await lock(page);
});

test('bodies are gone and their documents are left: the hub is asked for every one again, whatever was agreed before', async () => {
  const { page } = office;
  const gone = await loseRows(page, ['by-sequence'], 0.4);
  expect(gone).toBeGreaterThan(people / 3);
  const { held, here } = await expectLoss(page, 'fewer');
  expect(here).toBeLessThan(held);
  await receiveAgain(page);
  await expectEverybody(page);
  await lock(page);
});

test('a single body is gone: it is missed, and comes back', async () => {
  const { page } = office;
  expect(await loseRows(page, ['by-sequence'], 1 / 500)).toBeLessThan(10);
  const { held, here } = await expectLoss(page, 'fewer');
  expect(held - here).toBeGreaterThan(0);
  await receiveAgain(page);
  await expectEverybody(page);
  await lock(page);
});

test('no network, then a damaged backup, then another chapter’s file, then the right one: each a sentence, and all is back', async () => {
  const { page } = office;
  await loseRows(page, ['document-store', 'by-sequence'], 0.7);
  const { here } = await expectLoss(page, 'fewer');
  expect(here).toBeLessThan(records / 2);
  await hub.stop();
  await receiveAgain(page);
  await expect(page.getByRole('alert')).toContainText(recovery('problem.no-network', { peer: sync('connection.labelDefault') }), { timeout: 60_000 });
  await hub.restart();
  await chooseBackup(page, Buffer.from('Nombre,Teléfono\n'), recovery('backup.title'));
  await expect(page.getByRole('alert')).toContainText(opening('problem.not-a-backup'));
  const hurt = Buffer.from(backup);
  hurt.fill(0x41, Math.floor(hurt.length / 3), Math.floor(hurt.length / 3) + 9);
  await chooseBackup(page, hurt, recovery('backup.title'));
  await expect(page.getByText(recovery('fileMissing', { count: 250 }))).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: 'e2e/results/recovery-still.png' });
  await chooseBackup(page, backup, recovery('backup.title'));
  await expectEverybody(page);
  await lock(page);
});

test('going on with nothing tells nobody to delete anything, and the next exchange brings everything back', async () => {
  const { page } = office;
  await deleteRecords(page);
  await expectLoss(page, 'gone');
  await button(page, recovery('keep.title')).click();
  await expect(page.getByText(recovery('keep.sure', { count: 0 }))).toBeVisible();
  await button(page, recovery('keep.action')).click();
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
  await lock(page);
  // It does not ask again.
  await unlock(page);
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
  await sendAndReceive(page);
  await expectEverybody(page);
  await lock(page);
});

test('a damaged note of the count: the screen asks, and the chapter opens', async () => {
  const { page } = office;
  changeKept(office.data, 'canary-', (text) => text.slice(0, text.length / 2));
  const { here } = await expectLoss(page, 'unsure');
  expect(here).toBeGreaterThanOrEqual(records);
  await page.screenshot({ path: 'e2e/results/recovery-unsure.png' });
  await button(page, recovery('open')).click();
  await expectEverybody(page);
  await lock(page);
});

test('a damaged snapshot costs nothing', async () => {
  const { page } = office;
  await unlock(page);
  await expectEverybody(page);
  // It is written in idle time.
  await expect.poll(() => snapshotBlobs(page), { timeout: 30_000 }).toBeGreaterThan(2);
  await lock(page);
  expect(await damageSnapshot(page)).toBeGreaterThan(2);
  await unlock(page);
  await expectEverybody(page);
  await lock(page);
});

test('a damaged file of keys: the copy in the database opens the chapter', async () => {
  const { page } = office;
  changeKept(office.data, 'vault-', (text) => text.slice(0, 200));
  await page.reload();
  await unlock(page);
  await expectEverybody(page);
  await lock(page);
});

test('keys and database both gone: the screen says so, and the backup brings the chapter back with its passphrase', async () => {
  const { page } = office;
  await deleteRecords(page);
  changeKept(office.data, 'vault-', () => '{"format":2,');
  await page.reload();
  await expect(page.getByText(recovery('unreadable.damaged'))).toBeVisible();
  await page.screenshot({ path: 'e2e/results/recovery-unreadable.png' });
  await button(page, recovery('fromFile.title')).click();
  await bringBack(page, PASSPHRASE);
  await expectEverybody(page);
  await lock(page);
});

async function bringBack(page: Page, passphrase: string): Promise<void> {
  await chooseBackup(page, backup, recovery('fromFile.choose'));
  await page.getByLabel(recovery('fromFile.passphrase'), { exact: true }).fill(passphrase);
  await button(page, recovery('fromFile.action')).click();
}

test('a newer Convoca’s keys are left alone, with a sentence', async () => {
  const { page } = office;
  let before = '';
  changeKept(office.data, 'vault-', (text) => {
    before = text;
    return text.replace(/"format":\d+/, '"format":99');
  });
  await page.reload();
  await expect(page.getByText(recovery('unreadable.newer-schema'))).toBeVisible();
  changeKept(office.data, 'vault-', () => before);
  await page.reload();
  await unlock(page);
  await expectEverybody(page);
});

test('the restore drill: a new computer opens the chapter from the file, with a passphrase of that day only', async () => {
  const second = await startOffice();
  try {
    const { page } = second;
    await page.getByText(opening('welcome.backup'), { exact: true }).click();
    await bringBack(page, 'no es la frase de nadie');
    await expect(page.getByRole('alert')).toContainText(opening('problem.wrong-passphrase'), { timeout: 60_000 });
    await page.screenshot({ path: 'e2e/results/recovery-from-file.png' });
    await page.getByLabel(recovery('fromFile.passphrase'), { exact: true }).fill(PASSPHRASE);
    await button(page, recovery('fromFile.action')).click();
    await expectEverybody(page);
    await lock(page);
    await unlock(page);
    await expectEverybody(page);
  } finally {
    await second.remove();
  }
});
