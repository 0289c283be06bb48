import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { lookAt, tabTo } from '../support/access.ts';
import { goTo, inWords } from '../support/words.ts';
import { browserFlags, findBrowser } from '../find-browser.ts';
import { networkAnswer } from '../sync-pictures/network.ts';
import { servePictures } from '../sync-pictures/served.ts';
import { picturedLog, picturedStates } from '../sync-pictures/states.ts';

const sync = inWords('es', 'sync');
const headquarters = inWords('es', 'headquarters');

/** Each kind of part that the page can have is in one of these. */
const LOOKED_AT = ['first-day', 'receiving', 'pausing', 'several', 'denied', 'guard-stopped'];

let served: Awaited<ReturnType<typeof servePictures>>;
let browser: Browser;
let page: Page;
test.beforeAll(async () => {
  served = await servePictures();
  browser = await chromium.launch({ executablePath: findBrowser({ canLackWindows: true }), args: browserFlags() });
});
test.afterAll(async () => {
  await browser.close();
  served.close();
});
test.beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'es-US', reducedMotion: 'reduce' });
  page = await context.newPage();
  await page.route('**/sync/server/network/**', (route) => route.fulfill({ json: networkAnswer(), headers: { date: new Date().toUTCString() } }));
});
test.afterEach(() => page.context().close());

async function open(query: string): Promise<void> {
  await page.goto(`${served.address}/?${query}`);
  await page.locator('main').waitFor();
}

/** Opens "Send and receive" in that state. */
async function show(name: string): Promise<void> {
  await open(name === 'first-day' ? 'unconnected' : 'coordinator');
  await goTo(page, '/sync');
  await page.waitForTimeout(300);
  const person = await page.evaluate(() => globalThis.refusedId);
  const state = picturedStates(person).find((one) => one.name === name);
  if (state === undefined) throw new Error(`no state ${name}`);
  await page.evaluate(([status, log]) => globalThis.showStatus(status, log), [state.status, picturedLog()] as const);
}

test('every state of “Send and receive” is read, reached and zoomed by everybody @long', async () => {
  for (const name of LOOKED_AT) {
    await show(name);
    await lookAt(page, name);
  }
  await page.locator('a[href="/sync/log"]').click();
  await lookAt(page, 'log');
});

test('headquarters’ list, before a chapter and inside one @long', async () => {
  await open('before');
  await lookAt(page, 'headquarters, connect');
  await open('before&coordinator');
  await page.getByRole('button', { name: 'Durham', exact: true }).click();
  await lookAt(page, 'headquarters, a chapter opened');
  await show('safe');
  await page.getByRole('link', { name: sync('headquarters.link') }).click();
  await expect(page.getByRole('button', { name: 'Durham', exact: true })).toBeVisible();
  await lookAt(page, 'headquarters, inside a chapter');
});

test('a name that the coordinator gives a chapter stays on this PC', async () => {
  await open('before&coordinator');
  await page.getByRole('button', { name: 'Raleigh', exact: true }).click();
  const field = page.getByLabel(headquarters('chapter.name'));
  await field.fill('Los de Raleigh');
  await field.press('Tab');
  await expect(page.getByRole('button', { name: 'Los de Raleigh', exact: true })).toBeVisible();
  // What headquarters itself wrote down needs no other name.
  await page.getByRole('button', { name: 'Durham', exact: true }).click();
  await expect(field).toHaveCount(1);
});

test('a wrong password: one press leads to the field, with the rest as it was', async () => {
  await show('problem-wrong-password');
  await tabTo(page, page.getByRole('button', { name: sync('action.password') }));
  await page.keyboard.press('Enter');
  const password = page.getByLabel(sync('connection.password'), { exact: true });
  await expect(password).toBeFocused();
  await expect(page.getByLabel(sync('connection.account'), { exact: true })).toHaveValue('durham-1');
  await page.keyboard.press('Enter');
  await expect(page.getByText(sync('connection.noPassword'))).toBeVisible();
  await expect(password).toBeFocused();
});

test('what a guard asks is answered by keyboard, and deleting is asked twice', async () => {
  await show('guard');
  const goOn = page.getByRole('button', { name: sync('guard.mass-deletion.goOn') });
  await tabTo(page, goOn.first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('1,204');
  await expect(page.getByRole('button', { name: sync('guard.keep') })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(goOn).toBeFocused();
});

test('the log is copied whole, without a name', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await show('several');
  await page.locator('a[href="/sync/log"]').click();
  await page.getByRole('button', { name: sync('log.copy') }).click();
  await expect(page.getByText(sync('log.copied'))).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').length).toBeGreaterThan(picturedLog().length + 3);
  expect(copied).toContain(sync('log.problem.stalled'));
  for (const name of ['Oficina 2', 'Salón', 'Rosa', 'Guadalupe', 'records.example.org', 'durham-1']) expect(copied).not.toContain(name);
});
