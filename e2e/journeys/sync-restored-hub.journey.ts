import { expect, test, type Page } from '@playwright/test';
import { dayAndTime } from '../../shared/words/moment.ts';
import type { Lang } from '../../shared/words/translate.ts';
import { holdingsOfPage, holdingsOfPeer } from '../support/holdings.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startOffice, type Office } from '../support/office.ts';
import { addPerson, connect, invite, join, startChapter, unlock } from '../support/steps.ts';
import { expectNotSafe, expectSafeBetween, timesBetween } from '../support/sync-words.ts';
import { openWayTo, type WayToHub } from '../support/way-to-hub.ts';
import { goTo, inWords } from '../support/words.ts';

/**
 * What is real: three offices in browsers with hosts of their own, the hub's process, its SIGKILL, and the copy of its
 * data folder that is put back. What stands for weeks: the third office's browser has its clock three weeks back at its
 * last exchange, and stays closed while the others work; it is opened again with the right time.
 */
const shell = inWords('es', 'shell');
const THREE_WEEKS = 21 * 86_400_000;
const ANAS_PASSPHRASE = 'otra frase muy larga para Ana';

let hub: TestHub;
let way: WayToHub;
const offices: Office[] = [];
test.beforeEach(async () => {
  hub = await startTestHub();
  way = await openWayTo(hub.address);
});
test.afterEach(async () => {
  for (const office of offices.splice(0)) await office.remove();
  await way.close();
  await hub.remove();
});

async function open(): Promise<Office> {
  const office = await startOffice();
  offices.push(office);
  return office;
}

/** Presses the button, or "Try now" where an exchange waits for the line. */
async function press({ page }: Office, lang: Lang = 'es'): Promise<void> {
  const t = inWords(lang, 'sync');
  await goTo(page, '/sync');
  await page.getByRole('button', { name: t('button'), exact: true }).or(page.getByRole('button', { name: t('progress.now') })).click();
}

async function exchange(office: Office, lang: Lang = 'es'): Promise<void> {
  const began = Date.now();
  await press(office, lang);
  const [done = ''] = inWords(lang, 'sync')('done', { sent: '|', received: '' }).split('|');
  await expect(office.page.locator('main').getByText(done)).toBeVisible({ timeout: 90_000 });
  // What was safe before counts no more.
  await expectSafeBetween(office.page, lang, began);
}

async function speak(page: Page, lang: Lang): Promise<void> {
  await page.getByRole('button', { name: shell(`language.${lang}`), exact: true }).click();
}

/** The sentence below: when everything was last at headquarters, as one of these. */
async function expectLastSafe(page: Page, lang: Lang, times: readonly string[]): Promise<void> {
  const t = inWords(lang, 'sync');
  const sentences = times.map((when) => t('state.lastSafe', { peer: t('connection.labelDefault'), when }));
  const said = await page.locator('main').innerText();
  expect(sentences.filter((sentence) => said.toLowerCase().includes(sentence.toLowerCase())), said).not.toEqual([]);
}

async function databaseOf(page: Page): Promise<string> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  return names.find((name) => name.startsWith('_pouch_chapter-'))?.slice('_pouch_'.length) ?? '';
}

test('the hub is killed and put back to yesterday’s copy, and one office is three weeks behind: all end equal, and no screen said safe of what was not', async () => {
  test.setTimeout(900_000);
  const began = Date.now();
  const rosa = await open();
  const there = { ...hub, address: way.address };

  await test.step('three weeks ago all three were safe at headquarters, each as of its own clock', async () => {
    await startChapter(rosa.page);
    await addPerson(rosa.page, 'Lupita Hernández Ríos');
    await connect(rosa.page, there);
    await expectSafeBetween(rosa.page, 'es', began);
  });
  const invitation = await invite(rosa.page);
  const luis = await open();
  const ana = await open();
  await test.step('two more join', async () => {
    await join(luis.page, invitation);
    await exchange(luis);
    await join(ana.page, invitation);
  });
  const behind = await test.step('the third exchanges for the last time with a clock three weeks back, and is switched off', async () => {
    await ana.context.clock.setSystemTime(Date.now() - THREE_WEEKS);
    const from = Date.now() - THREE_WEEKS;
    await press(ana);
    const [done = ''] = inWords('es', 'sync')('done', { sent: '|', received: '' }).split('|');
    await expect(ana.page.locator('main').getByText(done)).toBeVisible({ timeout: 90_000 });
    const to = Date.now() - THREE_WEEKS;
    await expectSafeBetween(ana.page, 'es', from, to);
    await ana.closeBrowser();
    return { from, to };
  });

  await test.step('weeks of work; then yesterday’s copy is made', async () => {
    await addPerson(rosa.page, 'Wilmer Cruz');
    await addPerson(luis.page, 'Marisol Quispe');
    for (const office of [rosa, luis, rosa]) await exchange(office);
    await hub.keepCopy();
  });
  const todayFrom = Date.now();
  const today = await test.step('today’s work, safe at headquarters', async () => {
    await addPerson(rosa.page, 'Eustolia Zúñiga');
    await addPerson(luis.page, 'Wenceslao Ixchop');
    for (const office of [rosa, luis, rosa, luis]) await exchange(office);
    return Date.now();
  });

  await test.step('the hub is killed: what is typed then waits, and what was safe is said as of then', async () => {
    await hub.stop('SIGKILL');
    await addPerson(rosa.page, 'Yolotzin Menchú');
    await press(rosa);
    const t = inWords('es', 'sync');
    await expect(rosa.page.getByText(t('problem.no-network', { peer: t('connection.labelDefault') }))).toBeVisible({ timeout: 60_000 });
    await expectNotSafe(rosa.page, 'es');
    await expectLastSafe(rosa.page, 'es', timesBetween(todayFrom, today));
    await expectSafeBetween(luis.page, 'es', todayFrom, today);
  });

  await test.step('yesterday’s copy is put back: as soon as an office hears of it, nothing is safe there, in both languages', async () => {
    way.refusing = () => 503;
    hub.putCopyBack();
    await hub.restart();
    await expectSafeBetween(luis.page, 'es', todayFrom, today);
    // It answers, and takes nothing yet.
    way.refusing = ({ url }) => (url?.includes('_bulk_docs') ? 503 : null);
    for (const office of [luis, rosa]) {
      await press(office);
      for (const lang of ['es', 'en'] as const) {
        await speak(office.page, lang);
        const t = inWords(lang, 'sync');
        const [restored = ''] = t('state.restored', { peer: t('connection.labelDefault'), when: '|' }).split('|');
        await expect(office.page.locator('main').getByText(restored)).toBeVisible({ timeout: 60_000 });
        await expectNotSafe(office.page, lang);
      }
      await speak(office.page, 'es');
    }
  });

  await test.step('the office of three weeks ago says as of when it was safe, and what waits', async () => {
    await unlock(await ana.openBrowser(), ANAS_PASSPHRASE);
    await goTo(ana.page, '/sync');
    await addPerson(ana.page, 'Casimira Tot');
    await goTo(ana.page, '/sync');
    const t = inWords('es', 'sync');
    await expect(ana.page.locator('main').getByText(t('state.waitingSince', { count: 1, when: '|' }).split('|')[0] ?? '')).toBeVisible();
    await expectNotSafe(ana.page, 'es');
    await expectLastSafe(ana.page, 'es', timesBetween(behind.from, behind.to, (moment) => dayAndTime(moment, 'es')));
  });

  await test.step('headquarters takes records again: all are safe once more, as of now', async () => {
    way.refusing = () => null;
    for (const office of [ana, luis, rosa, ana, luis, rosa]) await exchange(office);
    await speak(luis.page, 'en');
    await exchange(luis, 'en');
  });

  await test.step('all three and the hub hold the same, leaves and all', async () => {
    const database = await databaseOf(rosa.page);
    const held = await holdingsOfPeer(hub, database);
    expect(Object.keys(held).length).toBeGreaterThan(10);
    for (const office of offices) {
      expect(await holdingsOfPage(office.page, database)).toEqual(held);
      await goTo(office.page, '/members');
      for (const name of ['Hernández Ríos, Lupita', 'Cruz, Wilmer', 'Quispe, Marisol', 'Zúñiga, Eustolia', 'Ixchop, Wenceslao', 'Menchú, Yolotzin', 'Tot, Casimira'])
        await expect(office.page.getByText(name).first()).toBeVisible();
    }
  });
});
