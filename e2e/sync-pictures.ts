import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from './find-browser.ts';
import { networkAnswer } from './sync-pictures/network.ts';
import { servePictures } from './sync-pictures/served.ts';
import { picturedLog, picturedStates } from './sync-pictures/states.ts';
import { speak, takeAll } from './support/camera.ts';
import { goTo } from './support/words.ts';

/*
 * Pictures of "Send and receive" and of headquarters' list in every state, to be looked at.
 *   npx tsx e2e/sync-pictures.ts FOLDER [part of a name]
 * Everybody on them is invented.
 */
const [folder, only = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures: npx tsx e2e/sync-pictures.ts FOLDER');

const TALL = 2200;

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${served.address}/?${query}`);
  await page.locator('main').waitFor();
}

async function show(page: Page, name: string): Promise<void> {
  const person = await page.evaluate(() => globalThis.refusedId);
  const state = picturedStates(person).find((one) => one.name === name);
  if (state === undefined) throw new Error(`no state ${name}`);
  await page.evaluate(([status, log]) => globalThis.showStatus(status, log), [state.status, name === 'first-day' ? [] : picturedLog()] as const);
}

/** The whole page below the fold too, once a language. */
async function takeTall(page: Page, target: string, name: string): Promise<void> {
  for (const lang of ['en', 'es'] as const) {
    await speak(page, lang);
    await page.setViewportSize({ width: 1024, height: TALL });
    await page.waitForTimeout(300);
    await page.screenshot({ path: path.join(target, `${name}-${lang}-tall.png`) });
  }
  await page.setViewportSize({ width: 1024, height: 768 });
}

const served = await servePictures();
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags() });
try {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'es-US' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.route('**/sync/server/network/**', (route) => route.fulfill({ json: networkAnswer(), headers: { date: new Date().toUTCString() } }));
  for (const { name } of picturedStates('')) {
    if (!name.includes(only)) continue;
    await open(page, name === 'first-day' ? 'unconnected' : 'coordinator');
    await goTo(page, '/sync');
    await page.waitForTimeout(300);
    await takeAll(page, folder, `sync-${name}`, () => show(page, name));
    if (['safe', 'several', 'denied', 'first-day', 'guard'].includes(name)) await takeTall(page, folder, `sync-${name}`);
  }
  if ('log'.includes(only)) {
    await show(page, 'denied');
    await page.goto(`${served.address}/?coordinator`);
    await goTo(page, '/sync');
    await show(page, 'denied');
    await page.locator('a[href="/sync/log"]').click();
    await takeAll(page, folder, 'log', () => show(page, 'denied'));
  }
  if ('headquarters'.includes(only)) {
    await open(page, 'before');
    await takeAll(page, folder, 'headquarters-connect');
    await open(page, 'before&coordinator');
    await page.locator('main h2').first().waitFor();
    await takeAll(page, folder, 'headquarters');
    await page.locator('main h2 button').nth(1).click();
    await takeAll(page, folder, 'headquarters-open');
    await open(page, 'coordinator');
    await goTo(page, '/sync');
    await show(page, 'safe');
    await page.locator('a[href="/headquarters"]').click();
    await page.locator('main h2').first().waitFor();
    await takeAll(page, folder, 'headquarters-inside');
  }
} finally {
  await browser.close();
  served.close();
}
